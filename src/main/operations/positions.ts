import type { Handlers, Output } from '../../shared/contract/api.ts';
import type { Day } from '../../shared/domain/day.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { paymentsOfIuv } from '../ledger/payment-list.ts';
import {
  countPositions,
  listPositions,
  positionByKey,
  versionsOfPosition,
  type ListedPosition,
} from '../ledger/position-list.ts';
import { hintGroups } from '../ledger/unknown-services.ts';
import { byHint } from '../reconciliation/unknown-services.ts';
import type { Environment } from './environment.ts';
import { showPayment, showPosition } from './lines.ts';

export function positionHandlers(
  environment: Environment,
): Pick<Handlers, 'positions.list' | 'positions.count' | 'positions.read' | 'services.unknown'> {
  return {
    async 'positions.list'({ filter, ...request }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const page = listPositions(ledger.value, environment.today(), filter, request);
      return ok({ ...page, rows: page.rows.map(showPosition) });
    },
    async 'positions.count'({ filter }) {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(countPositions(ledger.value, environment.today(), filter)) : ledger;
    },
    async 'positions.read'({ key }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const today = environment.today();
      const row = positionByKey(ledger.value, today, key);
      if (row === undefined) return fail({ code: 'not-found', what: 'position', name: nameOf(key) });
      return ok(cardOf(ledger.value, today, row));
    },
    async 'services.unknown'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(byHint(hintGroups(ledger.value))) : ledger;
    },
  };
}

function cardOf(ledger: ReadableLedger, today: Day, row: ListedPosition): Output<'positions.read'> {
  return {
    position: showPosition(row),
    serviceSource: row.serviceSource,
    category: row.category,
    versions: versionsOfPosition(ledger, row),
    payments:
      row.iuv === null
        ? []
        : paymentsOfIuv(ledger, today, row.iuv).map((payment) => showPayment(ledger, payment)),
  };
}

/** The IUV or the IUD, without what tells the one from the other. */
function nameOf(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}
