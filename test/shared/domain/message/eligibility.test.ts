import { describe, expect, it } from 'vitest';
import { whyNotAsked, type KnownOfDebt } from '../../../../src/shared/domain/message/eligibility.ts';
import { day, rata, unica } from './recipients.ts';

const today = day('2026-03-10');
const open: KnownOfDebt = {
  noticeNumber: '301000000000012373',
  dueDay: day('2026-03-10'),
  preparedOn: day('2026-03-01'),
  notAfter: null,
  rata: null,
  payment: null,
  elsewhere: null,
  positionCancelled: false,
  paidSiblings: [],
};

describe('who is not asked any more', () => {
  it.each<[string, Partial<KnownOfDebt>, object | null]>([
    ['nobody paid, and it falls due today', {}, null],
    [
      'it was paid',
      { payment: { paidOn: day('2026-03-05') } },
      { code: 'already-paid', paidOn: '2026-03-05' },
    ],
    [
      'it was paid by F24',
      { elsewhere: { list: 'f24.csv', paidOn: null } },
      { code: 'paid-elsewhere', list: 'f24.csv', paidOn: null },
    ],
    ['its position was cancelled', { positionCancelled: true }, { code: 'position-cancelled' }],
    [
      'its day passed while it waited',
      { dueDay: day('2026-03-09') },
      { code: 'due-passed', dueDay: '2026-03-09' },
    ],
    ['its day had passed when it was prepared', { dueDay: day('2026-02-28') }, null],
    [
      'nobody knows when it was prepared',
      { dueDay: day('2026-02-28'), preparedOn: null },
      { code: 'due-passed', dueDay: '2026-02-28' },
    ],
    ['its turn is over', { notAfter: day('2026-03-09') }, { code: 'turn-over', notAfter: '2026-03-09' }],
    ['its turn ends today', { notAfter: today }, null],
    ['the whole was paid', { rata: rata(2), paidSiblings: [unica] }, { code: 'unica-paid' }],
    ['an instalment was paid', { rata: unica, paidSiblings: [rata(1)] }, { code: 'rata-paid' }],
    ['another instalment was paid', { rata: rata(2), paidSiblings: [rata(1)] }, null],
    ['the same part was paid', { rata: rata(2), paidSiblings: [rata(2)] }, { code: 'part-paid' }],
    ['both were paid', { rata: rata(2), paidSiblings: [unica, rata(1)] }, { code: 'both-paid' }],
    ['no avviso rides along', { noticeNumber: null, dueDay: day('2020-01-01') }, null],
  ])('%s', (_what, known, reason) => {
    expect(whyNotAsked({ ...open, ...known }, today)).toEqual(reason);
  });
});
