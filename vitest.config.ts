import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Each test has a real worker, which would strip the types of the same sources again.
    env: { NODE_COMPILE_CACHE: 'node_modules/.cache/node-compile' },
  },
});
