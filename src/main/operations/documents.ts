import type { Handlers } from '../../shared/contract/api.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { listDocuments, type DocumentRecord } from '../ledger/documents.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { reportOf } from '../worker/opi-report.ts';
import type { DocumentOutcome } from '../worker/import-job.ts';
import type { Environment } from './environment.ts';

export function documentHandlers(
  environment: Environment,
): Pick<Handlers, 'documents.import' | 'documents.list' | 'documents.undo'> {
  return {
    async 'documents.import'({ parcels }, { signal, onProgress }) {
      const files = [];
      for (const parcel of parcels) {
        const file = environment.parcels.take(parcel);
        if (file === null) return fail({ code: 'no-such-parcel', parcel });
        files.push(file);
      }
      const imported = await environment.writer.run(
        'import',
        { files },
        { now: environment.now(), signal, onProgress },
      );
      if (!imported.ok) return imported;
      const { documents, report } = imported.value;
      return ok({ documents: documents.map(toOutcome), report });
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

function toOutcome(outcome: DocumentOutcome) {
  return { ...outcome, refusedRows: [...outcome.refusedRows], warnings: [...outcome.warnings] };
}

function toRecord(ledger: ReadableLedger, document: DocumentRecord) {
  const hasReport = document.kind === 'giornale-opi' && document.undoneAt === null;
  return {
    ...document,
    refusedRows: [...document.refusedRows],
    warnings: [...document.warnings],
    reportToday: hasReport ? reportOf(ledger, document.id, false) : null,
  };
}
