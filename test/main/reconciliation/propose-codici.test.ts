import { describe, expect, it } from 'vitest';
import { proposeCodici } from '../../../src/main/reconciliation/propose-codici.ts';
import { applicationCodesOf, makeIuvAux0, makeIuvAux3 } from '../../../src/shared/domain/iuv.ts';
import { emptySettings } from '../../../src/shared/domain/settings.ts';

const nothing = { paidToUs: [], issuedByOthers: [], listed: [] };
const of = (segregation: string, n = 1) => makeIuvAux3(segregation, String(n).padStart(13, '0'));

describe('whose the codici of the first documents are', () => {
  it('those with which receipts pay us are proposed as ours, the most used first', () => {
    const seen = {
      ...nothing,
      paidToUs: [
        { iuv: of('02'), count: 3 },
        { iuv: of('01'), count: 41 },
      ],
      listed: [{ iuv: of('01', 2), count: 39 }],
    };
    expect(proposeCodici(seen, emptySettings)).toEqual([
      { codice: '01', owner: 'ours', receipts: 41, rows: 39 },
      { codice: '02', owner: 'ours', receipts: 3, rows: 0 },
    ]);
  });

  it('those that only flussi list are of another partner, when receipts show which are ours', () => {
    const seen = {
      ...nothing,
      paidToUs: [{ iuv: of('01'), count: 41 }],
      listed: [{ iuv: of('05'), count: 12 }],
    };
    expect(proposeCodici(seen, emptySettings)).toContainEqual({
      codice: '05',
      owner: 'other',
      receipts: 0,
      rows: 12,
    });
  });

  it('without any receipt nothing can be told, and nothing is', () => {
    const seen = { ...nothing, listed: [{ iuv: of('05'), count: 12 }] };
    expect(proposeCodici(seen, emptySettings).map(({ owner }) => owner)).toEqual(['unsure']);
  });

  it('what the settings know already is proposed no more', () => {
    const seen = {
      ...nothing,
      paidToUs: [{ iuv: of('01'), count: 41 }],
      listed: [
        { iuv: of('05'), count: 12 },
        { iuv: of('07'), count: 2 },
      ],
    };
    const settings = {
      ...emptySettings,
      codiciPropri: ['01'],
      altriPartner: [{ codice: '05', nome: 'Altro Partner' }],
    };
    expect(proposeCodici(seen, settings).map(({ codice }) => codice)).toEqual(['07']);
  });

  it('old IUVs of fifteen digits tell their application code, where it is only one', () => {
    const alone = Array.from({ length: 100 }, (_, n) =>
      makeIuvAux0('22', String(n).padStart(13, '0')),
    ).filter((iuv) => applicationCodesOf(iuv).length === 1);
    const doubtful = Array.from({ length: 100 }, (_, n) =>
      makeIuvAux0('02', String(n).padStart(13, '0')),
    ).filter((iuv) => applicationCodesOf(iuv).length === 2);
    expect([alone.length > 1, doubtful.length > 0]).toEqual([true, true]);
    const seen = {
      ...nothing,
      paidToUs: [...alone.slice(0, 2), ...doubtful.slice(0, 1)].map((iuv) => ({ iuv, count: 1 })),
      listed: [],
    };
    expect(proposeCodici(seen, emptySettings)).toEqual([
      { codice: 'app:22', owner: 'ours', receipts: 2, rows: 0 },
    ]);
  });

  it('a part of what another ente asks for is ours without a code, and its code is nobody’s', () => {
    const seen = {
      paidToUs: [{ iuv: of('01'), count: 41 }],
      issuedByOthers: [{ iuv: of('22'), count: 1 }],
      listed: [{ iuv: of('22'), count: 1 }],
    };
    expect(proposeCodici(seen, emptySettings).map(({ codice }) => codice)).toEqual(['01']);
  });

  it('what bears no code proposes none', () => {
    const seen = {
      ...nothing,
      paidToUs: [{ iuv: 'MENSA-2026-7', count: 9 }],
      listed: [{ iuv: '123', count: 1 }],
    };
    expect(proposeCodici(seen, emptySettings)).toEqual([]);
  });
});
