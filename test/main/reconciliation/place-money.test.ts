import { describe, expect, it } from 'vitest';
import type { HeldMoney, HeldReading } from '../../../src/main/reconciliation/decided.ts';
import {
  conflictOf,
  correctedReading,
  placeMoney,
  type MoneyPlace,
  type Standing,
} from '../../../src/main/reconciliation/place-money.ts';
import { noKnownIufs, readCausale, type Extraction } from '../../../src/shared/domain/causale.ts';
import type { Correction, DecidedShare } from '../../../src/shared/domain/decision.ts';

const provvisorio = { esercizio: 2026, numero: '7', conto: '0000100' };
const iuf = '2026-03-11Binvit9x-1';
const key = '2026-03-11BINVIT9X-1';

const read: Extraction = {
  ...readCausale(
    { causali: ['BONIFICO'], endToEnd: null, bankTexts: [], reference: null, payer: null },
    noKnownIufs,
  ),
  kind: 'iuf',
  iuf,
  known: true,
};
const open: Standing = { state: 'open', cents: 10_000 };

const money = (decision: HeldMoney['decision']): HeldMoney => ({ decision, readIufKey: null });
const link = money({ kind: 'link', provvisorio, iuf: '2026-03-12Other-2', note: '' });
const unlink = money({ kind: 'unlink', provvisorio, note: '' });
const exclude = money({ kind: 'exclude', provvisorio, note: 'canone' });
const partner = money({
  kind: 'partner',
  target: { type: 'provvisorio', ...provvisorio },
  partner: 'Altro',
  note: '',
});
const share = (...shares: readonly DecidedShare[]): HeldMoney =>
  money({ kind: 'share', provvisorio, shares, note: '' });

const said = (reading: Correction): HeldReading => ({
  decision: { kind: 'correct', provvisorio, reading, note: '' },
  readIufKey: null,
});

const nowhere: MoneyPlace = { shares: [], decided: null, partner: null };
const whole = { iufKey: key, iuf, cents: 10_000 };
const noTotals = (): null => null;

describe('where money counts', () => {
  it.each<[string, Partial<Extraction>, HeldMoney | null, Partial<MoneyPlace>]>([
    ['under the IUF that the causale names', {}, null, { shares: [whole] }],
    ['nowhere when the IUF is cut', { kind: 'truncated' }, null, {}],
    [
      'under the IUF of a link, whatever the causale names',
      {},
      link,
      {
        shares: [{ iufKey: '2026-03-12OTHER-2', iuf: '2026-03-12Other-2', cents: 10_000 }],
        decided: 'link',
      },
    ],
    [
      'under the IUFs over which it was shared out, the rest nowhere',
      {},
      share({ iuf: 'B', cents: 3_000 }, { iuf: 'a', cents: 6_000 }),
      {
        shares: [
          { iufKey: 'A', iuf: 'a', cents: 6_000 },
          { iufKey: 'B', iuf: 'B', cents: 3_000 },
        ],
        decided: 'share',
      },
    ],
    [
      'nowhere when less is left than was shared out',
      {},
      share({ iuf: 'A', cents: 6_000 }, { iuf: 'B', cents: 4_001 }),
      { decided: 'share' },
    ],
    ['nowhere once a person took it out', {}, unlink, { decided: 'unlink' }],
    ['nowhere once a person said that it is not pagoPA', {}, exclude, { decided: 'exclude' }],
    [
      'of another partner, under the IUF that it names all the same',
      {},
      partner,
      { shares: [whole], decided: 'partner', partner: 'Altro' },
    ],
  ])('%s', (_sentence, over, held, place) => {
    expect(placeMoney({ ...read, ...over }, open, held, noTotals)).toEqual({ ...nowhere, ...place });
  });

  it('as read when the bank called it back: there is nothing to decide', () => {
    const cancelled = { state: 'cancelled', cents: 0 };
    for (const held of [link, unlink, exclude, partner, share({ iuf: 'A', cents: 1 })])
      expect(placeMoney(read, cancelled, held, noTotals)).toEqual({
        ...nowhere,
        shares: [{ ...whole, cents: 0 }],
      });
  });
});

