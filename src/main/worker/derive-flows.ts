import { compareMoney, judgeFlow } from '../../shared/domain/bucket.ts';
import { isAnomalous } from '../../shared/domain/flow-tally.ts';
import type { Money } from '../../shared/domain/verdict.ts';
import { iufDay } from '../../shared/domain/iuf.ts';
import { dueDay } from '../../shared/domain/working-days.ts';
import {
  countOwners,
  keepFlowState,
  removeFlowState,
  setFlowBucket,
  stampFlows,
  touchedFlows,
  type FlowState,
  type TouchedFlow,
} from '../ledger/flow-states.ts';
import { keepGone, noteFormer } from '../ledger/gone-rows.ts';
import type { WritableLedger } from '../ledger/open.ts';
import type { Decided } from '../reconciliation/decided.ts';
import { newestFlusso } from '../reconciliation/newest-flusso.ts';

/** Finds again where the touched flussi numbered `after`+1..`upTo` stand with their money. */
export function deriveFlows(ledger: WritableLedger, decided: Decided, after: number, upTo: number): void {
  noteFormer(ledger, 'flussi', after, upTo);
  for (const flow of touchedFlows(ledger, after, upTo)) {
    const state = stateOf(flow, decided.partnerOfFlusso(flow.iufKey));
    if (state === null) removeFlowState(ledger, flow.iufKey);
    else keepFlowState(ledger, state);
  }
  keepGone(ledger, 'flussi');
}

/**
 * Says in which bucket the touched flussi numbered `after`+1..`upTo` are, once the owners of their rows are known.
 * `allFound`: every payment of their rows was found again by this job.
 */
export function judgeFlows(ledger: WritableLedger, after: number, upTo: number, allFound: boolean): void {
  for (const flow of countOwners(ledger, after, upTo, allFound))
    setFlowBucket(ledger, flow, { now: judgeFlow(flow, false), late: judgeFlow(flow, true) });
  stampFlows(ledger, after, upTo);
}

/** A sound flusso that amounts to nothing, such as one of a single revoked payment, awaits no transfer. */
function moneyOf(receivedCents: number, totalCents: number, anomalous: boolean): Money {
  return totalCents <= 0 && receivedCents === 0 && !anomalous
    ? 'exact'
    : compareMoney(receivedCents, totalCents);
}

/**
 * Null when neither a file nor any money names the IUF. While only money names it, it is the other partner's to whom all
 * of that money was assigned; a file tells by its rows whose it is.
 */
function stateOf({ iufKey, versions, money }: TouchedFlow, assignedTo: string | null): FlowState | null {
  const current = newestFlusso(versions);
  const receivedCents = money?.cents ?? 0;
  const anomalous = current !== undefined && isAnomalous(current.anomalies);
  if (current !== undefined)
    return {
      iufKey,
      iuf: current.iuf,
      flussoId: current.id,
      day: current.day,
      dueDay: current.dueDay,
      totalCents: current.declaredCents,
      rowCount: current.rowCount,
      receivedCents,
      money: moneyOf(receivedCents, current.declaredCents, anomalous),
      report: anomalous ? 'anomalous' : 'sound',
      partner: assignedTo,
    };
  if (money === null) return null;
  const day = iufDay(money.iuf) ?? money.firstDay;
  return {
    iufKey,
    iuf: money.iuf,
    flussoId: null,
    day,
    dueDay: dueDay(day),
    totalCents: 0,
    rowCount: 0,
    receivedCents,
    money: compareMoney(receivedCents, 0),
    report: 'absent',
    partner: assignedTo ?? money.partner,
  };
}
