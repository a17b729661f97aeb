import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { covers, needsNoNotice, readAnnotations } from './reuse-toml.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '');
const annotations = readAnnotations(read('REUSE.toml'));

describe('whose it is, and under which licence', () => {
  it('is said of every file, as REUSE asks', () => {
    expect(tracked.length).toBeGreaterThan(1000);
    const bare = tracked.filter(
      (file) =>
        !needsNoNotice(file) && !annotations.some(({ paths }) => paths.some((path) => covers(path, file))),
    );
    expect(bare).toEqual([]);
  });

  it('names only licences whose text is here, and only files that are', () => {
    const used = [...new Set(annotations.map(({ licence }) => licence))];
    expect(readdirSync(join(root, 'LICENSES'))).toEqual(used.map((licence) => `${licence}.txt`));
    expect(read('LICENSES/EUPL-1.2.txt')).toBe(read('LICENSE'));
    for (const path of annotations.flatMap(({ paths }) => paths))
      expect({ path, is: tracked.some((file) => covers(path, file)) }).toEqual({ path, is: true });
  });

  it('is the same everywhere it stands', () => {
    const holders = annotations.map(({ copyright }) => copyright.replace(/^\d{4} /, ''));
    for (const holder of holders) expect(read('AUTHORS')).toContain(holder);
    const { license } = JSON.parse(read('package.json')) as { license: string };
    expect(annotations.map(({ licence }) => licence)).toEqual(annotations.map(() => license));
  });

  it('a star stays within a folder, two do not', () => {
    expect(covers('*.md', 'README.md')).toBe(true);
    expect(covers('*.md', 'docs/it.md')).toBe(false);
    expect(covers('docs/**', 'docs/formati/secim.md')).toBe(true);
    expect(covers('a.b', 'axb')).toBe(false);
  });
});
