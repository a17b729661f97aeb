import type Database from 'better-sqlite3';
import { fail, ok, type Result } from '../../shared/domain/result.ts';

/** One forward step of the schema; there are no backward ones. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** Marks the file as ours: "3PAL". */
export const applicationId = 0x3350414c;

export type MigrationProblem =
  | { readonly code: 'ledger-from-the-future'; readonly version: number; readonly known: number }
  | { readonly code: 'not-a-ledger' };

/**
 * Brings a ledger to the newest schema, each step in a transaction of its own.
 * A file of another program, or of a newer version of this one, is refused before a byte changes.
 */
export function migrate(db: Database.Database, steps: readonly Migration[]): Result<void, MigrationProblem> {
  const version = Number(db.pragma('user_version', { simple: true }));
  const known = steps.at(-1)?.version ?? 0;
  const standing = recognise(db, version);
  if (!standing) return fail({ code: 'not-a-ledger' });
  if (version > known) return fail({ code: 'ledger-from-the-future', version, known });
  for (const step of steps.filter((candidate) => candidate.version > version)) {
    db.transaction(() => {
      // Another program may have taken the step between our look and our lock.
      if (Number(db.pragma('user_version', { simple: true })) >= step.version) return;
      db.exec(step.sql);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
  return ok(undefined);
}

/** Ours, or an empty file that may become ours. */
function recognise(db: Database.Database, version: number): boolean {
  const id = Number(db.pragma('application_id', { simple: true }));
  if (id === applicationId) return true;
  const tables = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_master').get();
  return id === 0 && version === 0 && tables?.n === 0;
}
