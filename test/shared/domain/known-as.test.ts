import { expect, it } from 'vitest';
import { knownAs, namedAsNow } from '../../../src/shared/domain/known-as.ts';

it.each([
  ['the same file again', 'rt.zip/1.xml', 'rt.zip', 'rt.zip/1.xml', { was: '', now: '' }],
  [
    'under another name',
    'rt (1).zip/a/1.xml',
    'rt (1).zip',
    'rt.zip/a/1.xml',
    { was: 'rt.zip/', now: 'rt (1).zip/' },
  ],
  [
    'a loose one under another name',
    'copia.xml',
    'copia.xml',
    'uno.xml',
    { was: 'uno.xml', now: 'copia.xml' },
  ],
  ['loose before, in an archive now', 'rt.zip/1.xml', 'rt.zip', '1.xml', { was: '', now: 'rt.zip/' }],
  [
    'in an archive before, loose now',
    '1.xml',
    '1.xml',
    'rt.zip/1.xml',
    { was: 'rt.zip/1.xml', now: '1.xml' },
  ],
  ['of a name that only ends so', 'rt.zip/1.xml', 'rt.zip', '11.xml', null],
  ['otherwise in its archive', 'rt.zip/2.xml', 'rt.zip', 'rt.zip/1.xml', null],
  ['told under the name of another file', 'insieme.xml', 'pagina-2.xml', 'prima.xml', null],
])('%s', (_what, name, file, before, expected) => {
  const known = knownAs(name, file, before);
  expect(known).toEqual(expected);
  expect(known === null ? null : namedAsNow(before, known)).toBe(expected === null ? null : name);
});
