import { describe, expect, it } from 'vitest';
import type { ClaimFact, RowFact, SingleFact, TouchedIuv } from '../../../src/main/ledger/payments.ts';
import type { PositionFact } from '../../../src/main/ledger/positions.ts';
import { paymentsOfIuv } from '../../../src/main/reconciliation/payments-of-iuv.ts';
import { compileCodici } from '../../../src/shared/domain/codice.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { decodeEvidence, type Evidence } from '../../../src/shared/domain/verdict.ts';

const iuv = '01000000000000144';
const ofOthers = '05000000000000188';
const unknown = '77000000000000111';
const servizi = [
  { id: 'tari', nome: 'TARI', codici: [], tassonomie: ['0101101TS'], parole: ['rifiuti'] },
  { id: 'mensa', nome: 'Mensa', codici: [], tipiDovuto: ['MENSA'], parole: ['pasti'] },
];
const day = (text: string): Day => text as Day;

const claim = (over: Partial<ClaimFact> = {}): ClaimFact => ({
  iuv,
  id: 11,
  document: 1,
  form: 'receipt',
  iur: 'a',
  index: 1,
  cents: 1000,
  totalCents: 1200,
  standing: 'paid',
  paidOn: day('2026-03-02'),
  dueDay: day('2026-03-04'),
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
  iuv,
  id: 21,
  iufKey: '2026-03-03BINVIT9X-S1',
  iur: 'a',
  index: 1,
  cents: 1000,
  esito: 0,
  day: day('2026-03-03'),
  dueDay: day('2026-03-05'),
  report: 'sound',
  money: 'exact',
  partner: null,
  ...over,
});

const single = (over: Partial<SingleFact> = {}): SingleFact => ({
  iuv,
  id: 31,
  key: '2026/7/1',
  cents: 1000,
  day: day('2026-03-04'),
  ...over,
});

const position = (over: Partial<PositionFact>): PositionFact => ({
  id: 41,
  iuv,
  action: 'keep',
  cents: 1000,
  dueDay: null,
  tipoDovuto: null,
  category: null,
  description: null,
  digest: 'p',
  ...over,
});

function told(facts: Partial<TouchedIuv>) {
  const codici = compileCodici({
    ente: null,
    codiciPropri: ['01'],
    altriPartner: [{ codice: '05', nome: 'Altro Partner' }],
    servizi,
  });
  return paymentsOfIuv({ iuv, claims: [], rows: [], singles: [], positions: [], ...facts }, codici);
}

const evidence = (facts: Partial<TouchedIuv>): Evidence[] =>
  told(facts).payments.map((payment) => decodeEvidence(payment.evidence));

describe('a payment as it is kept', () => {
  it('names its receipt and its row, and is due when the report of the flusso is', () => {
    expect(told({ claims: [claim()], rows: [row({ cents: 900 })] }).payments).toEqual([
      {
        iuv,
        iur: 'a',
        index: 1,
        cents: 1000,
        paidOn: '2026-03-02',
        partner: null,
        service: null,
        serviceSource: null,
        transferId: 11,
        rigaId: 21,
        iufKey: '2026-03-03BINVIT9X-S1',
        provvisorioId: null,
        evidence: expect.any(Number) as number,
        dueDay: '2026-03-05',
        status: 'reported-amount-differs',
        lateStatus: 'reported-amount-differs',
      },
    ]);
  });

  it('without a row is due when its receipt says, and is then not reported', () => {
    expect(told({ claims: [claim({ index: 0 })] }).payments).toMatchObject([
      {
        index: 1,
        rigaId: null,
        iufKey: null,
        dueDay: '2026-03-04',
        status: 'awaiting-report',
        lateStatus: 'not-reported',
      },
    ]);
    expect(told({ claims: [claim({ dueDay: null })] }).payments).toMatchObject([{ dueDay: null }]);
  });

  it('without a receipt is worth what the row says, of the day of the row', () => {
    expect(told({ rows: [row({ cents: 900 })] }).payments).toMatchObject([
      { cents: 900, paidOn: '2026-03-03', transferId: null, rigaId: 21, provvisorioId: null },
    ]);
    expect(told({ rows: [row({ esito: 3, cents: -900 })] }).payments).toMatchObject([{ cents: -900 }]);
  });

  it('of a receipt that pays others is worth nothing to us', () => {
    const foreign = claim({ standing: 'not-ours' });
    expect(told({ claims: [foreign] }).payments).toMatchObject([{ cents: 0, status: 'not-ours' }]);
    expect(evidence({ iuv: unknown, claims: [foreign] })).toMatchObject([
      { owner: 'not-ours', receipt: 'none', notes: [] },
    ]);
  });

  it('tells nothing of its day when nobody does', () => {
    expect(told({ claims: [claim({ paidOn: null })] }).payments).toMatchObject([{ paidOn: null }]);
  });
});

describe('whose an IUV is', () => {
  it.each<[string, Partial<TouchedIuv>, Evidence['owner'], string | null]>([
    ['ours by its codice', { rows: [row()] }, 'ours', null],
    ['of the partner by its codice', { iuv: ofOthers, rows: [row()] }, 'other-partner', 'Altro Partner'],
    ['ours by a receipt that pays us', { iuv: ofOthers, claims: [claim()], rows: [row()] }, 'ours', null],
    [
      'ours by one of two receipts',
      { iuv: ofOthers, claims: [claim({ id: 12, index: 2, standing: 'failed' }), claim()], rows: [row()] },
      'ours',
      null,
    ],
    ['nobody’s we know', { iuv: unknown, rows: [row()] }, 'unknown-code', null],
  ])('%s', (_whose, facts, owner, partner) => {
    const [payment] = told(facts).payments;
    expect(payment?.partner).toBe(partner);
    expect(evidence(facts)[0]).toMatchObject({
      owner,
      notes: owner === 'unknown-code' ? ['unknown-code'] : [],
    });
  });
});

