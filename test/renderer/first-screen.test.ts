import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import config from '../../electron.vite.config.ts';

const root = join(import.meta.dirname, '../..');
const outDir = mkdtempSync(join(tmpdir(), 'tre-pallini-pagina-'));
const chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).optional(),
  css: z.array(z.string()).optional(),
});
let chunks: Record<string, z.infer<typeof chunk>> = {};

beforeAll(async () => {
  const loose = z.looseObject({ build: z.looseObject({ rollupOptions: z.looseObject({}) }) });
  const { renderer } = z.object({ renderer: loose }).parse(config);
  await build({
    ...renderer,
    root: join(root, 'src/renderer'),
    base: './',
    configFile: false,
    logLevel: 'error',
    build: {
      ...renderer.build,
      outDir,
      emptyOutDir: true,
      manifest: true,
      rollupOptions: { ...renderer.build.rollupOptions, input: join(root, 'src/renderer/index.html') },
    },
  });
  const manifest: unknown = JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8'));
  chunks = z.record(z.string(), chunk).parse(manifest);
}, 120_000);

afterAll(() => rmSync(outDir, { recursive: true, force: true }));

/** All that has to come before what is named can be shown. */
function filesOf(names: readonly string[]): string[] {
  const seen = new Set<string>();
  const files = new Set<string>();
  const add = (name: string): void => {
    const found = chunks[name];
    if (found === undefined) throw new Error(`the page has no ${name}`);
    if (seen.has(name)) return;
    seen.add(name);
    for (const file of [found.file, ...(found.css ?? [])]) files.add(file);
    for (const needed of found.imports ?? []) add(needed);
  };
  for (const name of names) add(name);
  return [...files];
}

/** The script that the page begins with, and the window with its first screen. */
function firstFiles(): string[] {
  const window = Object.keys(chunks).find((name) => /^_window-.*\.js$/.test(name));
  if (window === undefined) throw new Error('the page has no window');
  return filesOf(['index.html', window]);
}

it('the first screen fetches less than 350 kB of scripts and styles, packed', () => {
  const bytes = firstFiles().map((file) => gzipSync(readFileSync(join(outDir, file))).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(350_000);
});

it('the first screen comes in few files, each of them named by the page itself: none waits for another', () => {
  const page = readFileSync(join(outDir, 'index.html'), 'utf8');
  expect(firstFiles().length).toBeLessThan(8);
  expect(firstFiles().filter((file) => !page.includes(file))).toEqual([]);
});

it('the other screens, the palette and the help come when the first screen stands', () => {
  const first = new Set(firstFiles());
  const later = [
    'screens/messaggi/messaggi-screen.tsx',
    'screens/importazioni/importazioni-screen.tsx',
    'shell/palette.tsx',
    'guide/pages.ts',
  ];
  expect(later.filter((name) => first.has(chunks[name]?.file ?? ''))).toEqual([]);
});

it('nothing of the page brings the library that checks questions: the core does that', () => {
  expect(read('.js')).not.toMatch(/\b_zod\b/);
});

it('each part of Mantine that the page uses has its sheet', () => {
  const whole = classesIn(readFileSync(join(root, 'node_modules/@mantine/core/styles.css'), 'utf8'));
  const styled = classesIn(read('.css'));
  const used = [...classesIn(read('.js'))].filter((name) => whole.has(name));
  expect(used.length).toBeGreaterThan(50);
  expect(used.filter((name) => !styled.has(name))).toEqual([]);
});

function read(ending: string): string {
  return readdirSync(join(outDir, 'assets'))
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(outDir, 'assets', name), 'utf8'))
    .join('\n');
}

function classesIn(text: string): Set<string> {
  return new Set(text.match(/\bm_[0-9a-f]{6,8}\b/g));
}
