import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogue, idsOf, testFile } from './catalogue.ts';

const source = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

const proven = catalogue.flatMap(({ id, proof }) =>
  'where' in proof ? proof.where.map((where) => ({ id, file: testFile(where) })) : [],
);

it('every promise has an id of its own', () => {
  const ids = catalogue.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

const numbered = (letter: string, last: number): string[] =>
  Array.from({ length: last }, (_, n) => `${letter}${String(n + 1).padStart(2, '0')}`);

it('nothing that can fail, and no attack, is left without a promise or the reason why there is none', () => {
  const ids = new Set(catalogue.map(({ id }) => id));
  expect([...numbered('R', 48), ...numbered('H', 45)].filter((id) => !ids.has(id))).toEqual([]);
});

it('each proof was seen to fail, and says how', () => {
  const unseen = catalogue.filter(
    ({ proof }) =>
      'where' in proof && (proof.seenToFail.length < 12 || /non ancora|pending/i.test(proof.seenToFail)),
  );
  expect(unseen.map(({ id }) => id)).toEqual([]);
});

it.each(proven)('$id begins a title of $file', ({ id, file }) => {
  const titles = [...source(file).matchAll(/['"`]((?:[A-Z]\d\d,? )+)/g)].flatMap(([, title = '']) =>
    idsOf(title),
  );
  expect(titles).toContain(id);
});

it.each(proven.filter(({ file }) => !file.endsWith('.spec.ts')))(
  '$id tells its figure in $file',
  ({ id, file }) => {
    expect(source(file)).toMatch(new RegExp(`found\\(\\s*(?:\\w+|'${id}')`));
  },
);
