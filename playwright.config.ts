import { defineConfig } from '@playwright/test';
import { chromiumPath } from './test/e2e/helpers/chromium.ts';

/** The window, as a clerk has it: the browser host and the system's own Chromium, Chrome or Edge. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/e2e',
  // Each test has a desk of its own. How fast things are is measured at the end, with nobody beside.
  fullyParallel: true,
  workers: 2,
  projects: [
    { name: 'window', testMatch: '**/*.spec.ts', testIgnore: '**/speed.spec.ts' },
    { name: 'speed', testMatch: '**/speed.spec.ts', dependencies: ['window'] },
  ],
  timeout: 180_000,
  // A neighbour on a shared machine must not break the build: what needs its second try is told as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  // What is waited for is a state, never a while: on a machine that does three other things it comes late, and counts.
  expect: { timeout: 60_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    trace: 'retain-on-failure',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      executablePath: chromiumPath(),
      // As root, as in a container, Chromium has no sandbox of its own; the page is our own in any case.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    },
  },
});
