import { defineConfig } from '@playwright/test';

/** The window of the desktop program itself, where Electron's program is. */
export default defineConfig({
  testDir: 'test/e2e-electron',
  outputDir: 'out/e2e-electron',
  workers: 1,
  timeout: 90_000,
  retries: process.env['CI'] === undefined ? 0 : 1,
  expect: { timeout: 15_000 },
  reporter: [['list']],
});
