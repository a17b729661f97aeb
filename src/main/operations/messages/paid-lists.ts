import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Handlers } from '../../../shared/contract/api.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { paidLists } from '../../ledger/messages/paid-lists.ts';
import type { Environment } from '../environment.ts';

export function paidListHandlers(
  environment: Environment,
): Pick<Handlers, Extract<keyof Handlers, `paidLists.${string}`>> {
  const { writer, parcels } = environment;
  return {
    async 'paidLists.import'({ parcel, service }, { signal }) {
      const file = parcels.find(parcel);
      if (file === null) return fail({ code: 'no-such-parcel', parcel });
      const digest = createHash('sha256').update(readFileSync(file.path)).digest('hex');
      const now = environment.now();
      const kept = await writer.run('keep-paid-list', { file, service, digest }, { now, signal });
      if (!kept.ok) return kept;
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const list = paidLists(ledger.value).find(({ id }) => id === kept.value.id);
      return list === undefined ? fail({ code: 'not-found', what: 'paid-list', name: file.name }) : ok(list);
    },
    async 'paidLists.list'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok({ lists: paidLists(ledger.value) }) : ledger;
    },
    async 'paidLists.remove'({ id }) {
      const removed = await writer.run('remove-paid-list', { id }, { now: environment.now() });
      return removed.ok ? ok({}) : removed;
    },
  };
}
