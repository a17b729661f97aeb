import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readAsar, type PackedFile } from './asar.ts';
import { readFuses } from './fuses.ts';

/** What a packed folder is made of, and what is wrong with it, in Italian. */
export interface Inspection {
  readonly files: readonly PackedFile[];
  readonly fuses: Readonly<Record<string, boolean>> | null;
  /** Bytes of the whole folder. */
  readonly size: number;
  readonly faults: readonly string[];
}

/** Where things are in a packed folder. */
export interface PackedFolder {
  readonly folder: string;
  readonly resources: string;
  /** The file that has the fuses in it. */
  readonly program: string;
  /** What better-sqlite3 calls the system: `win32-x64`. */
  readonly target: string;
  readonly declaredFuses: Readonly<Record<string, boolean>>;
}

/** What may be in the archive: what was built, and the libraries that run beside it as they are published. */
const allowed = [
  /^package\.json$/,
  /^out\/(?:main|preload|renderer)\//,
  /^node_modules\/(?:better-sqlite3|saxes|xmlchars|xlsx|yauzl|pend|buffer-crc32)\//,
];
/** What must not be, even there. */
const refused = [/\.map$/, /\.(?:ts|tsx|cpp|hpp|c|h|o|gyp)$/, /(?:^|\/)(?:test|tests|samples|\.env)(?:\/|$)/];

/** 400 MB: Electron is 300 of them. */
const ceiling = 400e6;

export function inspect({ folder, resources, program, target, declaredFuses }: PackedFolder): Inspection {
  const files = readAsar(join(resources, 'app.asar'));
  const fuses = readFuses(readFileSync(program));
  const size = sizeOf(folder);
  const native = `node_modules/better-sqlite3/prebuilds/${target}.node`;
  const beside = filesIn(join(resources, 'app.asar.unpacked'));
  const paths = new Set(files.map(({ path }) => path));
  const faults = [
    ...files
      .filter(({ path }) => !allowed.some((one) => one.test(path)) || refused.some((one) => one.test(path)))
      .map(({ path }) => `nell’archivio c’è ${path}, che non ci deve essere`),
    ...needed
      .filter((path) => !paths.has(path))
      .map((path) => `nell’archivio manca ${path}, senza cui il programma non parte`),
    ...files
      .filter(({ inside, sealed }) => inside !== null && sealed !== inside.found)
      .map(({ path }) => `il sigillo di ${path} non torna`),
    ...(beside.length === 1 && beside[0] === native
      ? []
      : [`fuori dall’archivio ci deve essere soltanto ${native}; c’è: ${beside.join(', ') || 'niente'}`]),
    ...Object.entries(declaredFuses)
      .filter(([name, isOn]) => fuses?.[name] !== isOn)
      .map(([name, isOn]) => `il fusibile ${name} deve essere ${isOn ? 'acceso' : 'spento'}`),
    ...(size > ceiling ? [`la cartella è di ${Math.round(size / 1e6)} MB, più di ${ceiling / 1e6}`] : []),
  ];
  return { files, fuses, size, faults };
}

const needed = [
  'package.json',
  'out/main/index.js',
  'out/main/worker.js',
  'out/main/reader.js',
  'out/main/backup-thread.js',
  'out/main/check-thread.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/saxes/saxes.js',
  'node_modules/xlsx/xlsx.js',
  'node_modules/xlsx/dist/cpexcel.js',
  'node_modules/yauzl/index.js',
];

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'));
}

function sizeOf(folder: string): number {
  return filesIn(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
