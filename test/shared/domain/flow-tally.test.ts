import { describe, expect, it } from 'vitest';
import { cents } from '../../../src/shared/domain/euro.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import type { FlowAnomaly } from '../../../src/shared/domain/document.ts';
import { createFlowCounter, isAnomalous, type FlowTally } from '../../../src/shared/domain/flow-tally.ts';
import type { FlussoHeader, RigaFlusso } from '../../../src/shared/domain/flusso.ts';

function riga(over: Partial<Omit<RigaFlusso, 'cents'>> & { cents?: number } = {}): RigaFlusso {
  return {
    iuv: '01000000000000144',
    iur: 'A',
    index: 1,
    esito: 0,
    date: '2026-01-15' as Day,
    ...over,
    cents: cents(over.cents ?? 100),
  };
}

function tally(righe: readonly RigaFlusso[], declaredCents: number, declaredCount = righe.length): FlowTally {
  const header: FlussoHeader = {
    iuf: '2026-01-15BINVIT9X-S1',
    revision: 1,
    createdAt: '2026-01-15T18:30:00',
    regolamento: 'TRN1',
    date: '2026-01-15' as Day,
    pspCode: 'BINVIT9X',
    pspName: null,
    enteCodiceFiscale: '90901230376',
    enteDenominazione: null,
    declaredCount,
    declaredCents: cents(declaredCents),
  };
  const counter = createFlowCounter(header);
  for (const one of righe) counter.add(one);
  return counter.finish();
}

describe('the rows of a flusso', () => {
  it('add up when they are as many, and amount to as much, as its head declares', () => {
    expect(tally([riga(), riga({ iur: 'B', cents: 50 })], 150)).toEqual({
      anomalies: [],
      corrections: [],
      withoutIndex: 0,
    });
  });

  it.each<[string, () => FlowTally, FlowAnomaly[]]>([
    ['more than declared', () => tally([riga()], 100, 2), [{ code: 'count-differs', declared: 2, found: 1 }]],
    [
      'a cent less',
      () => tally([riga()], 101),
      [{ code: 'total-differs', declaredCents: 101, foundCents: 100 }],
    ],
    ['none at all', () => tally([], 0), [{ code: 'no-rows' }]],
    [
      'an outcome nobody knows',
      () => tally([riga({ esito: 7 })], 100),
      [{ code: 'unknown-esito', row: 1, esito: 7 }],
    ],
    ['the same row twice', () => tally([riga(), riga()], 200), [{ code: 'duplicate-row', row: 2 }]],
  ])('are told of when they are wrong: %s', (_sentence, counted, expected) => {
    expect(counted().anomalies).toEqual(expected);
  });

  it.each([
    ['with its sign', -100, 100],
    ['with the opposite sign', 100, 100],
    ['and left out of the total', 100, 200],
    ['and counted as money', 100, 300],
  ])('may hold a revoked one, written %s', (_sentence, revoked, declared) => {
    const righe = [riga({ cents: 200 }), riga({ iur: 'B', cents: revoked, esito: 3 })];
    expect(tally(righe, declared).anomalies).toEqual([]);
  });

  it('without an index take the first that is free', () => {
    const righe = [riga({ index: null }), riga({ index: null }), riga({ iur: 'B', index: null })];
    expect(tally(righe, 300)).toEqual({
      anomalies: [],
      corrections: [{ row: 2, index: 2, duplicate: false }],
      withoutIndex: 3,
    });
  });

  it('of another index are another line, and free indexes are counted for each payment', () => {
    expect(tally([riga(), riga({ index: 2 })], 200).corrections).toEqual([]);
    const righe = ['A', 'A', 'A', 'B', 'B'].map((iur) => riga({ iur, index: null }));
    expect(tally(righe, 500).corrections.map(({ row, index }) => [row, index])).toEqual([
      [2, 2],
      [3, 3],
      [5, 2],
    ]);
  });

  it('are told a hundred times of each thing that is wrong, not more', () => {
    const unknown = Array.from({ length: 101 }, (_, i) => riga({ index: i + 1, esito: 7 }));
    const { anomalies } = tally([...unknown, riga({ esito: 7 })], 10_200);
    const codes = anomalies.map(({ code }) => code);
    expect(codes.filter((code) => code === 'unknown-esito')).toHaveLength(100);
    expect(codes.filter((code) => code === 'duplicate-row')).toHaveLength(1);
  });

  it('that repeat another one are not counted as payments', () => {
    expect(tally([riga(), riga()], 200).corrections).toEqual([{ row: 2, index: 1, duplicate: true }]);
  });

  it('that repeat another one with a different amount are payments, under an index of their own', () => {
    const { anomalies, corrections } = tally([riga(), riga({ cents: 50 })], 150);
    expect(anomalies).toEqual([{ code: 'duplicate-row', row: 2 }]);
    expect(corrections).toEqual([{ row: 2, index: 2, duplicate: false }]);
  });

  it('never share IUV, IUR and index, but for the repeated ones', () => {
    const indexes = [1, null, 2, null, 1, 3];
    const righe = indexes.map((index, position) => riga({ index, cents: 100 + position }));
    const { corrections } = tally(righe, 615);
    const found = righe.map(({ index }, position) => {
      const correction = corrections.find(({ row }) => row === position + 1);
      return correction?.index ?? index ?? 1;
    });
    expect(new Set(found).size).toBe(indexes.length);
  });
});

describe('a flusso is not to be trusted as a whole', () => {
  it('unless all that is wrong is the outcome of some rows', () => {
    expect(isAnomalous([])).toBe(false);
    expect(isAnomalous([{ code: 'unknown-esito', row: 1, esito: 7 }])).toBe(false);
    expect(isAnomalous([{ code: 'unknown-esito', row: 1, esito: 7 }, { code: 'no-rows' }])).toBe(true);
  });
});
