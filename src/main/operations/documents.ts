import type { Handlers } from '../../shared/contract/api.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { listDocuments, namesOf, type DocumentRecord } from '../ledger/documents.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { reportOf } from '../worker/opi-report.ts';
import type { Environment } from './environment.ts';

export function documentHandlers(
  environment: Environment,
): Pick<Handlers, 'documents.import' | 'documents.names' | 'documents.list' | 'documents.undo'> {
  return {
    async 'documents.import'({ parcels }, { signal, onProgress }) {
      const files = [];
      for (const parcel of parcels) {
        const file = environment.parcels.take(parcel);
        if (file === null) return fail({ code: 'no-such-parcel', parcel });
        files.push(file);
      }
      return environment.writer.run('import', { files }, { now: environment.now(), signal, onProgress });
    },
    async 'documents.names'({ from, to }) {
      const ledger = await environment.ledger();
      return ledger.ok ? ok({ documents: namesOf(ledger.value, from, Math.min(to, from + 999)) }) : ledger;
    },
    async 'documents.list'() {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      return ok({
        documents: listDocuments(ledger.value).map((document) => toRecord(ledger.value, document)),
      });
    },
    async 'documents.undo'({ id }, { signal, onProgress }) {
      const undone = await environment.writer.run(
        'undo',
        { id },
        { now: environment.now(), signal, onProgress },
      );
      if (!undone.ok) return undone;
      const ledger = await environment.ledger();
      return ledger.ok ? ok(toRecord(ledger.value, undone.value)) : ledger;
    },
  };
}

function toRecord(ledger: ReadableLedger, document: DocumentRecord) {
  const hasReport = document.kind === 'giornale-opi' && document.undoneAt === null;
  return {
    ...document,
    reportToday: hasReport ? reportOf(ledger, document.id, false) : null,
  };
}
