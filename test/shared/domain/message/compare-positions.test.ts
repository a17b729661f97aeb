import { expect, it } from 'vitest';
import { comparePositions } from '../../../../src/shared/domain/message/compare-positions.ts';
import { day, recipient } from './recipients.ts';

const notice = '301000000000012373';
const other = '312202500000001771';
const asked = { cents: 12_830, dueDay: day('2026-12-16') };
const known = (over: object = {}) => new Map([[notice, { ...asked, cancelled: false, ...over }]]);

it('has nothing to say of what agrees, nor of what is asked for without an avviso', () => {
  const rows = [recipient({ row: 1, noticeNumber: notice, ...asked }), recipient({ row: 2, cents: 5 })];
  expect(comparePositions(rows, known(), true)).toEqual([]);
});

it.each([
  ['another amount', { cents: 12_831 }],
  ['another day', { dueDay: day('2026-12-17') }],
])('%s is told with what both say', (_, over) => {
  const rows = [recipient({ row: 7, noticeNumber: notice, ...asked })];
  expect(comparePositions(rows, known(over), true)).toEqual([
    {
      code: 'position-differs',
      rows: [7],
      example: { row: 7, list: asked, position: { ...asked, ...over } },
    },
  ]);
});

it('does not compare what either leaves open, nor what was cancelled', () => {
  const bare = recipient({ noticeNumber: notice, cents: 12_830 });
  expect(comparePositions([bare], known(), true)).toEqual([]);
  const full = recipient({ noticeNumber: notice, ...asked });
  expect(comparePositions([full], known({ dueDay: null }), true)).toEqual([]);
  expect(comparePositions([full], known({ cents: 1, cancelled: true }), true)).toEqual([]);
});

it('misses an avviso only where the positions of its service are known, and tells a row once', () => {
  const twice = recipient({ row: 3, noticeNumber: other });
  expect(comparePositions([twice, twice], known(), false)).toEqual([]);
  expect(comparePositions([twice, twice], known(), true)).toEqual([{ code: 'position-missing', rows: [3] }]);
});
