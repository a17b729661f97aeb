import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which room may look into which. A room is the longest of these paths that a file stands under. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'src/shared/domain': [],
  'src/shared/contract': ['src/shared/domain', 'zod'],
  'src/shared/wording': ['src/shared/domain', 'src/shared/contract'],
  'src/main/importers': [
    'src/shared/domain',
    'saxes',
    'xlsx',
    'yauzl',
    'node:buffer',
    // Lines without a number are given one that is made of what they say.
    'node:crypto',
    'node:module',
    'node:zlib',
  ],
  'src/main/disk': ['node:fs'],
  'src/main/ledger': [
    'src/shared/domain',
    'src/main/disk',
    'better-sqlite3',
    'node:crypto',
    'node:fs',
    'node:os',
    'node:path',
  ],
  'src/main/reconciliation': ['src/shared/domain', 'src/main/ledger'],
  'src/main/exports': ['src/shared/domain', 'src/shared/wording', 'node:buffer', 'node:zlib'],
  'src/main/messages': ['src/shared/domain', 'src/main/disk', 'node:'],
  'src/main/demo': ['src/shared/domain', 'node:buffer', 'node:zlib'],
  'src/main/worker': [
    'src/shared',
    'src/main/disk',
    'src/main/importers',
    'src/main/ledger',
    'src/main/messages',
    'src/main/reconciliation',
    'node:crypto',
    'node:fs',
    'node:module',
    'node:worker_threads',
  ],
  'src/main/operations': [
    'src/shared',
    'src/main/doors.ts',
    'src/main/office.ts',
    'src/main/parcels.ts',
    'src/main/disk',
    'src/main/importers',
    'src/main/ledger',
    'src/main/messages',
    'src/main/reconciliation',
    'src/main/worker',
    'src/main/demo',
    'src/main/exports',
    'node:crypto',
    'node:fs',
    'node:os',
    'node:path',
    'node:timers',
  ],
  'src/main': [
    'src/shared',
    'src/main/disk',
    'src/main/ledger',
    'src/main/messages',
    'src/main/operations',
    'src/main/worker',
    'node:crypto',
    'node:fs',
    'node:path',
  ],
  'src/main/hosts': [
    'src/shared',
    'src/main/core.ts',
    'src/main/doors.ts',
    'src/main/office.ts',
    'src/main/parcels.ts',
    'src/main/demo',
    'src/main/disk',
    'src/main/messages/keys',
    'node:',
  ],
  'src/main/hosts/electron': [
    'src/shared',
    'src/main/hosts',
    'src/main/core.ts',
    'src/main/office.ts',
    'src/main/messages/keys',
    'electron',
    'node:',
  ],
  'src/preload': ['src/shared/contract', 'electron'],
  'src/renderer': ['src/shared', 'react', 'react-dom', '@mantine/', '@tabler/icons-react', '@tanstack/'],
};

const root = resolve(import.meta.dirname, '..');

interface Import {
  readonly file: string;
  readonly target: string;
}

describe('the rooms of the house', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join('src', name).replaceAll('\\', '/'));

  it('are all in the table', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => roomOf(file) === null)).toEqual([]);
  });

  it('look only where the table allows', () => {
    expect(
      files
        .flatMap(importsOf)
        .filter(isForbidden)
        .map(({ file, target }) => `${file} looks into ${target}`),
    ).toEqual([]);
  });

  it('keep their screens apart: one never looks into another', () => {
    expect(
      files
        .flatMap(importsOf)
        .filter(({ file, target }) => {
          const [from, to] = [screenOf(file), screenOf(target)];
          return from !== null && to !== null && from !== to;
        })
        .map(({ file, target }) => `${file} looks into ${target}`),
    ).toEqual([]);
  });

  it('would be told on: a forbidden look is seen', () => {
    expect(isForbidden({ file: 'src/shared/domain/euro.ts', target: 'node:fs' })).toBe(true);
    expect(isForbidden({ file: 'src/main/importers/registry.ts', target: 'src/main/ledger/open.ts' })).toBe(
      true,
    );
    expect(isForbidden({ file: 'src/main/ledger/open.ts', target: 'src/main/ledger/migrate.ts' })).toBe(
      false,
    );
  });
});

function roomOf(path: string): string | null {
  const [room = null] = Object.keys(rooms)
    .filter((name) => path.startsWith(`${name}/`))
    .toSorted((a, b) => b.length - a.length);
  return room;
}

function screenOf(path: string): string | null {
  return /^src\/renderer\/screens\/([^/]+)\//.exec(path)?.[1] ?? null;
}

const importPatterns = [
  /^(?:import|export)\s[^'";]*?\bfrom\s+'([^']+)'/gm,
  /^import\s+'([^']+)'/gm,
  /\bimport\('([^']+)'\)/g,
];

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const specifiers = importPatterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
  return specifiers.map((specifier) => ({
    file,
    target: specifier.startsWith('.')
      ? relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/')
      : specifier,
  }));
}

function isForbidden({ file, target }: Import): boolean {
  const room = roomOf(file);
  if (room === null || roomOf(target) === room) return false;
  const allowed = rooms[room] ?? [];
  return !allowed.some((name) =>
    name.endsWith(':') || name.endsWith('/')
      ? target.startsWith(name)
      : target === name || target.startsWith(`${name}/`),
  );
}
