import { describe, expect, it } from 'vitest';
import {
  mergeProperties,
  type MergeOptions,
  type Property,
  type PropertyKey,
} from '../../../../src/shared/domain/message/property.ts';
import type { Recipient } from '../../../../src/shared/domain/message/recipient.ts';
import { day, rata, recipient, unica } from './recipients.ts';

const mario = 'RSSMRA85T10A562S';
const anna = 'RSSMRA80A01H501U';
const today = day('2026-03-02');

function property(row: number, different: Partial<Property>): Property {
  return {
    row,
    fiscalCode: null,
    noticeNumber: null,
    debt: null,
    account: null,
    address: null,
    foglio: null,
    particella: null,
    sub: null,
    category: null,
    area: null,
    endDay: null,
    ...different,
  };
}

function merge(
  people: readonly Partial<Recipient>[],
  properties: readonly Property[],
  options: Partial<MergeOptions> = {},
) {
  const rows = people.map((one, index) => recipient({ row: index + 1, ...one }));
  const { byRow, ...rest } = mergeProperties(rows, properties, { today, missing: 'block', ...options });
  return {
    ...rest,
    byRow: Object.fromEntries([...byRow].map(([row, own]) => [row, own.map((one) => one.row)])),
  };
}

const over = (row: number, endDay: string | null) =>
  property(row, {
    fiscalCode: mario,
    address: `VIA ${row}`,
    endDay: endDay === null ? null : day(endDay),
  });

describe('a property is led to who has it', () => {
  it.each<[PropertyKey, string, string, boolean]>([
    ['account', '0012', '12', true],
    ['account', '12', '00012', true],
    ['account', '000', '0', true],
    ['account', 'A012', 'A12', false],
    ['account', '0A12', 'A12', false],
    ['account', 'a12', 'A12', true],
    ['account', ' 12 ', '12', true],
    ['debt', '007', '7', true],
    ['debt', '1007', '17', false],
    ['noticeNumber', '301000000000012373', '301000000000012373', true],
    ['noticeNumber', '012', '12', false],
    ['fiscalCode', mario, mario.toLowerCase(), true],
  ])('by its %s: %j and %j are one: %s', (by, ofPerson, ofProperty, is) => {
    const {
      byRow,
      by: found,
      missing,
      orphans,
    } = merge([{ [by]: ofPerson }], [property(5, { [by]: ofProperty })]);
    expect({ byRow, found, missing, orphans }).toEqual(
      is
        ? { byRow: { 1: [5] }, found: by, missing: [], orphans: [] }
        : { byRow: {}, found: null, missing: [1], orphans: [5] },
    );
  });

  it('by nothing when the two lists have no key in common', () => {
    const nobody = merge([{ account: ' ' }, {}], [property(3, { account: '' }), property(2, {})]);
    expect(nobody).toEqual({
      by: null,
      byRow: {},
      missing: [1, 2],
      blocked: [1, 2],
      orphans: [2, 3],
      ended: [],
      shared: [],
      undivided: [],
    });
  });

  it('by the best key of all, or by the one that a person wants', () => {
    const people = [{ account: '1', noticeNumber: '9', fiscalCode: mario }];
    const both = [property(1, { account: '1' }), property(2, { noticeNumber: '9' }), property(3, {})];
    expect(merge(people, both)).toMatchObject({ by: 'noticeNumber', byRow: { 1: [2] }, orphans: [1, 3] });
    expect(merge(people, both, { by: 'account' })).toMatchObject({
      by: 'account',
      byRow: { 1: [1] },
      orphans: [2, 3],
    });
  });

  it('unless the occupation is over: today is its last day', () => {
    const merged = merge(
      [{}],
      [over(1, null), over(2, '2026-03-01'), over(3, '2026-03-02'), over(4, '2026-03-03')],
    );
    expect(merged).toMatchObject({ byRow: { 1: [1, 3, 4] }, ended: [2], orphans: [] });
  });

  it('and who has none is told, blocked or not', () => {
    const people = [{ row: 9 }, { row: 2 }, { row: 2 }];
    expect(merge(people, [])).toMatchObject({ missing: [2, 9], blocked: [2, 9] });
    expect(merge(people, [], { missing: 'send' })).toMatchObject({ missing: [2, 9], blocked: [] });
  });
});

