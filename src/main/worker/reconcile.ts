import type { Codici } from '../../shared/domain/codice.ts';
import { heldDecisions } from '../ledger/decisions.ts';
import { keepPayments, type OnMade } from '../ledger/index-afterwards.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { touchesEverything } from '../ledger/touch-everything.ts';
import {
  touchIufsOfIuvs,
  touchIuvsOfIufs,
  touchProvvisoriOfIufs,
  touchProvvisoriOfJudged,
} from '../ledger/touch-further.ts';
import { fewFlussi, lastTouched, sortIuvs, type TouchedList } from '../ledger/touched.ts';
import { openFound } from '../ledger/payments-again.ts';
import { forgetSorted, sortFacts, type Sides } from '../ledger/sides.ts';
import { openUsual, type UsualVerdict } from '../ledger/usual-payments.ts';
import { createDecided } from '../reconciliation/decided.ts';
import { usualVerdicts } from '../reconciliation/usual-verdicts.ts';
import type { Meanwhile } from './job-context.ts';
import { deriveFlows, judgeFlows } from './derive-flows.ts';
import { derivePayments, derivePositionsWithoutIuv } from './derive-payments.ts';
import { createProvvisorioDeriver, judgeProvvisori } from './derive-provvisori.ts';

/** Called now and then with how much of the matching is done; it may throw to stop it. */
export type OnMatched = (done: number, total: number, meanwhile?: Meanwhile) => void;

/**
 * Matches again what was touched, from the bank's side to the citizen's: the causali name flussi, the money of a
 * flusso decides about its rows, the rows meet the receipts and the debt positions, the owners of the rows say whose flusso it is, and the
 * flusso says where its money stands. Answers whether all payments were counted anew.
 */
export function reconcile(
  ledger: WritableLedger,
  codici: Codici,
  onMatched: OnMatched,
  /** How much of the work was done before, to find out what is touched; told with the rest. */
  touched = 0,
  { usual = usualVerdicts(), manyToSort = tooManyToFetch }: MatchedHow = {},
): boolean {
  openUsual(ledger, usual, codici);
  openFound(ledger);
  const work = (): boolean => match(ledger, { codici, touched, manyToSort, onMatched });
  return lastTouched(ledger, 'touched_iuvs') < manyIuvs ? work() : withRoom(ledger, room, work);
}

/** Whichever way is taken, the answer is the same. */
interface MatchedHow {
  /** Without any, every payment is found the long way. */
  readonly usual?: readonly UsualVerdict[];
  /** From so many IUVs on, facts are sorted: of fewer, all find room where each is fetched from. */
  readonly manyToSort?: number;
}

const tooManyToFetch = 200_000;
/** From so many on, the numbers under which rows are kept lie all over the ledger. */
const manyIuvs = 50_000;
/** In KiB, of pages of the ledger; to sort, of as many rows: each is held once. */
const room = 24_576;
const roomToSort = 4_096;

/** What is written in no order is written again and again when its pages do not find room. */
function withRoom<T>(ledger: WritableLedger, kib: number, work: () => T): T {
  const before = Number(ledger.pragma('cache_size', { simple: true }));
  ledger.pragma(`cache_size = -${kib}`);
  try {
    return work();
  } finally {
    ledger.pragma(`cache_size = ${before}`);
  }
}

interface Plan {
  readonly codici: Codici;
  readonly touched: number;
  readonly manyToSort: number;
  readonly onMatched: OnMatched;
}

