import { defineConfig } from 'electron-vite';

/** Libraries for servers mark their modules with `use client`: here everything is. */
const quiet = (
  level: string,
  log: { readonly code?: string },
  handle: (level: string, log: object) => void,
) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
};

// Sources import each other with their `.ts` endings, which rolldown resolves as they are.
export default defineConfig({
  main: {
    build: {
      rollupOptions: {
        input: {
          index: 'src/main/hosts/electron/main.ts',
          browser: 'src/main/hosts/browser/main.mjs',
          cli: 'src/main/hosts/cli/main.mjs',
          worker: 'src/main/worker/worker.ts',
          reader: 'src/main/worker/reader.ts',
        },
        // Side by side: the core finds the worker beside itself, in whatever chunk it ends up.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed window loads nothing but CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      // No file of the page stands inside another one: the content policy lets none in.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      rollupOptions: { input: 'src/renderer/index.html', onLog: quiet },
    },
  },
});
