import type { Handlers } from '../../shared/contract/api.ts';
import { ok } from '../../shared/domain/result.ts';
import { listFlussi } from '../ledger/flow-list.ts';
import { provvisoriOfMoney } from '../ledger/payment-list.ts';
import type { Environment } from './environment.ts';
import { decodeCursor, toPage } from './paging.ts';

export function flussoHandlers(environment: Environment): Pick<Handlers, 'flussi.list'> {
  return {
    async 'flussi.list'({ after, limit }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const [key] = decodeCursor(after) ?? [];
      const rows = listFlussi(ledger.value, environment.today(), typeof key === 'string' ? key : null, limit);
      return ok(
        toPage(
          rows,
          limit,
          (row) => [row.iufKey],
          ({ iufKey, ...flusso }) => ({
            ...flusso,
            provvisori: provvisoriOfMoney(ledger.value, iufKey, null),
          }),
        ),
      );
    },
  };
}
