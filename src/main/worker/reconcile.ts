import type { Codici } from '../../shared/domain/codice.ts';
import { heldDecisions } from '../ledger/decisions.ts';
import type { WritableLedger } from '../ledger/open.ts';
import {
  lastTouched,
  touchIufsOfIuvs,
  touchIuvsOfIufs,
  touchProvvisoriOfIufs,
  touchProvvisoriOfJudged,
  type TouchedList,
} from '../ledger/touched.ts';
import { openUsual, type UsualVerdict } from '../ledger/usual-payments.ts';
import { createDecided } from '../reconciliation/decided.ts';
import { usualVerdicts } from '../reconciliation/usual-verdicts.ts';
import { deriveFlows, judgeFlows } from './derive-flows.ts';
import { derivePayments, derivePositionsWithoutIuv } from './derive-payments.ts';
import { createProvvisorioDeriver, judgeProvvisori } from './derive-provvisori.ts';

/** Called now and then with how much of the matching is done; it may throw to stop it. */
export type OnMatched = (done: number, total: number) => void;

/**
 * Matches again what was touched, from the bank's side to the citizen's: the causali name flussi, the money of a
 * flusso decides about its rows, the rows meet the receipts and the debt positions, the owners of the rows say whose flusso it is, and the
 * flusso says where its money stands.
 */
export function reconcile(
  ledger: WritableLedger,
  codici: Codici,
  onMatched: OnMatched,
  /** Without any, every payment is found the long way: the answer is the same. */
  usual: readonly UsualVerdict[] = usualVerdicts(),
): void {
  openUsual(ledger, usual, codici.serviceOf);
  if (lastTouched(ledger, 'touched_iuvs') < manyIuvs) match(ledger, codici, onMatched);
  else withRoom(ledger, () => match(ledger, codici, onMatched));
}

/** From so many on, the numbers under which rows are kept lie all over the ledger. */
const manyIuvs = 50_000;
/** In KiB, of pages of the ledger. */
const room = 65_536;

/** What is written in no order is written again and again when its pages do not find room. */
function withRoom(ledger: WritableLedger, work: () => void): void {
  const before = Number(ledger.pragma('cache_size', { simple: true }));
  ledger.pragma(`cache_size = -${room}`);
  try {
    work();
  } finally {
    ledger.pragma(`cache_size = ${before}`);
  }
}

function match(ledger: WritableLedger, codici: Codici, onMatched: OnMatched): void {
  const decided = createDecided(heldDecisions(ledger));
  let before = 0;
  // Provvisori are gone through twice: what they say, and where they stand.
  const total = (): number =>
    2 * lastTouched(ledger, 'touched_provvisori') +
    lastTouched(ledger, 'touched_iufs') +
    lastTouched(ledger, 'touched_iuvs') +
    lastTouched(ledger, 'touched_positions');
  const work = (list: TouchedList, derive: (after: number, upTo: number) => void, size = batchSize): void => {
    before += inBatches(ledger, list, derive, (done) => onMatched(before + done, total()), size);
  };
  touchProvvisoriOfIufs(ledger);
  work('touched_provvisori', createProvvisorioDeriver(ledger, decided), fewCausali);
  work('touched_iufs', (after, upTo) => deriveFlows(ledger, decided, after, upTo));
  const breathe = (): void => onMatched(before, total());
  inBatches(
    ledger,
    'touched_iufs',
    (after, upTo) => touchIuvsOfIufs(ledger, after, upTo),
    breathe,
    fewFlussi,
  );
  work('touched_iuvs', (after, upTo) => derivePayments(ledger, codici, decided, after, upTo));
  work('touched_positions', (after, upTo) => derivePositionsWithoutIuv(ledger, codici, after, upTo));
  // All payments of the flussi that are listed so far were found again; of the others that follow only some.
  const allFound = lastTouched(ledger, 'touched_iufs');
  inBatches(ledger, 'touched_iuvs', (after, upTo) => touchIufsOfIuvs(ledger, after, upTo), breathe);
  const judge = (after: number, upTo: number): void => judgeFlows(ledger, after, upTo, upTo <= allFound);
  inBatches(ledger, 'touched_iufs', judge, breathe, fewFlussi);
  touchProvvisoriOfJudged(ledger);
  work('touched_provvisori', (after, upTo) => judgeProvvisori(ledger, after, upTo));
}

/** What is worked through before anybody is heard. */
const batchSize = 500;
/** To read a causale takes longer than to find a payment. */
const fewCausali = 100;
/** A flusso has some hundred rows. */
const fewFlussi = 20;

/** A list may grow while it is worked through: what is added comes in a later batch. Answers how long it was. */
function inBatches(
  ledger: WritableLedger,
  list: TouchedList,
  work: (after: number, upTo: number) => void,
  onDone: (done: number) => void,
  size = batchSize,
): number {
  let after = 0;
  for (let last = lastTouched(ledger, list); after < last; last = lastTouched(ledger, list)) {
    const upTo = Math.min(after + size, last);
    work(after, upTo);
    after = upTo;
    onDone(after);
  }
  return after;
}
