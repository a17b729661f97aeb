import { describe, expect, it } from 'vitest';
import type { DerivedPayment } from '../../../src/main/ledger/payments.ts';
import type { PositionFact } from '../../../src/main/ledger/positions.ts';
import { derivePosition } from '../../../src/main/reconciliation/derive-position.ts';
import { compileCodici } from '../../../src/shared/domain/codice.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { emptySettings } from '../../../src/shared/domain/settings.ts';
import { encodeEvidence, type Evidence } from '../../../src/shared/domain/verdict.ts';

const iuv = '01000000000000144';
const codici = compileCodici({
  ...emptySettings,
  servizi: [{ id: 'tari', nome: 'TARI', codici: [], tipiDovuto: ['TARI'] }],
});

const fact: PositionFact = {
  id: 3,
  iuv,
  action: 'keep',
  cents: 100,
  dueDay: '2026-06-30' as Day,
  tipoDovuto: 'TARI',
  category: null,
  description: null,
  digest: 'a',
};

function payment(over: Partial<Evidence>, cents = 100): DerivedPayment {
  const evidence = encodeEvidence({
    owner: 'ours',
    receipt: 'paid',
    report: 'executed',
    amountDiffers: false,
    flowAnomalous: false,
    money: 'exact',
    settledSingly: false,
    double: false,
    notes: [],
    ...over,
  });
  return { evidence, cents } as DerivedPayment;
}

describe('a debt position', () => {
  it('is what its lists say, with the service it is told by', () => {
    expect(derivePosition(iuv, [fact], [], codici)).toEqual({
      iuv,
      factId: 3,
      cents: 100,
      dueDay: '2026-06-30',
      cancelled: false,
      disagree: false,
      paidCents: null,
      service: 'tari',
      serviceSource: 'position',
    });
  });

  it('is none without a line of a list', () => {
    expect(derivePosition(iuv, [], [payment({})], codici)).toBeNull();
  });

  it('of a kind nobody knows has no service', () => {
    const told = derivePosition(iuv, [{ ...fact, tipoDovuto: null }], [], codici);
    expect(told).toMatchObject({ service: null, serviceSource: null });
  });

  it.each<[string, Partial<Evidence>, number | null]>([
    ['a receipt says so', { report: 'none' }, 100],
    ['a flusso lists it', { receipt: 'none' }, 100],
    ['a flusso lists it without a receipt', { receipt: 'none', report: 'without-receipt' }, 100],
    ['it went to the other partner', { owner: 'other-partner' }, 100],
    ['it is another ente’s', { owner: 'not-ours' }, null],
    ['it was given back', { report: 'revoked' }, null],
    ['the payment failed', { receipt: 'failed', report: 'none' }, null],
    ['nobody knows what a flusso says of it', { receipt: 'none', report: 'unknown-outcome' }, null],
  ])('counts as paid or not when %s', (_what, evidence, paidCents) => {
    expect(derivePosition(iuv, [fact], [payment(evidence)], codici)?.paidCents).toBe(paidCents);
  });

  it('paid twice was paid for both amounts', () => {
    expect(derivePosition(iuv, [fact], [payment({}), payment({}, 50)], codici)?.paidCents).toBe(150);
  });
});
