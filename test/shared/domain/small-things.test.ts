import { describe, expect, it } from 'vitest';
import { isForAPerson, isInFile } from '../../../src/shared/domain/columns-to-match.ts';
import type { DocumentProblem } from '../../../src/shared/domain/document.ts';
import { byText } from '../../../src/shared/domain/order.ts';
import { canonicalEntry, canonicalJson } from '../../../src/shared/domain/trail.ts';
import { hasLeft, type WhatLeft } from '../../../src/shared/domain/what-left.ts';

describe('a list that waits for a person', () => {
  it.each([
    ['columns-unknown', true],
    ['columns-shifted', true],
    ['empty', false],
  ])('%s: %s', (code, is) => {
    expect(isForAPerson({ code } as DocumentProblem)).toBe(is);
  });

  it('is one with a problem', () => {
    expect(isForAPerson(null)).toBe(false);
  });

  it.each([
    ['archivio.zip', true],
    ['archivio.zip/lista.csv', true],
    ['archivio.zip#2', true],
    ['archivio.zip2', false],
    ['altro/archivio.zip', false],
    ['archivio', false],
  ])('%s is in archivio.zip: %s', (document, is) => {
    expect(isInFile(document, 'archivio.zip')).toBe(is);
  });
});

it.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['Z', 'a', -1],
  ['z', 'à', -1],
])('%j and %j stand as %i says', (a, b, order) => {
  expect(byText(a, b)).toBe(order);
});

describe('an entry of the trail', () => {
  it('is one text, whatever order it was put together in', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }], A: {} })).toBe(
      '{"A":{},"a":[{"c":"x","d":null}],"b":1}',
    );
    expect(canonicalJson({ a: 1, b: 2, c: { z: 1, y: [2, 1] } })).toBe('{"a":1,"b":2,"c":{"y":[2,1],"z":1}}');
  });

  it('is hashed with everything that it tells', () => {
    const entry = {
      seq: 3,
      at: '2026-03-10T09:00:00.000Z',
      user: 'anna',
      program: '1.0.0',
      host: 'window',
      operation: 'rules-written',
      subject: 'regole',
      details: '{"n":1}',
      previous: 'f00',
    } as unknown as Parameters<typeof canonicalEntry>[0];
    expect(canonicalEntry(entry)).toBe(
      '[3,"2026-03-10T09:00:00.000Z","anna","1.0.0","window","rules-written","regole","{\\"n\\":1}","f00"]',
    );
  });
});

describe('what left the building', () => {
  const nothing: WhatLeft = { files: [], fileCount: 0, consumers: [], programs: [], messages: 0, sent: 0 };

  it.each<[Partial<WhatLeft>, boolean]>([
    [{}, false],
    [{ fileCount: 1 }, true],
    [{ consumers: [{ name: 'x', export: 'y', at: '2026-03-10' }] }, true],
    [{ programs: [{ name: 'x', lastUsedOn: '2026-03-10' }] }, true],
    [{ messages: 1 }, true],
    [{ sent: 1 }, true],
  ])('%j: %s', (left, is) => {
    expect(hasLeft({ ...nothing, ...left })).toBe(is);
  });
});
