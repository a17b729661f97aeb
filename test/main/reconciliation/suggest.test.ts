import { describe, expect, it } from 'vitest';
import type { AwaitedFlow, LooseMoney } from '../../../src/main/ledger/suggestions.ts';
import { bestFits, fitOf, rivalsOf, type Fit } from '../../../src/main/reconciliation/suggest.ts';
import type { Day } from '../../../src/shared/domain/day.ts';

const flow: AwaitedFlow = {
  iufKey: '2026-03-11BINVIT9X-1',
  iuf: '2026-03-11BINVIT9X-1',
  date: '2026-03-11' as Day,
  cents: 10_000,
  missingCents: 10_000,
  pspCode: 'BINVIT9X',
  pspName: 'Banca Inventata',
  bucket: 'missing',
};

const money: LooseMoney = {
  esercizio: 2026,
  numero: '1',
  conto: '0000100',
  date: '2026-03-12' as Day,
  cents: 10_000,
  causale: 'BONIFICO',
  payer: null,
  candidates: [],
  named: [],
};

const on = (day: string): Partial<LooseMoney> => ({ date: day as Day });

function fit(overMoney: Partial<LooseMoney> = {}, overFlow: Partial<AwaitedFlow> = {}): Fit {
  const found = fitOf({ ...money, ...overMoney }, { ...flow, ...overFlow });
  if (found === null) throw new Error('nothing fits');
  return found;
}

const named = (payer: string | null, pspName: string | null, pspCode = 'X'): boolean =>
  fit({ payer }, { pspName, pspCode }).reasons.some(({ code }) => code === 'same-psp');

describe('money that could be of a flusso', () => {
  it.each<[string, Partial<LooseMoney>, Partial<AwaitedFlow>, object[]]>([
    ['has its amount, a day later', {}, {}, [{ code: 'same-amount' }, { code: 'days-apart', days: 1 }]],
    [
      'came the day before',
      on('2026-03-10'),
      {},
      [{ code: 'same-amount' }, { code: 'days-apart', days: -1 }],
    ],
    [
      'came ten days later',
      on('2026-03-21'),
      {},
      [{ code: 'same-amount' }, { code: 'days-apart', days: 10 }],
    ],
    [
      'has what is left of its amount',
      {},
      { cents: 15_000 },
      [{ code: 'residual-amount' }, { code: 'days-apart', days: 1 }],
    ],
    [
      'lost the end of its IUF, and came when it liked',
      { ...on('2026-05-11'), candidates: ['2026-03-11BINVIT9X-1'] },
      {},
      [{ code: 'truncated-iuf' }, { code: 'same-amount' }, { code: 'days-apart', days: 61 }],
    ],
    [
      'lost the end of its IUF, and is a part of it',
      { cents: 50, candidates: ['2026-03-11BINVIT9X-1'] },
      {},
      [{ code: 'truncated-iuf' }, { code: 'days-apart', days: 1 }],
    ],
    [
      'was sent by its PSP',
      { payer: 'BANCA INVENTATA S.P.A.' },
      {},
      [{ code: 'same-amount' }, { code: 'same-psp' }, { code: 'days-apart', days: 1 }],
    ],
    [
      'bears the code of its PSP',
      { causale: 'URI 2026-03-11 BINVIT9X' },
      {},
      [{ code: 'same-amount' }, { code: 'same-psp' }, { code: 'days-apart', days: 1 }],
    ],
    [
      'came near the day that its IUF bears, of two days the nearer',
      on('2026-03-12'),
      { date: '2026-02-01' as Day },
      [{ code: 'same-amount' }, { code: 'days-apart', days: 1 }],
    ],
  ])('%s', (_sentence, overMoney, overFlow, reasons) => {
    expect(fit(overMoney, overFlow).reasons).toEqual(reasons);
  });

  it.each<[string, Partial<LooseMoney>, Partial<AwaitedFlow>]>([
    ['of another amount', { cents: 9_999 }, {}],
    ['of the whole amount when only a part is missing', {}, { missingCents: 4_000 }],
    ['two days too early', on('2026-03-09'), {}],
    ['eleven days later', on('2026-03-22'), {}],
    ['of the same PSP alone', { cents: 1, payer: 'Banca Inventata' }, {}],
    ['cut on the way to another IUF', { cents: 1, candidates: ['2026-03-11BINVIT9X-2'] }, {}],
  ])('is not money %s', (_sentence, overMoney, overFlow) => {
    expect(fitOf({ ...money, ...overMoney }, { ...flow, ...overFlow })).toBeNull();
  });

  it('is shown by what says most, then by the day, and never more than five', () => {
    const cut = fit({ numero: '2', cents: 5, candidates: [flow.iuf] });
    const amount = fit({ numero: '3' });
    const later = fit({ numero: '4', ...on('2026-03-14') });
    const withPsp = fit({ numero: '5', payer: 'Banca Inventata', ...on('2026-03-20') });
    const order = [cut, withPsp, amount, later];
    expect(bestFits(order.toReversed())).toEqual(order);
    expect(bestFits(Array.from({ length: 9 }, (_, i) => fit({ numero: String(i) })))).toHaveLength(5);
  });

  it.each<[string, Partial<LooseMoney>, number]>([
    ['a cut IUF is worth more than all the rest', { cents: 5, candidates: [flow.iuf] }, 4],
    ['an amount is worth more than a PSP', {}, 2],
    ['each adds to the other', { payer: 'Banca Inventata' }, 3],
    ['all of them', { candidates: [flow.iuf], payer: 'Banca Inventata' }, 7],
  ])('weighs its reasons: %s', (_which, over, strength) => {
    expect(fit(over).strength).toBe(strength);
  });

  it('of one day is shown in the order of the flussi, then of the provvisori', () => {
    const order = [
      fit({ numero: '1' }, { iufKey: '2026-03-11BINVIT9X-1' }),
      fit({ numero: '2' }, { iufKey: '2026-03-11BINVIT9X-1' }),
      fit({ numero: '1' }, { iufKey: '2026-03-11BINVIT9X-2' }),
    ];
    expect(bestFits(order.toReversed())).toEqual(order);
    const [before, after] = [
      fit({ numero: '3', ...on('2026-03-10') }),
      fit({ numero: '4', ...on('2026-03-13') }),
    ];
    expect(bestFits([after, before])).toEqual([before, after]);
  });

  it('is of a PSP whose name has five letters at least, however it is written', () => {
    expect(named('poste', 'Poste')).toBe(true);
    expect(named('banca', 'Banc')).toBe(false);
    expect(named('B.A.N.C.A. X', 'banca-x')).toBe(true);
    expect(named('XXXXX', null, 'XXXXX')).toBe(true);
    expect(named(null, null, 'UNDEFINED')).toBe(false);
    expect(named('null', 'Undefined')).toBe(false);
  });

  it('goes by the day of the flusso alone where the IUF bears none', () => {
    expect(fit({}, { iufKey: 'SENZA-GIORNO', iuf: 'SENZA-GIORNO' }).days).toBe(1);
  });

  it('has as many rivals as there are pairs that fit as well', () => {
    const mine = fit();
    const twin = fit({ numero: '2' });
    const otherFlow = fit({}, { iufKey: '2026-03-11BINVIT9X-9' });
    const better = fit({ numero: '3', payer: 'Banca Inventata' });
    expect(rivalsOf(mine, [mine, twin, twin, otherFlow, better])).toBe(3);
    expect(rivalsOf(better, [mine, twin, otherFlow, better])).toBe(0);
  });
});
