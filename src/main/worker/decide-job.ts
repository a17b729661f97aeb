import { compileCodici } from '../../shared/domain/codice.ts';
import {
  targetOf,
  type Decision,
  type DecisionRecord,
  type DecisionTarget,
} from '../../shared/domain/decision.ts';
import { iufKey } from '../../shared/domain/iuf.ts';
import { isSameSplit } from '../../shared/domain/regularisation.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import {
  decidedProvvisorio,
  decisionById,
  insertDecision,
  isThere,
  markUndone,
} from '../ledger/decisions.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { provvisoriToRegularise } from '../ledger/regularisation.ts';
import { standToRegularise } from '../ledger/regularisation-list.ts';
import { readSettings } from '../ledger/settings.ts';
import { touchProvvisorio } from '../ledger/touch-facts.ts';
import { openTouched, touchIuf, touchIuv } from '../ledger/touched.ts';
import { readCausale } from '../../shared/domain/causale.ts';
import { knownIufs } from '../ledger/known-iufs.ts';
import { textsOf } from '../ledger/sospesi.ts';
import { whyInVain, type WhyInVain, type WhyNotSent } from '../reconciliation/decision-in-vain.ts';
import { splitOf } from '../reconciliation/regularisation.ts';
import { surelyNamed } from '../reconciliation/place-money.ts';
import { countItems, type JobContext } from './job-context.ts';
import { reconcile } from './reconcile.ts';

export type DecideProblem =
  | { readonly code: 'not-found'; readonly what: DecisionTarget['type'] | 'decision'; readonly name: string }
  | {
      readonly code: 'decision-impossible';
      readonly why: WhyInVain | 'already-undone';
    };

/** Keeps what a person decided, and matches again what it is about. */
export function decide(
  ledger: WritableLedger,
  decision: Decision,
  author: string,
  context: JobContext,
): Result<DecisionRecord, DecideProblem> {
  const target = targetOf(decision);
  if (!isThere(ledger, target)) return fail({ code: 'not-found', what: target.type, name: nameOf(target) });
  const provvisorio = target.type === 'provvisorio' ? decidedProvvisorio(ledger, target) : null;
  const why =
    (provvisorio === null ? null : whyInVain(decision, provvisorio)) ??
    (decision.kind === 'sent' ? whyNotToSend(ledger, decision) : null);
  if (why !== null) return fail({ code: 'decision-impossible', why });
  const readIufKey = namedNow(ledger, target);
  const id = insertDecision(ledger, decision, { by: author, at: context.now, readIufKey });
  return ok(matchAgain(ledger, id, decision, context));
}

/** Nothing is regularised twice, and nothing is sent that the person did not see. */
function whyNotToSend(
  ledger: WritableLedger,
  { provvisorio, parts }: Extract<Decision, { readonly kind: 'sent' }>,
): WhyNotSent | null {
  const stand = standToRegularise(ledger, provvisorio);
  if (stand === null) return 'not-pagopa';
  if (stand.stage === 'done') return 'already-regularised';
  if (stand.isSent) return 'already-sent';
  const [now] = provvisoriToRegularise(ledger, [stand.id]).map(splitOf);
  return now !== undefined && isSameSplit(now, parts) ? null : 'split-changed';
}

/** The known flusso that the causale names for certain, whatever a person said that it says. */
function namedNow(ledger: WritableLedger, target: DecisionTarget): string | null {
  const texts = target.type === 'provvisorio' ? textsOf(ledger, target) : null;
  return texts === null ? null : surelyNamed(readCausale(texts, knownIufs(ledger)));
}

/** Takes a decision back: what was decided before it counts again. */
export function undecide(
  ledger: WritableLedger,
  id: number,
  context: JobContext,
): Result<DecisionRecord, DecideProblem> {
  const record = decisionById(ledger, id);
  if (record === null) return fail({ code: 'not-found', what: 'decision', name: String(id) });
  if (record.undoneAt !== null) return fail({ code: 'decision-impossible', why: 'already-undone' });
  markUndone(ledger, id, context.now);
  return ok(matchAgain(ledger, id, record.decision, context));
}

function matchAgain(
  ledger: WritableLedger,
  id: number,
  decision: Decision,
  context: JobContext,
): DecisionRecord {
  if (decision.kind !== 'note' && decision.kind !== 'sent') {
    openTouched(ledger);
    touch(ledger, targetOf(decision));
    reconcile(ledger, compileCodici(readSettings(ledger)), countItems(context, 'match'));
  }
  const record = decisionById(ledger, id);
  if (record === null) throw new Error(`decision ${id} is gone`);
  return record;
}

/** The flussi to which it leads are touched when the provvisorio is found again. */
function touch(ledger: WritableLedger, target: DecisionTarget): void {
  if (target.type === 'provvisorio') touchProvvisorio(ledger, target);
  else if (target.type === 'flusso') touchIuf(ledger, iufKey(target.iuf));
  else touchIuv(ledger, target.iuv);
}

function nameOf(target: DecisionTarget): string {
  switch (target.type) {
    case 'payment':
      return target.iuv;
    case 'flusso':
      return target.iuf;
    case 'provvisorio':
      return `${target.numero}/${target.esercizio}`;
  }
}
