import { expect, it, onTestFinished } from 'vitest';
import type { WritableLedger } from '../../../src/main/ledger/open.ts';
import { forgetSorted, sortFacts } from '../../../src/main/ledger/sides.ts';
import { tellCodici } from '../../../src/main/ledger/told-codici.ts';
import { keepUsualPayments, openUsual } from '../../../src/main/ledger/usual-payments.ts';
import { openTouched } from '../../../src/main/ledger/touched.ts';
import { usualVerdicts } from '../../../src/main/reconciliation/usual-verdicts.ts';
import { compileCodici } from '../../../src/shared/domain/codice.ts';
import { plansIn } from '../../helpers/query-plans.ts';
import { aFolder, opened } from '../../helpers/small-ledger.ts';
import { deskSettings } from '../../properties/desk.ts';

const codici = compileCodici(deskSettings);
const many = 11_000;

/** Receipts and rows of so many IUVs, told in the order opposite to theirs. */
function aLedger(): WritableLedger {
  const ledger = opened(aFolder());
  onTestFinished(() => void ledger.close());
  ledger.pragma('foreign_keys = OFF');
  const numbers = `WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < ${many})`;
  ledger.exec(`
    INSERT INTO ricevute (id, document_id, form, iuv, receipt_id, outcome, paid_on, ente, total_cents, digest)
      ${numbers} SELECT i * 2, 1, 'receipt', printf('01%015d', -i + ${many}), 'R', 'paid', '2026-03-01', 'x', i, 'd' FROM c;
    INSERT INTO transfers (id, ricevuta_id, iuv, iur, idx, cents, ente, bollo, paid, standing)
      SELECT id + 1, id, iuv, 'R', 1, total_cents, 'x', 0, 1, 'paid' FROM ricevute;
    INSERT INTO righe (id, flusso_id, iuv, iur, idx, cents, esito, day, duplicate)
      SELECT id, 1, iuv, 'R', 1, total_cents, 0, '2026-03-01', 0 FROM ricevute;`);
  tellCodici(ledger, codici);
  return ledger;
}

const iuvs = (ledger: WritableLedger, table: string): unknown[] =>
  ledger.prepare(`SELECT iuv FROM ${table}`).pluck().all();

it('puts claims and rows in the order of their IUVs, and is heard meanwhile', () => {
  const ledger = aLedger();
  const heard: { share: number; next: number | undefined }[] = [];
  sortFacts(ledger, (share, next) => heard.push({ share, next: next?.share }));
  const inOrder = iuvs(ledger, 'ricevute').toReversed();
  expect(inOrder).toHaveLength(many);
  expect(iuvs(ledger, 'sorted_claims')).toEqual(inOrder);
  expect(iuvs(ledger, 'sorted_rows')).toEqual(inOrder);
  // Twice while claims are read and at their end, then the same of the rows; each time with what will be at the next end.
  expect(heard.map(({ share }) => share)).toEqual(heard.map(({ share }) => share).toSorted((a, b) => a - b));
  expect(heard).toHaveLength(6);
  const end = heard.find(({ next }) => next === undefined);
  expect(end?.share).toBeCloseTo(2.5 / 3.5);
  expect(heard.map(({ next }) => next)).toEqual([end?.share, end?.share, undefined, 1, 1, undefined]);
  expect(heard.at(-1)?.share).toBe(1);
  forgetSorted(ledger);
  expect(() => iuvs(ledger, 'sorted_rows')).toThrow('no such table');
});

it('is stopped in the middle of a statement, with the words of whoever stops', () => {
  const ledger = aLedger();
  ledger.exec('BEGIN');
  expect(() => sortFacts(ledger, stop)).toThrow('basta');
  ledger.exec('ROLLBACK');
  expect(() => iuvs(ledger, 'sorted_claims')).toThrow('no such table');
  expect(iuvs(ledger, 'ricevute')).toHaveLength(many);
});

function stop(): never {
  throw new Error('basta');
}

it('lets each stretch of IUVs be found without going through anything whole', () => {
  const ledger = aLedger();
  openTouched(ledger);
  openUsual(ledger, usualVerdicts(), codici);
  sortFacts(ledger, () => undefined);
  ledger.exec('INSERT INTO touched_iuvs (iuv) SELECT iuv FROM sorted_claims');
  const plans = plansIn(ledger, () => keepUsualPayments(ledger, 'payments', 'sorted', 0, 500));
  expect(plans.join('\n')).toMatch(/SEARCH x USING PRIMARY KEY/);
  // What stands apart first, the list of what is left and the one row of the ledger are short.
  expect(plans.filter((line) => /^SCAN (?!(told|t|ledger)\b)/.test(line))).toEqual([]);
});
