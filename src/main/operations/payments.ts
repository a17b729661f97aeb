import type { Handlers, Output } from '../../shared/contract/api.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { decodeEvidence, judge, type Evidence } from '../../shared/domain/verdict.ts';
import { decisionsOf } from '../ledger/decisions.ts';
import { otherReceipts, receiptOfTransfer, reportOfRiga } from '../ledger/payment-card.ts';
import {
  changedPayments,
  countPayments,
  listPayments,
  paymentByKey,
  paymentsOfIuv,
  type ListedPayment,
} from '../ledger/payment-list.ts';
import type { Day } from '../../shared/domain/day.ts';
import { gonePayment } from '../ledger/gone-rows.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { positionOfIuv } from '../ledger/position-list.ts';
import { provvisoriOf } from '../ledger/provvisorio-list.ts';
import { changesSince } from './changes.ts';
import type { Environment } from './environment.ts';
import { showPayment, showPositionOfPayment, showProvvisorioLine } from './lines.ts';

export function paymentHandlers(
  environment: Environment,
): Pick<Handlers, 'payments.list' | 'payments.changes' | 'payments.count' | 'payments.read'> {
  return {
    async 'payments.list'({ filter, ...request }) {
      const opened = await environment.ledger();
      if (!opened.ok) return opened;
      const ledger = opened.value;
      const page = listPayments(ledger, environment.today(), filter, request);
      return ok({ ...page, rows: page.rows.map((row) => showPayment(ledger, row)) });
    },
    async 'payments.changes'(asked) {
      const opened = await environment.ledger();
      if (!opened.ok) return opened;
      const ledger = opened.value;
      const { version } = environment;
      const today = environment.today();
      const found = changesSince(ledger, 'pagamenti', asked, { today, version }, (changed, page) =>
        changedPayments(ledger, today, changed, page),
      );
      if (!found.ok) return found;
      const { rows, gone, ...rest } = found.value;
      return ok({ ...rest, rows: rows.map((row) => showPayment(ledger, row)), gone: gone.map(gonePayment) });
    },
    async 'payments.count'({ filter }) {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(countPayments(ledger.value, environment.today(), filter)) : ledger;
    },
    async 'payments.read'(key) {
      const opened = await environment.ledger();
      if (!opened.ok) return opened;
      const today = environment.today();
      const row = paymentByKey(opened.value, today, key);
      if (row === undefined) return fail({ code: 'not-found', what: 'payment', name: key.iuv });
      return ok(cardOf(opened.value, today, row));
    },
  };
}

function cardOf(ledger: ReadableLedger, today: Day, row: ListedPayment): Output<'payments.read'> {
  const { iuv, iur, index } = row;
  const evidence = decodeEvidence(row.evidence);
  const awaits = isAnythingAwaited(evidence);
  const position = positionOfIuv(ledger, today, iuv);
  return {
    payment: showPayment(ledger, row),
    evidence,
    dueDay: awaits ? row.dueDay : null,
    late: awaits && row.late === 1,
    serviceSource: row.serviceSource,
    position: position === undefined ? null : showPositionOfPayment(ledger, position),
    receipt: receiptOfTransfer(ledger, row.transferId),
    otherReceipts: otherReceipts(ledger, row.transferId),
    report: reportOfRiga(ledger, row.rigaId),
    money: provvisoriOf(ledger, today, row.iufKey, row.provvisorioId).map((line) =>
      showProvvisorioLine(ledger, line),
    ),
    sameIuv: paymentsOfIuv(ledger, today, iuv)
      .filter((other) => other.iur !== iur || other.index !== index)
      .map((other) => showPayment(ledger, other)),
    decisions: decisionsOf(ledger, { type: 'payment', iuv, iur, index }),
  };
}

/** True while the report or the money is still to come: then, and only then, the verdict changes with the day. */
function isAnythingAwaited(evidence: Evidence): boolean {
  const [now, late] = [judge(evidence, false), judge(evidence, true)];
  return [now.status, ...now.reasons].join() !== [late.status, ...late.reasons].join();
}
