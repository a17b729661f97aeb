import type { DocumentProblem } from '../../../shared/domain/document.ts';
import type { ListProblem } from '../../../shared/domain/message/list-problem.ts';
import { parseListProfile, type ListProfile } from '../../../shared/domain/message/list-profile.ts';
import type { ListProposal } from '../../../shared/domain/message/list-proposal.ts';
import { fail, type Result } from '../../../shared/domain/result.ts';
import type { PaidList } from '../../importers/recipients/paid-elsewhere.ts';
import type { PropertyList } from '../../importers/recipients/properties.ts';
import type { ListOptions, RecipientList } from '../../importers/recipients/recipients.ts';
import { listProfiles } from '../../ledger/messages/texts.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import type { JobContext } from '../job-context.ts';
import type { ImportFile } from '../keep-files.ts';

/** A list of which nothing can be used; `name` is the file's. */
export interface ListRefused {
  readonly code: 'list-refused';
  readonly name: string;
  readonly problem: ListProblem;
}

/** Without a profile, those that were saved are tried first. */
export function readListFile(
  ledger: ReadableLedger,
  file: ImportFile,
  options: ListOptions & { readonly profile: ListProfile | null },
  { reader, breathe }: JobContext,
): Result<RecipientList, ListRefused> {
  const saved = options.profile === null ? savedProfiles(ledger) : [];
  return listOf(file, reader.ask({ name: 'recipients', input: { file, options, saved } }, breathe));
}

export function readPropertiesFile(
  file: ImportFile,
  { reader, breathe }: JobContext,
): Result<PropertyList, ListRefused> {
  return listOf(file, reader.ask({ name: 'properties', input: { file } }, breathe));
}

export function readPaidFile(
  file: ImportFile,
  { reader, breathe }: JobContext,
): Result<PaidList, ListRefused> {
  return listOf(file, reader.ask({ name: 'paid', input: { file } }, breathe));
}

export function proposeProfileOfFile(
  file: ImportFile,
  { reader, breathe }: JobContext,
): Result<ListProposal, ListRefused> {
  return listOf(file, reader.ask({ name: 'list-columns', input: { file } }, breathe));
}

function savedProfiles(ledger: ReadableLedger): ListProfile[] {
  return listProfiles(ledger).flatMap(({ profile }) => {
    const read = parseListProfile(JSON.parse(profile));
    return read.ok && read.value.headers !== null ? [read.value] : [];
  });
}

/** What was told of a list, or that whoever read it was lost. */
function listOf<T>(
  { name }: ImportFile,
  told: Result<Result<T, ListProblem>, DocumentProblem>,
): Result<T, ListRefused> {
  if (!told.ok)
    return fail({ code: 'list-refused', name, problem: { code: 'unreadable-list', problem: told.problem } });
  return told.value.ok ? told.value : fail({ code: 'list-refused', name, problem: told.value.problem });
}
