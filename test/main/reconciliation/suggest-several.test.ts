import { describe, expect, it } from 'vitest';
import type { AwaitedFlow, LooseMoney } from '../../../src/main/ledger/suggestions.ts';
import { sharingsOf } from '../../../src/main/reconciliation/suggest-sharing.ts';
import { togetherOf } from '../../../src/main/reconciliation/suggest-together.ts';
import type { Day } from '../../../src/shared/domain/day.ts';

const flow = (name: string, missingCents: number, over: Partial<AwaitedFlow> = {}): AwaitedFlow => ({
  iufKey: name,
  iuf: name,
  date: '2026-03-11' as Day,
  cents: missingCents,
  missingCents,
  pspCode: 'BINVIT9X',
  pspName: null,
  bucket: 'missing',
  ...over,
});

const loose = (numero: string, cents: number, named: readonly string[] = []): LooseMoney => ({
  esercizio: 2026,
  numero,
  conto: '0000100',
  date: '2026-03-12' as Day,
  cents,
  causale: 'BONIFICO',
  payer: null,
  candidates: [],
  named,
});

/** Each way to share it out, and why. */
function sharings(money: LooseMoney, ...flows: readonly AwaitedFlow[]): string[][] {
  return sharingsOf(money, flows).map(({ shares, reasons }) => [
    shares.map(({ flow: { iuf }, cents }) => `${iuf} ${cents}`).join(', '),
    reasons.join(' '),
  ]);
}

/** Each sum that makes 100 up. */
function sums(...cents: readonly number[]): string[] {
  const money = cents.map((one, i) => loose(String(i + 1), one));
  return togetherOf({ missingCents: 100 }, money).map((together) =>
    together.map(({ numero }) => numero).join('+'),
  );
}

describe('money that could be of several flussi', () => {
  it('is shared out over those that its causale names, as far as it goes', () => {
    const named = ['b', 'A'];
    expect(sharings(loose('1', 10, named), flow('A', 6), flow('B', 4), flow('C', 10))).toEqual([
      ['A 6, B 4', 'named same-amount'],
    ]);
    expect(sharings(loose('1', 9, named), flow('A', 6), flow('B', 4))).toEqual([['A 6, B 3', 'named']]);
    expect(sharings(loose('1', 5, named), flow('A', 6), flow('B', 4))).toEqual([['A 5', 'named']]);
    expect(sharings(loose('1', 12, named), flow('B', 4))).toEqual([['B 4', 'named']]);
    expect(sharings(loose('1', 12, named))).toEqual([]);
  });

  it('is that of two of one PSP and one day that make it up, every two of them', () => {
    expect(sharings(loose('1', 10), flow('A', 6), flow('B', 4), flow('C', 4), flow('D', 5))).toEqual([
      ['A 6, B 4', 'same-amount same-psp same-day'],
      ['A 6, C 4', 'same-amount same-psp same-day'],
    ]);
    expect(sharings(loose('1', 10), flow('A', 5), flow('B', 5))).toHaveLength(1);
    expect(sharings(loose('1', 10), flow('A', 10), flow('B', 5))).toEqual([]);
    expect(sharings(loose('1', 10), flow('A', 6), flow('B', 4, { pspCode: 'ALTROIT1' }))).toEqual([]);
    expect(sharings(loose('1', 10), flow('A', 6), flow('B', 4, { date: '2026-03-10' as Day }))).toEqual([]);
  });
});

describe('several provvisori that could be the money of one flusso', () => {
  it('are two that make it up, or else three', () => {
    expect(sums(60, 40)).toEqual(['1+2']);
    expect(sums(50, 30, 20)).toEqual(['1+2+3']);
    expect(sums(60, 40, 50, 30, 20)).toEqual(['1+2']);
    expect(sums(60, 40, 40)).toEqual(['1+2', '1+3']);
    expect(sums(60, 41)).toEqual([]);
    expect(sums(50)).toEqual([]);
  });

  it('are not looked for among very many: some sum always fits', () => {
    expect(sums(...Array.from({ length: 41 }, () => 50))).toEqual([]);
  });
});
