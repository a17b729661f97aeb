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
import type { Question, Questions } from '../questions.ts';

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
  context: JobContext,
): Result<RecipientList, ListRefused> {
  const saved = options.profile === null ? savedProfiles(ledger) : [];
  return ask(file, { name: 'recipients', input: { file, options, saved } }, context);
}

export function readPropertiesFile(file: ImportFile, context: JobContext): Result<PropertyList, ListRefused> {
  return ask(file, { name: 'properties', input: { file } }, context);
}

export function readPaidFile(file: ImportFile, context: JobContext): Result<PaidList, ListRefused> {
  return ask(file, { name: 'paid', input: { file } }, context);
}

export function proposeProfileOfFile(
  file: ImportFile,
  context: JobContext,
): Result<ListProposal, ListRefused> {
  return ask(file, { name: 'list-columns', input: { file } }, context);
}

function savedProfiles(ledger: ReadableLedger): ListProfile[] {
  return listProfiles(ledger).flatMap(({ profile }) => {
    const read = parseListProfile(JSON.parse(profile));
    return read.ok && read.value.headers !== null ? [read.value] : [];
  });
}

type ListQuestionName = Exclude<keyof Questions, 'columns'>;
type Told<Name extends ListQuestionName> = Extract<Questions[Name]['output'], { ok: true }>;

function ask<Name extends ListQuestionName>(
  { name }: ImportFile,
  question: Question<Name>,
  { reader, breathe }: JobContext,
): Told<Name> | { readonly ok: false; readonly problem: ListRefused } {
  const told = reader.ask(question, breathe);
  if (!told.ok)
    return fail({ code: 'list-refused', name, problem: { code: 'unreadable-list', problem: told.problem } });
  const read: Questions[ListQuestionName]['output'] = told.value;
  return read.ok ? (read as Told<Name>) : fail({ code: 'list-refused', name, problem: read.problem });
}
