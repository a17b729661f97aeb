import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Whole offices, random ones, and real processes: what takes a minute or two together.
const slow = [
  'test/scenarios/**/*.test.ts',
  'test/libreoffice/**/*.test.ts',
  'test/properties/**/*.test.ts',
  'test/main/hosts/**/*.test.ts',
  'test/messages/long/**/*.test.ts',
  'test/packaging/long/**/*.test.ts',
  'test/trust/*/**/*.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    // A neighbour on a shared machine must not break the build; nobody waits for a second try at a desk.
    retry: process.env['CI'] === undefined ? 0 : 1,
    // By default one core is left alone: of two that is half. A test and its ledger's thread mostly wait for each other.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Each test has a real worker, which would strip the types of the same sources again.
    env: { NODE_COMPILE_CACHE: 'node_modules/.cache/node-compile' },
    projects: [
      { extends: true, test: { name: 'quick', include: ['test/**/*.test.ts'], exclude: slow } },
      { extends: true, test: { name: 'slow', include: slow } },
    ],
  },
});
