import type { Handlers, Output } from '../../../shared/contract/api.ts';
import { consumer as consumerSchema } from '../../../shared/contract/schemas/exports.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { listCursors } from '../../ledger/consumers.ts';
import { takeAwayIfPossible } from '../../disk/patience.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import type { Environment } from '../environment.ts';
import { tellLeft } from './tell-left.ts';
import { makeExport } from './make-export.ts';
import { createUnconfirmed } from './unconfirmed.ts';
import { onSnapshot } from './whole-file.ts';

type Answered = Extract<keyof Handlers, `exports.${string}` | `consumers.${string}`>;

export function exportHandlers(environment: Environment): Pick<Handlers, Answered> {
  const unconfirmed = createUnconfirmed();
  return {
    'exports.make': (request, options) =>
      onSnapshot(environment, async (ledger) => {
        const made = await makeExport(environment, ledger, request, options);
        if (!made.ok) return made;
        const { path, name, rows, given } = made.value;
        const { consumer, service, from, to, clear } = request;
        await tellLeft(
          environment,
          { path, name, rows },
          { export: request.name, consumer, service, from, to, clear },
        );
        const parcel = environment.parcels.offer({ name, path });
        if (given !== null) unconfirmed.add(parcel, given);
        return ok({ parcel, name, rows });
      }),
    async 'exports.confirm'({ parcel, written }) {
      const given = unconfirmed.take(parcel);
      if (given === null) return fail({ code: 'no-such-parcel', parcel });
      try {
        if (!written) return ok({});
        const kept = await environment.writer.run('keep-given', given, { now: environment.now() });
        return kept.ok ? ok({}) : kept;
      } finally {
        takeAwayIfPossible(given.notes);
      }
    },
    async 'consumers.list'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok({ consumers: consumersOf(ledger.value) }) : ledger;
    },
    async 'consumers.forget'({ name }) {
      const forgotten = await environment.writer.run('forget-consumer', { name }, { now: environment.now() });
      return forgotten.ok ? ok({}) : forgotten;
    },
  };
}

function consumersOf(ledger: ReadableLedger): Output<'consumers.list'>['consumers'] {
  return listCursors(ledger).map(({ consumer, filter, ...told }) =>
    consumerSchema.parse({ ...told, name: consumer, filter: JSON.parse(filter) }),
  );
}
