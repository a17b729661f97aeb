import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The page that says where each of the 85 edge cases of the trade is proven. */
const page = readFileSync(new URL('../docs/casi-limite.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| +(\d+) +\|[^|]+\|([^|]*)\|$/gm)].map(([, number = '', files = '']) => ({
  number,
  files: [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
}));

it('the page of the edge cases names all 85, each once and in order', () => {
  expect(rows.map(({ number }) => Number(number))).toEqual(Array.from({ length: 85 }, (_, i) => i + 1));
});

it('the page says of every case where it is proven', () => {
  expect(rows.filter(({ files }) => files.length === 0)).toEqual([]);
});

it.each(rows)(
  'edge case $number is a title of each test that the page names: $files',
  ({ number, files }) => {
    // `'64, 65 tells …'`: the numbers of its cases begin a title, or the name of a row in a table of titles.
    const title = new RegExp(`['"\`](?:\\d+, )*${number}(?:, \\d+)* [^'"\`\\n]`);
    for (const file of files)
      expect(readFileSync(new URL(`${file}.test.ts`, import.meta.url), 'utf8')).toMatch(title);
  },
);
