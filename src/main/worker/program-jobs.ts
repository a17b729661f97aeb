import type { Day } from '../../shared/domain/day.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import {
  addProgram,
  programById,
  isProgramNamed,
  markProgram,
  revokeProgram,
  type Program,
} from '../ledger/programs.ts';
import type { WritableLedger } from '../ledger/open.ts';

export type ProgramProblem =
  | { readonly code: 'program-exists'; readonly name: string }
  | { readonly code: 'not-found'; readonly what: 'program'; readonly name: string };

export interface NewProgram {
  readonly name: string;
  readonly clear: boolean;
  readonly tokenDigest: string;
}

/** Of two programs that may ask no two have one name: whoever revokes must know whom. */
export function createProgram(
  ledger: WritableLedger,
  program: NewProgram,
  now: string,
): Result<Program, ProgramProblem> {
  if (isProgramNamed(ledger, program.name)) return fail({ code: 'program-exists', name: program.name });
  return found(ledger, addProgram(ledger, program, now));
}

/** Taking a token away twice changes nothing. */
export function revoke(ledger: WritableLedger, id: number, now: string): Result<Program, ProgramProblem> {
  const program = programById(ledger, id);
  if (program?.revokedAt === null) revokeProgram(ledger, id, now);
  return found(ledger, id);
}

export function mark(ledger: WritableLedger, id: number, usedOn: Day): Result<Program, ProgramProblem> {
  markProgram(ledger, id, usedOn);
  return found(ledger, id);
}

function found(ledger: WritableLedger, id: number): Result<Program, ProgramProblem> {
  const program = programById(ledger, id);
  return program === null ? fail({ code: 'not-found', what: 'program', name: String(id) }) : ok(program);
}
