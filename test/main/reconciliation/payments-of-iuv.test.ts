import { describe, expect, it } from 'vitest';
import type { ClaimFact, RowFact, TouchedIuv } from '../../../src/main/ledger/payments.ts';
import { paymentsOfIuv } from '../../../src/main/reconciliation/payments-of-iuv.ts';
import { compileCodici } from '../../../src/shared/domain/codice.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { decodeEvidence, judge } from '../../../src/shared/domain/verdict.ts';

const codici = compileCodici({
  ente: null,
  codiciPropri: ['01'],
  altriPartner: [{ codice: '05', nome: 'Altro Partner' }],
  servizi: [],
});
const day = '2026-03-02' as Day;

const claim = (over: Partial<ClaimFact> = {}): ClaimFact => ({
  iuv: '01000000000000144',
  id: 1,
  document: 1,
  form: 'receipt',
  iur: 'a',
  index: 1,
  cents: 1000,
  totalCents: 1000,
  standing: 'paid',
  paidOn: day,
  dueDay: day,
  issuedAt: null,
  debtor: null,
  digest: 'd',
  category: null,
  description: null,
  lineDescription: null,
  othersLines: 0,
  bolloLines: 0,
  ...over,
});

const row = (over: Partial<RowFact> = {}): RowFact => ({
  iuv: '01000000000000144',
  id: 1,
  iufKey: '2026-03-03BINVIT9X-S1',
  iur: 'a',
  index: 1,
  cents: 1000,
  esito: 0,
  day,
  dueDay: day,
  report: 'sound',
  money: 'exact',
  partner: null,
  ...over,
});

function told(facts: Partial<TouchedIuv>, assignedTo: string | null = null) {
  const { payments, singles } = paymentsOfIuv(
    { iuv: '01000000000000144', claims: [], rows: [], singles: [], positions: [], ...facts },
    codici,
    assignedTo,
  );
  const verdicts = payments.map((payment) => ({
    ...payment,
    ...judge(decodeEvidence(payment.evidence), true),
  }));
  return { verdicts, singles };
}

describe('the payments of one IUV', () => {
  it('a revocation shows, whichever flusso brought it', () => {
    const rows = [row(), row({ id: 2, iufKey: '2026-03-09BINVIT9X-S2', esito: 3, cents: -1000 })];
    for (const order of [rows, rows.toReversed()]) {
      const { verdicts } = told({ claims: [claim()], rows: order });
      expect(verdicts).toMatchObject([{ status: 'revoked', reasons: [] }]);
    }
  });

  it('a revoked row may bear the sign of what it takes back', () => {
    const { verdicts } = told({ claims: [claim()], rows: [row({ esito: 3, cents: -1000 })] });
    expect(verdicts).toMatchObject([{ status: 'revoked', reasons: [] }]);
  });

  it("a receipt that was not paid does not make another partner's payment ours", () => {
    const iuv = '05000000000000188';
    const { verdicts } = told({ iuv, claims: [claim({ iuv, standing: 'failed' })], rows: [row({ iuv })] });
    expect(verdicts).toMatchObject([{ status: 'other-partner', partner: 'Altro Partner' }]);
  });

  it('a line that was not paid stays beside the line that was', () => {
    const claims = [claim(), claim({ id: 2, index: 2, cents: 500, standing: 'failed' })];
    const { verdicts } = told({ claims, rows: [row()] });
    expect(verdicts.map(({ index, status }) => [index, status])).toEqual([
      [1, 'complete'],
      [2, 'not-paid'],
    ]);
  });

  it('an attempt that failed is history once the notice was paid', () => {
    const claims = [claim({ id: 2, iur: 'b', standing: 'failed' }), claim()];
    expect(told({ claims }).verdicts.map(({ iur }) => iur)).toEqual(['a']);
  });

  it('are of another partner when a person said so, whatever the receipt says', () => {
    const single = { iuv: '01000000000000144', id: 9, key: '2026/7/1', cents: 1000, day };
    const { verdicts, singles } = told({ claims: [claim()], rows: [row()], singles: [single] }, 'Altro');
    expect(verdicts).toMatchObject([{ status: 'other-partner', partner: 'Altro' }]);
    expect(singles).toEqual([{ id: 9, bucket: 'otherPartner' }]);
  });

  it('are of the partner of their flusso, of two the first; what was said of the IUV itself wins', () => {
    const rows = [
      row({ id: 2, iufKey: '2026-03-09BINVIT9X-S2', partner: 'Secondo' }),
      row({ partner: 'Primo' }),
    ];
    for (const order of [rows, rows.toReversed()]) {
      expect(told({ claims: [claim()], rows: order }).verdicts).toMatchObject([{ partner: 'Primo' }]);
      expect(told({ rows: order }, 'Terzo').verdicts).toMatchObject([{ partner: 'Terzo' }]);
    }
  });

  it('money for this IUV alone settles it, also where a flusso without money lists it', () => {
    const single = { iuv: '01000000000000144', id: 9, key: '2026/7/1', cents: 1000, day };
    const { verdicts, singles } = told({
      claims: [claim()],
      rows: [row({ money: 'none' })],
      singles: [single],
    });
    expect(verdicts).toMatchObject([{ status: 'complete', provvisorioId: 9 }]);
    expect(singles).toEqual([{ id: 9, bucket: 'reconciled' }]);
  });
});
