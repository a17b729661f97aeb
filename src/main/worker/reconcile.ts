import type { Codici } from '../../shared/domain/codice.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { lastTouched, touchIuvsOfIufs, touchProvvisoriOfIufs, type TouchedList } from '../ledger/touched.ts';
import { deriveFlows, judgeFlows } from './derive-flows.ts';
import { derivePayments } from './derive-payments.ts';
import { createProvvisorioDeriver } from './derive-provvisori.ts';

/** Called now and then with how much of the matching is done; it may throw to stop it. */
export type OnMatched = (done: number, total: number) => void;

/**
 * Matches again what was touched, from the bank's side to the citizen's: the causali name flussi, the money of a
 * flusso decides about its rows, the rows meet the receipts, and the owners of the rows say whose flusso it is.
 */
export function reconcile(ledger: WritableLedger, codici: Codici, onMatched: OnMatched): void {
  touchProvvisoriOfIufs(ledger);
  inBatches(ledger, 'touched_provvisori', createProvvisorioDeriver(ledger), onMatched);
  inBatches(ledger, 'touched_iufs', (after, upTo) => deriveFlows(ledger, after, upTo), onMatched);
  touchIuvsOfIufs(ledger);
  inBatches(ledger, 'touched_iuvs', (after, upTo) => derivePayments(ledger, codici, after, upTo), onMatched);
  judgeFlows(ledger);
}

const batchSize = 500;

/** A list may grow while it is worked through: what is added comes in a later batch. */
function inBatches(
  ledger: WritableLedger,
  list: TouchedList,
  work: (after: number, upTo: number) => void,
  onMatched: OnMatched,
): void {
  let after = 0;
  for (let total = lastTouched(ledger, list); after < total; total = lastTouched(ledger, list)) {
    const upTo = Math.min(after + batchSize, total);
    work(after, upTo);
    after = upTo;
    onMatched(after, total);
  }
}
