import type { Problem } from '../../../shared/contract/problems.ts';
import { fail, type Result } from '../../../shared/domain/result.ts';
import { openSnapshot, type ReadableLedger } from '../../ledger/open.ts';
import type { Environment } from '../environment.ts';
import { departingFile, type DepartingFile } from './departing-file.ts';
import { TooManyRows } from './maker.ts';

/** A person does not want a file any more that is being made. */
export class Stopped extends Error {}

/** Works on the ledger as it is now, whatever is written meanwhile. */
export async function onSnapshot<T>(
  environment: Environment,
  use: (ledger: ReadableLedger) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  // Created and brought up to date, where it must be.
  const ledger = await environment.ledger();
  if (!ledger.ok) return ledger;
  const snapshot = openSnapshot(environment.folder);
  if (!snapshot.ok) return snapshot;
  if (snapshot.value === null) return fail({ code: 'not-a-ledger' });
  try {
    return await use(snapshot.value);
  } finally {
    snapshot.value.close();
  }
}

/** Makes files beside the ledger, all of them or none; being stopped, and a full disk, are foreseen. */
export async function wholeFiles<T>(
  { folder }: Environment,
  make: (newFile: () => Promise<DepartingFile>) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const files: DepartingFile[] = [];
  let made: Result<T, Problem> | null = null;
  try {
    made = await make(async () => {
      const file = await departingFile(folder);
      files.push(file);
      return file;
    });
    return made;
  } catch (error) {
    if (error instanceof Stopped) return fail({ code: 'cancelled' });
    if (error instanceof TooManyRows)
      return fail({ code: 'too-many-rows', sheet: error.sheet, rows: error.rows });
    if (isDiskFull(error)) return fail({ code: 'disk-full' });
    throw error;
  } finally {
    if (made?.ok !== true) for (const file of files) await file.drop();
  }
}

function isDiskFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL';
}
