import { hash } from 'node:crypto';
import type { Handlers } from '../../shared/contract/api.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { isForAPerson, isInFile } from '../../shared/domain/columns-to-match.ts';
import { refusedRowsFile } from '../exports/refused-rows.ts';
import { documentById, namesOf, pageOfDocuments, type DocumentRecord } from '../ledger/documents.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import type { Parcel } from '../parcels.ts';
import type { ImportOutcome } from '../worker/import-job.ts';
import { alreadyLeft } from '../worker/refuse-what-left.ts';
import { reportOf } from '../worker/opi-report.ts';
import type { Environment } from './environment.ts';

type Answered = Extract<keyof Handlers, `documents.${string}`>;

export function documentHandlers(environment: Environment): Pick<Handlers, Answered> {
  return {
    async 'documents.preview'({ parcels }, { signal, onProgress }) {
      const files = filesOf(environment, parcels);
      if (!files.ok) return files;
      return environment.writer.run(
        'preview',
        { files: files.value },
        { now: environment.now(), signal, onProgress },
      );
    },
    async 'documents.import'({ parcels }, { signal, onProgress }) {
      const files = filesOf(environment, parcels);
      if (!files.ok) return files;
      const imported = await environment.writer.run(
        'import',
        { files: files.value },
        { now: environment.now(), signal, onProgress },
      );
      // After a stop or a failure they stay good: the clerk tries again without dropping them anew.
      if (!imported.ok) return imported;
      const waiting = namesWaiting(imported.value.documents);
      parcels.forEach((parcel, index) => {
        const name = files.value[index]?.name ?? '';
        if (!waiting.some((document) => isInFile(document, name))) environment.parcels.release(parcel);
      });
      if (imported.value.importedAt !== null) await environment.afterImport();
      return imported;
    },
    async 'documents.discard'({ parcels }) {
      for (const parcel of parcels) environment.parcels.release(parcel);
      return ok({});
    },
    async 'documents.names'({ from, to }) {
      const ledger = await environment.ledger();
      return ledger.ok ? ok({ documents: namesOf(ledger.value, from, Math.min(to, from + 999)) }) : ledger;
    },
    async 'documents.list'({ drop, ...page }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const found = pageOfDocuments(ledger.value, drop, page);
      return ok({ ...found, rows: found.rows.map((document) => toRecord(ledger.value, document)) });
    },
    async 'documents.read'({ id }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const document = documentById(ledger.value, id);
      return document === null
        ? fail({ code: 'no-such-document', id })
        : ok(toRecord(ledger.value, document));
    },
    async 'documents.refusedRows'({ id }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const document = documentById(ledger.value, id);
      if (document === null) return fail({ code: 'no-such-document', id });
      const file = refusedRowsFile(document.name, document.refusedRows);
      const parcel = environment.parcels.offer(file);
      const rows = document.refusedRows.length;
      const sha256 = hash('sha256', file.bytes);
      const details = { export: 'righe-scartate', document: id, rows, sha256 };
      await environment.trail.note({ operation: 'export-made', subject: file.name, details });
      return ok({ parcel, name: file.name, rows });
    },
    async 'documents.undo'({ id, anyway }, { signal, onProgress }) {
      const there = await environment.ledger();
      if (!there.ok) return there;
      const standing = documentById(there.value, id);
      const refused =
        standing === null ? null : alreadyLeft(there.value, { ...standing, first: id, last: id }, anyway);
      if (refused !== null) return fail(refused);
      await environment.backups.before('undo');
      const undone = await environment.writer.run(
        'undo',
        { id, anyway },
        { now: environment.now(), signal, onProgress },
      );
      if (!undone.ok) return undone;
      const ledger = await environment.ledger();
      return ledger.ok ? ok(toRecord(ledger.value, undone.value)) : ledger;
    },
  };
}

/** The lists that are imported again as soon as somebody has said what their columns are: their files stay. */
function namesWaiting(documents: ImportOutcome['documents']): string[] {
  return documents.flatMap((document) =>
    'from' in document || !isForAPerson(document.problem) ? [] : [document.name],
  );
}

/** The files behind the handles; one that is not there stops everything, before anything is read. */
function filesOf(environment: Environment, parcels: readonly string[]): Result<Parcel[], Problem> {
  const files: Parcel[] = [];
  for (const parcel of parcels) {
    const file = environment.parcels.find(parcel);
    if (file === null) return fail({ code: 'no-such-parcel', parcel });
    files.push(file);
  }
  return ok(files);
}

function toRecord(ledger: ReadableLedger, document: DocumentRecord) {
  const hasReport = document.kind === 'giornale-opi' && document.undoneAt === null;
  return {
    ...document,
    reportToday: hasReport ? reportOf(ledger, document.id, false) : null,
  };
}