const of = (...places: readonly Partial<Property>[]) =>
  merge(
    [{}],
    places.map((place, index) => property(index + 1, { fiscalCode: mario, ...place })),
  ).byRow[1];

describe('the properties of one person', () => {
  it('stand by address, number by number, then by the cadastre', () => {
    expect(of({ address: 'VIA ROMA 12' }, { address: 'via Roma 9' }, { address: 'VIA PO 1' })).toEqual([
      3, 2, 1,
    ]);
    expect(of({ foglio: '12' }, { foglio: '9' }, { foglio: null })).toEqual([3, 2, 1]);
    expect(of({ particella: '12' }, { particella: '9' })).toEqual([2, 1]);
    expect(of({ sub: '12' }, { sub: '9' })).toEqual([2, 1]);
    expect(of({ category: 'C/6' }, { category: 'A/2' })).toEqual([2, 1]);
    expect(of({ area: '100' }, { area: '85' })).toEqual([2, 1]);
    expect(of({ address: 'VIA PO', area: '9' }, { address: 'VIA AIA', area: '10' })).toEqual([2, 1]);
  });

  it('stand in one order whatever the second list does, even where only an accent tells them apart', () => {
    const one = { address: 'VIA CITTA' };
    const other = { address: 'VIA CITTÀ' };
    expect(of(one, other)).toEqual([1, 2]);
    expect(of(other, one)).toEqual([2, 1]);
  });

  it('are told once, the last row of several', () => {
    expect(
      of({ address: 'VIA ROMA 1' }, { address: ' via roma 1 ' }, { address: 'VIA ROMA 1', sub: '2' }),
    ).toEqual([2, 3]);
    expect(of({ address: '' }, { address: null })).toEqual([2]);
  });

  it('may be shared with others, whom the list names by what it has', () => {
    const house = { address: 'VIA ROMA 1' };
    const shared = (...same: readonly Partial<Property>[]) =>
      merge(
        [{}],
        same.map((one, index) => property(index + 1, { ...house, ...one })),
      ).shared;
    expect(shared({ fiscalCode: mario }, { fiscalCode: anna })).toEqual([1, 2]);
    expect(shared({ fiscalCode: mario }, { fiscalCode: mario })).toEqual([]);
    expect(shared({ account: '1' }, { account: '2' })).toEqual([1, 2]);
    expect(shared({ account: '1' }, { account: '1' })).toEqual([]);
    expect(shared({ fiscalCode: mario }, { debt: '7' })).toEqual([]);
    expect(shared({ fiscalCode: mario }, { fiscalCode: anna, address: 'VIA ROMA 2' })).toEqual([]);
  });

  it('stand with each of several debts when only the person is known', () => {
    const house = [property(1, { fiscalCode: mario, address: 'VIA ROMA 1' })];
    const undivided = (...people: readonly Partial<Recipient>[]) => merge(people, house).undivided;
    expect(undivided({ debt: 'A' }, { debt: 'B' })).toEqual([1, 2]);
    expect(undivided({ debt: 'A' }, { debt: 'A' })).toEqual([]);
    expect(undivided({ account: '1' }, { account: '2' })).toEqual([1, 2]);
    expect(undivided({ debt: 'A', account: '1' }, { debt: 'A', account: '2' })).toEqual([]);
    // Instalments of one debt; avvisi of two; rows of nothing else.
    expect(undivided({ rata: rata(1) }, { rata: rata(2) })).toEqual([]);
    expect(undivided({ rata: unica, noticeNumber: '1' }, { rata: unica, noticeNumber: '2' })).toEqual([]);
    expect(undivided({ noticeNumber: '1' }, { noticeNumber: '2' })).toEqual([1, 2]);
    expect(undivided({ noticeNumber: '1' }, { noticeNumber: '1' })).toEqual([]);
    expect(undivided({}, {})).toEqual([1, 2]);
    expect(undivided({ debt: 'A' })).toEqual([]);
    expect(undivided({ debt: 'A' }, { debt: 'B', fiscalCode: anna })).toEqual([]);
    expect(undivided({ debt: 'A', fiscalCode: anna }, { debt: 'B', fiscalCode: anna }, {})).toEqual([]);
    expect(undivided({ row: 10, debt: 'A' }, { row: 9, debt: 'B' })).toEqual([9, 10]);
  });
});
