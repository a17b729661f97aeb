import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { defineConfig } from 'electron-vite';
import type { Plugin, Rolldown } from 'vite';
import { makeNotices } from './resources/packaging/notices.ts';

/** Libraries for servers mark their modules with `use client`: here everything is. */
const quiet: NonNullable<Rolldown.InputOptions['onLog']> = (level, log, handle) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
};

/** The texts of messages lie beside the bundle that reads them. */
const messageTemplates = {
  name: 'message-templates',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): string }) {
    for (const file of readdirSync(templates)) {
      const source = readFileSync(`${templates}/${file}`, 'utf8');
      this.emitFile({ type: 'asset', fileName: `message-templates/${file}`, source });
    }
  },
};
const templates = 'resources/message-templates';

/** From what it is built, and the licences of what is built in: beside the bundle, for who asks the program. */
const told = {
  name: 'told-of-itself',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): string }) {
    this.emitFile({ type: 'asset', fileName: 'licenze.txt', source: makeNotices('.') });
    const build = buildTold();
    if (build !== null) this.emitFile({ type: 'asset', fileName: 'build.json', source: build });
  },
};

/** The commit and its day, so that the same sources become the same files; null outside of a repository. */
function buildTold(): string | null {
  try {
    const words = ['log', '-1', '--format=%H %cs'];
    const [commit, day] = execFileSync('git', words, { encoding: 'utf8' }).trim().split(' ');
    return `${JSON.stringify({ commit, day })}\n`;
  } catch {
    return null;
  }
}

/** The scripts and styles of the window are on their way before the script that asks for them runs. */
const windowAtOnce: Plugin = {
  name: 'window-at-once',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const window = chunks.find(({ moduleIds }) =>
        moduleIds.some((id) => id.endsWith('/renderer/window.tsx')),
      );
      const needed = chunks.filter(({ fileName }) => window?.imports.includes(fileName) === true);
      const links = [window, ...needed].flatMap((chunk) =>
        chunk === undefined || chunk.isEntry
          ? []
          : [
              { rel: 'modulepreload', href: `./${chunk.fileName}` },
              ...[...(chunk.viteMetadata?.importedCss ?? [])].map((file) => ({
                rel: 'stylesheet',
                href: `./${file}`,
              })),
            ],
      );
      return links.map((attrs) => ({
        tag: 'link',
        attrs: { ...attrs, crossorigin: true },
        injectTo: 'head' as const,
      }));
    },
  },
};

// Sources import each other with their `.ts` endings, which rolldown resolves as they are.
export default defineConfig({
  main: {
    plugins: [messageTemplates, told],
    build: {
      // A hundred small files of it, and each language it speaks, would be looked for at each start.
      externalizeDeps: { exclude: ['zod'] },
      rollupOptions: {
        input: {
          index: 'src/main/hosts/electron/main.ts',
          browser: 'src/main/hosts/browser/main.mjs',
          cli: 'src/main/hosts/cli/main.mjs',
          worker: 'src/main/worker/worker.ts',
          reader: 'src/main/worker/reader.ts',
          'backup-thread': 'src/main/worker/backup-thread.ts',
          'check-thread': 'src/main/worker/check-thread.ts',
          'search-thread': 'src/main/worker/search-thread.ts',
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
    plugins: [windowAtOnce],
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      // No file of the page stands inside another one: the content policy lets none in.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      minify: true,
      manifest: true,
      rollupOptions: {
        input: 'src/renderer/index.html',
        onLog: quiet,
        output: {
          // Each file is a question of the browser: what the first screen needs comes in two, and not in sixty.
          codeSplitting: {
            groups: [
              { name: 'begin', tags: ['$initial'], priority: 2 },
              { name: 'window', test: /renderer[\\/]window\.tsx$/, priority: 1 },
            ],
          },
        },
      },
    },
  },
});