function match(ledger: WritableLedger, { codici, touched, manyToSort, onMatched }: Plan): boolean {
  const decided = createDecided(heldDecisions(ledger));
  let before = touched;
  const breathe = (): void => onMatched(before, touched + stepsToMatch(ledger));
  const work = (
    { list, steps, size = manyAtOnce }: { list: TouchedList; steps: number; size?: BatchSize },
    derive: (after: number, upTo: number) => void,
  ): void => {
    const all = inBatches(ledger, list, size, derive, (done) =>
      onMatched(before + done * steps, touched + stepsToMatch(ledger)),
    );
    before += all * steps;
  };
  const { provvisori, flussi, positions } = steps;
  touchProvvisoriOfIufs(ledger, breathe);
  work(
    { list: 'touched_provvisori', steps: provvisori.derive, size: fewCausali },
    createProvvisorioDeriver(ledger, decided),
  );
  work({ list: 'touched_iufs', steps: flussi.derive }, (after, upTo) =>
    deriveFlows(ledger, decided, after, upTo),
  );
  const everything = touchesEverything(ledger);
  work({ list: 'touched_iufs', steps: flussi.touch, size: fewFlussi }, (after, upTo) => {
    if (!everything) touchIuvsOfIufs(ledger, after, upTo);
  });
  if (!everything) sortIuvs(ledger, breathe);
  const count = lastTouched(ledger, 'touched_iuvs');
  // Of everything, nothing is left to be touched: what is made in one piece is told in its stead.
  const sides: Sides = everything && count >= manyToSort ? 'sorted' : 'facts';
  const iuvs = stepsOfIuvs[sides];
  const inOnePiece = (each: number): OnMade => {
    const total = touched + stepsToMatch(ledger);
    return (share, next) => {
      const meanwhile = next && { done: before + next.share * count * each, ms: next.ms };
      onMatched(before + share * count * each, total, meanwhile);
    };
  };
  if (sides === 'sorted') {
    withRoom(ledger, roomToSort, () => sortFacts(ledger, inOnePiece(iuvs.sort)));
    before += count * iuvs.sort;
  }
  const areCounted = keepPayments(
    ledger,
    count,
    (share, next) => inOnePiece(iuvs.touch)(share, next),
    () =>
      work({ list: 'touched_iuvs', steps: iuvs.derive }, (after, upTo) =>
        derivePayments(ledger, codici, decided, sides, after, upTo),
      ),
  );
  if (sides === 'sorted') forgetSorted(ledger);
  work({ list: 'touched_positions', steps: positions.derive }, (after, upTo) =>
    derivePositionsWithoutIuv(ledger, codici, after, upTo),
  );
  // All payments of the flussi that are listed so far were found again; of the others that follow only some.
  const allFound = lastTouched(ledger, 'touched_iufs');
  work({ list: 'touched_iuvs', steps: iuvs.touch }, (after, upTo) => {
    if (!everything) touchIufsOfIuvs(ledger, after, upTo);
  });
  work({ list: 'touched_iufs', steps: flussi.judge, size: fewFlussi }, (after, upTo) =>
    judgeFlows(ledger, after, upTo, upTo <= allFound),
  );
  touchProvvisoriOfJudged(ledger, breathe);
  work({ list: 'touched_provvisori', steps: provvisori.judge }, (after, upTo) =>
    judgeProvvisori(ledger, after, upTo),
  );
  return areCounted;
}

/** Each list is gone through more than once: what one of it takes each time, beside the others. */
const steps = {
  provvisori: { derive: 12, judge: 2 },
  flussi: { derive: 4, touch: 1, judge: 4 },
  positions: { derive: 2 },
} as const;

/** Both come to the same. */
const stepsOfIuvs = {
  facts: { sort: 0, derive: 8, touch: 3 },
  sorted: { sort: 3, derive: 3, touch: 5 },
} as const;

/** How much work the lists are, as far as they have grown. */
export function stepsToMatch(ledger: WritableLedger): number {
  const all = (list: TouchedList, times: Readonly<Record<string, number>>): number =>
    lastTouched(ledger, list) * Object.values(times).reduce((sum, one) => sum + one, 0);
  return (
    all('touched_provvisori', steps.provvisori) +
    all('touched_iufs', steps.flussi) +
    all('touched_iuvs', stepsOfIuvs.facts) +
    all('touched_positions', steps.positions)
  );
}

/** The last number of what is worked through, behind `after`, before anybody is heard. */
type BatchSize = (ledger: WritableLedger, after: number) => number;

const manyAtOnce: BatchSize = (_ledger, after) => after + 500;
/** To read a causale takes longer than to find a payment. */
const fewCausali: BatchSize = (_ledger, after) => after + 100;

/** A list may grow while it is worked through: what is added comes in a later batch. Answers how long it was. */
function inBatches(
  ledger: WritableLedger,
  list: TouchedList,
  size: BatchSize,
  work: (after: number, upTo: number) => void,
  onDone: (done: number) => void,
): number {
  let after = 0;
  for (let last = lastTouched(ledger, list); after < last; last = lastTouched(ledger, list)) {
    const upTo = Math.min(size(ledger, after), last);
    work(after, upTo);
    after = upTo;
    onDone(after);
  }
  return after;
}