describe('money whose causale names several flussi', () => {
  const two = { ...read, otherIufs: ['2026-03-11BINVIT9X-2'] };
  it.each<[string, Record<string, number | null>, number, readonly number[]]>([
    ['is that of each when their totals make it up', { '1': 6_000, '2': 4_000 }, 10_000, [6_000, 4_000]],
    ['is for a person when they make up less', { '1': 6_000, '2': 3_999 }, 10_000, []],
    ['is for a person when they make up more', { '1': 6_000, '2': 4_001 }, 10_000, []],
    ['is for a person while one is not there, or does not add up', { '1': 10_000, '2': null }, 10_000, []],
    ['is for a person when one amounts to nothing', { '1': 10_000, '2': 0 }, 10_000, []],
    ['is for a person when a storno took some of it', { '1': 6_000, '2': 4_000 }, 9_000, []],
  ])('%s', (_sentence, totals, cents, shares) => {
    const place = placeMoney(
      two,
      { state: 'open', cents },
      null,
      (iufKey) => totals[iufKey.slice(-1)] ?? null,
    );
    expect(place.shares.map((one) => one.cents)).toEqual(shares);
  });

  it('counts once under an IUF that it names twice', () => {
    const twice = { ...read, otherIufs: [key.toLowerCase()] };
    expect(placeMoney(twice, open, null, noTotals).shares).toHaveLength(1);
  });
});

describe('what a person says that the causale says', () => {
  it.each<[string, Correction, Partial<Extraction>]>([
    [
      'an IUF',
      { kind: 'iuf', iuf: '2026-03-12 Other-2' },
      { kind: 'iuf', iuf: '2026-03-12Other-2', iuv: null },
    ],
    [
      'an IUV',
      { kind: 'iuv', iuv: '0100 0000 0000 0014 4' },
      { kind: 'iuv', iuf: null, iuv: '01000000000000144' },
    ],
    [
      'a numero avviso',
      { kind: 'iuv', iuv: '301000000000000144' },
      { kind: 'iuv', iuv: '01000000000000144' },
    ],
    ['a reference in small letters', { kind: 'iuv', iuv: 'rf18539007547034' }, { iuv: 'RF18539007547034' }],
    [
      'nothing that can be read',
      { kind: 'unreadable' },
      { kind: 'unreadable', iuf: null, confidence: 'confirm' },
    ],
  ])('%s', (_what, reading, expected) => {
    const corrected = correctedReading({ ...read, otherIufs: ['X'] }, open, said(reading));
    expect(corrected).toMatchObject({ source: 'person', repairs: [], otherIufs: [], ...expected });
  });

  it('counts no more once the bank called the money back', () => {
    expect(correctedReading(read, { state: 'cancelled' }, said({ kind: 'unreadable' }))).toBe(read);
  });

  it('is in conflict with a flusso that the causale names for certain since', () => {
    const elsewhere = { ...nowhere, shares: [{ iufKey: 'X', iuf: 'X', cents: 10_000 }] };
    expect(conflictOf(read, elsewhere, null, said({ kind: 'iuf', iuf: 'X' }), 'open')).toBe(iuf);
  });
});

describe('a link, and a causale that names another flusso', () => {
  const elsewhere: MoneyPlace = {
    ...nowhere,
    shares: [{ iufKey: 'X', iuf: 'X', cents: 10_000 }],
    decided: 'link',
  };
  it.each<[string, Partial<Extraction>, Partial<HeldMoney>, string, string | null]>([
    ['are in conflict when that one is known and certain', {}, {}, 'open', iuf],
    ['are not while nobody knows it', { known: false }, {}, 'open', null],
    ['are not while it is a guess', { confidence: 'likely' }, {}, 'open', null],
    ['are not when it named it already when that was decided', {}, { readIufKey: key }, 'open', null],
    ['are not when it names the other as well', { otherIufs: ['x'] }, {}, 'open', null],
    ['are not when the money was called back', {}, {}, 'cancelled', null],
    ['are not when the person decided something else', {}, unlink, 'open', null],
  ])('%s', (_sentence, over, held, state, conflict) => {
    expect(conflictOf({ ...read, ...over }, elsewhere, { ...link, ...held }, null, state)).toBe(conflict);
  });
});