describe('the evidence of a payment', () => {
  it.each([
    [0, 'executed'],
    [4, 'executed'],
    [8, 'without-receipt'],
    [9, 'without-receipt'],
    [3, 'revoked'],
    [7, 'unknown-outcome'],
  ])('the esito %i says %s', (esito, report) => {
    expect(evidence({ rows: [row({ esito })] })).toMatchObject([{ report, receipt: 'none' }]);
  });

  it('is doubtful when one of two rows is: another amount, a flusso that does not add up', () => {
    const second = { id: 22, iufKey: '2026-03-04BINVIT9X-S2' };
    const sound = { amountDiffers: false, flowAnomalous: false, double: true };
    const claims = [claim()];
    expect(evidence({ claims, rows: [row(), row(second)] })).toMatchObject([sound]);
    expect(evidence({ claims, rows: [row(), row({ ...second, cents: 1 })] })).toMatchObject([
      { ...sound, amountDiffers: true },
    ]);
    expect(evidence({ claims, rows: [row(), row({ ...second, report: 'anomalous' })] })).toMatchObject([
      { ...sound, flowAnomalous: true },
    ]);
    expect(evidence({ claims, rows: [row({ money: 'partly' })] })).toMatchObject([
      { money: 'partly', settledSingly: false, double: false },
    ]);
    expect(evidence({ claims, singles: [single()] })).toMatchObject([
      { money: 'exact', settledSingly: true },
    ]);
  });

  it('bears what its receipt says beside it', () => {
    expect(evidence({ claims: [claim({ bolloLines: 1 })] })).toMatchObject([{ notes: ['bollo-excluded'] }]);
    expect(evidence({ claims: [claim({ othersLines: 1 })] })).toMatchObject([{ notes: ['several-enti'] }]);
  });

  it('is that of the receipt made later, and of a receipt rather than of a list', () => {
    const early = claim({ id: 12, issuedAt: '2026-03-02T10:00:00+02:00', cents: 5, digest: 'z' });
    const late = claim({ issuedAt: '2026-03-02T09:30:00Z', digest: 'a' });
    expect(told({ claims: [early, late] }).payments).toMatchObject([{ transferId: 11, cents: 1000 }]);
    const undated = claim({ id: 13, digest: 'z' });
    expect(told({ claims: [undated, late] }).payments).toMatchObject([{ transferId: 11 }]);
    const listed = claim({ id: 14, form: 'list', issuedAt: '2026-04-01T10:00:00', digest: 'z' });
    expect(told({ claims: [listed, claim()] }).payments).toMatchObject([{ transferId: 11 }]);
  });
});

describe('money for one IUV alone', () => {
  it.each<[string, Partial<TouchedIuv>, string]>([
    ['agrees with the receipt', { claims: [claim()] }, 'reconciled'],
    ['is less than the receipt', { claims: [claim({ cents: 1001 })] }, 'partial'],
    ['is more than the receipt', { claims: [claim({ cents: 999 })] }, 'inError'],
    ['is less than two lines of it', { claims: [claim(), claim({ id: 12, index: 2 })] }, 'partial'],
    ['comes without a receipt', { rows: [row()] }, 'notReported'],
    ['comes when the payment failed', { claims: [claim({ standing: 'failed' })] }, 'notReported'],
    ['is of another partner', { iuv: ofOthers }, 'otherPartner'],
    ['is of another partner’s payment that failed', { iuv: ofOthers, claims: [claim({ standing: 'failed' })] }, 'otherPartner'], // prettier-ignore
  ])('%s', (_what, facts, bucket) => {
    expect(told({ ...facts, singles: [single()] }).singles).toEqual([{ id: 31, bucket }]);
  });

  it('of two, one is more than there is to settle', () => {
    const singles = [single(), single({ id: 32, key: '2026/8/1' })];
    expect(told({ claims: [claim()], singles }).singles.map(({ bucket }) => bucket)).toEqual([
      'reconciled',
      'notReported',
    ]);
    expect(told({ claims: [claim(), claim({ id: 12, iur: 'b', cents: 700 })], singles }).singles).toEqual([
      { id: 31, bucket: 'reconciled' },
      { id: 32, bucket: 'inError' },
    ]);
  });
});

describe('the service of a payment', () => {
  it.each<[string, Partial<TouchedIuv>, string | null]>([
    ['by the tassonomia of its receipt', { claims: [claim({ category: '9/0101101TS/' })] }, 'tari category'],
    ['by the words of its line', { claims: [claim({ lineDescription: 'Rifiuti 2026' })] }, 'tari words'],
    ['by the words of its receipt', { claims: [claim({ description: 'Pasti' })] }, 'mensa words'],
    [
      'by the kind of debt',
      { rows: [row()], positions: [position({ tipoDovuto: 'mensa' })] },
      'mensa position',
    ],
    [
      'by that of the position',
      { rows: [row()], positions: [position({ category: '0101101TS' })] },
      'tari position',
    ],
    ['by its words', { rows: [row()], positions: [position({ description: 'i pasti' })] }, 'mensa words'],
    [
      'by nothing of another ente',
      { claims: [claim({ standing: 'not-ours', category: '0101101TS' })] },
      null,
    ],
    ['by nothing', { claims: [claim()] }, null],
  ])('%s', (_how, facts, expected) => {
    const [payment] = told(facts).payments;
    expect(payment?.service === null ? null : `${payment?.service} ${payment?.serviceSource}`).toBe(expected);
    expect(payment?.serviceSource === null).toBe(expected === null);
  });
});
