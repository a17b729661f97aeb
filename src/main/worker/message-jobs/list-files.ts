import type { ListProblem } from '../../../shared/domain/message/list-problem.ts';
import { parseListProfile, type ListProfile } from '../../../shared/domain/message/list-profile.ts';
import type { ListProposal } from '../../../shared/domain/message/list-proposal.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../../importers/bytes.ts';
import { readPaidElsewhere, type PaidList } from '../../importers/recipients/paid-elsewhere.ts';
import { readProperties, type PropertyList } from '../../importers/recipients/properties.ts';
import { proposeListProfile } from '../../importers/recipients/propose.ts';
import {
  readRecipients,
  type ListOptions,
  type RecipientList,
} from '../../importers/recipients/recipients.ts';
import { Refusal } from '../../importers/refusal.ts';
import { listProfiles } from '../../ledger/messages/texts.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import { openFile } from '../file-bytes.ts';
import type { ImportFile } from '../keep-files.ts';

/** A list of which nothing can be used; `name` is the file's. */
export interface ListRefused {
  readonly code: 'list-refused';
  readonly name: string;
  readonly problem: ListProblem;
}

/** Without a profile, those that were saved are tried first: a person has said how these columns are meant. */
export function readListFile(
  ledger: ReadableLedger,
  file: ImportFile,
  options: ListOptions & { readonly profile: ListProfile | null },
): Result<RecipientList, ListRefused> {
  return withFile(file, (source) => {
    if (options.profile !== null) return readRecipients(source, options);
    for (const profile of savedProfiles(ledger)) {
      const read = readRecipients(source, { ...options, profile });
      // Nearly its columns, and not quite: read by their names they would stand in the wrong places.
      if (read.ok || read.problem.code !== 'list-columns-shifted' || read.problem.near) return read;
    }
    return readRecipients(source, options);
  });
}

export function readPropertiesFile(file: ImportFile): Result<PropertyList, ListRefused> {
  return withFile(file, readProperties);
}

export function readPaidFile(file: ImportFile): Result<PaidList, ListRefused> {
  return withFile(file, readPaidElsewhere);
}

export function proposeProfileOfFile(file: ImportFile): Result<ListProposal, ListRefused> {
  return withFile(file, proposeListProfile);
}

function savedProfiles(ledger: ReadableLedger): ListProfile[] {
  return listProfiles(ledger).flatMap(({ profile }) => {
    const read = parseListProfile(JSON.parse(profile));
    return read.ok && read.value.headers !== null ? [read.value] : [];
  });
}

function withFile<T>(
  { path, name }: ImportFile,
  read: (source: ByteSource) => Result<T, ListProblem>,
): Result<T, ListRefused> {
  const opened = openFile(path);
  if (!opened.ok)
    return fail({
      code: 'list-refused',
      name,
      problem: { code: 'unreadable-list', problem: opened.problem },
    });
  try {
    const told = read(opened.value.source);
    return told.ok ? ok(told.value) : fail({ code: 'list-refused', name, problem: told.problem });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return fail({ code: 'list-refused', name, problem: { code: 'unreadable-list', problem: error.problem } });
  } finally {
    opened.value.close();
  }
}
