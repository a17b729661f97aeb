import type { Problem } from '../../../shared/contract/problems.ts';
import { fail, type Result } from '../../../shared/domain/result.ts';
import { isDiskFull, isReadOnly } from '../../disk/errors.ts';
import { openSnapshot, type ReadableLedger } from '../../ledger/open.ts';
import { troubleOf } from '../../ledger/trouble.ts';
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

/**
 * Makes files beside the ledger, all of them or none; being stopped, and a full disk, are foreseen. Where the ledger's disk
 * takes nothing they are made once more in the folder of the system: what is there must be able to leave.
 */
export async function wholeFiles<T>(
  { folder }: Environment,
  make: (newFile: () => Promise<DepartingFile>) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  try {
    return await makeIn(folder, false, make);
  } catch (error) {
    if (!isDiskFull(error) && !isReadOnly(error)) throw error;
  }
  try {
    return await makeIn(folder, true, make);
  } catch (error) {
    const trouble = troubleOf(error, folder);
    if (trouble === null) throw error;
    return fail(trouble);
  }
}

async function makeIn<T>(
  folder: string,
  elsewhere: boolean,
  make: (newFile: () => Promise<DepartingFile>) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const files: DepartingFile[] = [];
  let made: Result<T, Problem> | null = null;
  try {
    made = await make(async () => {
      const file = await departingFile(folder, elsewhere);
      files.push(file);
      return file;
    });
    return made;
  } catch (error) {
    if (error instanceof Stopped) return fail({ code: 'cancelled' });
    if (error instanceof TooManyRows)
      return fail({ code: 'too-many-rows', sheet: error.sheet, rows: error.rows });
    throw error;
  } finally {
    if (made?.ok !== true) for (const file of files) await file.drop();
  }
}
