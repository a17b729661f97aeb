import { describe, expect, it } from 'vitest';
import type { CoveringLine } from '../../../src/main/ledger/regularisation-list.ts';
import { coveringReversali } from '../../../src/main/reconciliation/covering-reversali.ts';

const line = (over: Partial<CoveringLine>): CoveringLine => ({
  provvisorioId: 1,
  page: '1',
  digest: `${over.operazione ?? 'ESEGUITO'} ${over.numero ?? '7'} ${over.cents ?? '-'}`,
  operazione: 'ESEGUITO',
  esercizio: 2026,
  numero: '7',
  cents: 100,
  ...over,
});

describe('the reversali that cover a provvisorio', () => {
  it.each<[string, Partial<CoveringLine>[], (string | number | null)[][]]>([
    ['one with its amount', [{}], [['7', 100]]],
    ['one that two giornali tell counts once', [{}, { page: '2' }], [['7', 100]]],
    ['one that covers it in two parts', [{ cents: 40 }, { cents: 60 }], [['7', 100]]],
    ['two of the same number of two years', [{}, { esercizio: 2025 }], [['7', 100], ['7', 100]]], // prettier-ignore
    ['one that was taken back covers nothing', [{}, { operazione: 'STORNATO' }], []],
    ['nor one that was reopened', [{}, { operazione: 'RIPRISTINATO', cents: -100 }], []],
    [
      'one that was taken back in part covers the rest',
      [{}, { operazione: 'STORNATO', cents: 30 }],
      [['7', 70]],
    ],
    ['one whose amount no file says', [{ cents: null }], [['7', null]]],
    ['that was taken back', [{ cents: null }, { cents: null, operazione: 'STORNATO' }], []],
    [
      'that one line tells and another does not stands while more lines cover than take back',
      [{ cents: null }, { cents: 10 }, { cents: 90, operazione: 'STORNATO' }],
      [['7', null]],
    ],
    ['none', [], []],
  ])('%s', (_rule, lines, expected) => {
    const told = coveringReversali(lines.map(line));
    expect(told.map(({ numero, cents }) => [numero, cents])).toEqual(expected);
  });

  it('bears its year', () => {
    expect(coveringReversali([line({ esercizio: 2025 })])).toEqual([
      { esercizio: 2025, numero: '7', cents: 100 },
    ]);
  });
});
