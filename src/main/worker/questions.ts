import type { ListProfile } from '../../shared/domain/message/list-profile.ts';
import type { ListProblem } from '../../shared/domain/message/list-problem.ts';
import type { ListProposal } from '../../shared/domain/message/list-proposal.ts';
import { fail, type Result } from '../../shared/domain/result.ts';
import { heard, type ByteSource } from '../importers/bytes.ts';
import { readPaidElsewhere, type PaidList } from '../importers/recipients/paid-elsewhere.ts';
import { readProperties, type PropertyList } from '../importers/recipients/properties.ts';
import { proposeListProfile } from '../importers/recipients/propose.ts';
import { readRecipients, type ListOptions, type RecipientList } from '../importers/recipients/recipients.ts';
import { Refusal } from '../importers/refusal.ts';
import { openFile } from './file-bytes.ts';
import type { ImportFile } from './keep-files.ts';
import { proposeColumns, type ColumnsQuestion } from './propose-columns.ts';

interface ListQuestion {
  readonly file: ImportFile;
  readonly options: ListOptions & { readonly profile: ListProfile | null };
  /** Those that were saved: without a profile they are tried first, because a person has said how their columns are meant. */
  readonly saved: readonly ListProfile[];
}

/** What can be asked about one file that is no import; the answer is a plain value. */
export interface Questions {
  columns: { input: ColumnsQuestion; output: ReturnType<typeof proposeColumns> };
  recipients: { input: ListQuestion; output: Result<RecipientList, ListProblem> };
  properties: { input: { file: ImportFile }; output: Result<PropertyList, ListProblem> };
  paid: { input: { file: ImportFile }; output: Result<PaidList, ListProblem> };
  'list-columns': { input: { file: ImportFile }; output: Result<ListProposal, ListProblem> };
}

export interface Question<Name extends keyof Questions = keyof Questions> {
  readonly name: Name;
  readonly input: Questions[Name]['input'];
}

const answers: {
  readonly [Name in keyof Questions]: (
    input: Questions[Name]['input'],
    onRead: () => void,
  ) => Questions[Name]['output'];
} = {
  columns: proposeColumns,
  recipients: ({ file, options, saved }, onRead) =>
    withFile(file, onRead, (source) => {
      if (options.profile !== null) return readRecipients(source, options);
      for (const profile of saved) {
        const read = readRecipients(source, { ...options, profile });
        // Nearly its columns, and not quite: read by their names they would stand in the wrong places.
        if (read.ok || read.problem.code !== 'list-columns-shifted' || read.problem.near) return read;
      }
      return readRecipients(source, options);
    }),
  properties: ({ file }, onRead) => withFile(file, onRead, readProperties),
  paid: ({ file }, onRead) => withFile(file, onRead, readPaidElsewhere),
  'list-columns': ({ file }, onRead) => withFile(file, onRead, proposeListProfile),
};

/** Answers a question; `onRead` hears each step. */
export function answer<Name extends keyof Questions>(
  { name, input }: Question<Name>,
  onRead: () => void,
): Questions[Name]['output'] {
  return answers[name](input, onRead);
}

function withFile<T>(
  { path }: ImportFile,
  onRead: () => void,
  read: (source: ByteSource) => Result<T, ListProblem>,
): Result<T, ListProblem> {
  const opened = openFile(path);
  if (!opened.ok) return fail({ code: 'unreadable-list', problem: opened.problem });
  try {
    return read(heard(opened.value.source, onRead));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return fail({ code: 'unreadable-list', problem: error.problem });
  } finally {
    opened.value.close();
  }
}
