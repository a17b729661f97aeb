import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { slugOf } from '../src/shared/wording/guide/slug.ts';

const root = resolve(import.meta.dirname, '..');

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name).replaceAll('\\', '/')),
];

interface Target {
  readonly page: string;
  readonly target: string;
}

/** What a page refers to inside the repository: links, pictures, and the sources of its HTML pictures. */
function targetsOf(page: string): Target[] {
  const text = readFileSync(join(root, page), 'utf8').replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
  const found = [
    ...[...text.matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g)].map(([, target = '']) => target),
    ...[...text.matchAll(/\b(?:src|srcset)="([^"]+)"/g)].map(([, target = '']) => target),
  ];
  return found.filter((target) => !/^[a-z]+:/i.test(target)).map((target) => ({ page, target }));
}

function isThere({ page, target }: Target): boolean {
  const [path = '', anchor] = target.split('#', 2);
  const file = path === '' ? join(root, page) : resolve(root, dirname(page), decodeURIComponent(path));
  if (!existsSync(file)) return false;
  return anchor === undefined || headingsOf(file).has(decodeURIComponent(anchor));
}

function headingsOf(file: string): Set<string> {
  const headings = [...readFileSync(file, 'utf8').matchAll(/^#{1,6} (.+)$/gm)];
  return new Set(headings.map(([, title = '']) => slugOf(title.replaceAll(/[`*_]|\]\([^)]*\)/g, ''))));
}

const say = ({ page, target }: Target): string => `${page} → ${target}`;

describe('the pages of the repository', () => {
  const targets = pages.flatMap(targetsOf);

  it('lead only to files and headings that are there', () => {
    expect(targets.length).toBeGreaterThan(200);
    expect(targets.filter((target) => !isThere(target)).map(say)).toEqual([]);
  });

  it('have each picture in the light and in the dark', () => {
    const pictures = targets.filter(({ target }) => target.endsWith('.png'));
    expect(pictures.length).toBeGreaterThan(15);
    const twins = pictures.map(({ page, target }) => ({
      page,
      target: target.includes('-chiaro.')
        ? target.replace('-chiaro.', '-scuro.')
        : target.replace('-scuro.', '-chiaro.'),
    }));
    expect(twins.filter((twin) => !isThere(twin)).map(say)).toEqual([]);
  });

  it('of the guide have the pictures that the program takes with it, and it takes no other', () => {
    const source = readFileSync(join(root, 'src/renderer/screens/aiuto/pictures.ts'), 'utf8');
    const taken = /docs\/immagini\/\{([\w,-]+)\}-\{chiaro,scuro\}\.png/.exec(source)?.[1]?.split(',') ?? [];
    const shown = targets
      .filter(({ page, target }) => page.startsWith('docs/guida/') && target.endsWith('.png'))
      .map(({ target }) => target.replace(/^.*\/([\w-]+)-chiaro\.png$/, '$1'));
    expect(taken.toSorted()).toEqual([...new Set(shown)].toSorted());
  });
});
