import type { Day } from '../../shared/domain/day.ts';
import type { Decision, DecisionRecord } from '../../shared/domain/decision.ts';
import type { Profile } from '../../shared/domain/profile.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { TrailDraft } from '../../shared/domain/trail.ts';
import type { Program } from '../ledger/programs.ts';
import { countStanding, documentById, removeFacts, type DocumentRecord } from '../ledger/documents.ts';
import type { Drop } from '../ledger/drops.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { declareTotal } from '../ledger/quadratura.ts';
import { readSettings, writeSettings } from '../ledger/settings.ts';
import { changePreferences, type PreferencesRefused } from './change-preferences.ts';
import { createProgram, mark, revoke, type ProgramProblem, type NewProgram } from './program-jobs.ts';
import { forget, keepGiven, type ConsumerProblem, type GivenFile } from './consumer-jobs.ts';
import { decide, undecide, type DecideProblem } from './decide-job.ts';
import { importFiles, type ImportOutcome } from './import-job.ts';
import { countItems, type JobContext } from './job-context.ts';
import type { ImportFile } from './keep-files.ts';
import {
  messageJobNames,
  messageJobs,
  type MessageJobProblem,
  type MessageJobs,
} from './message-jobs/message-jobs.ts';
import { discard, type DiscardedNow, type DiscardWanted } from './discard-job.ts';
import { createMatching } from './matching.ts';
import { minimise, type Minimised } from './minimise-job.ts';
import { previewFiles, type Preview } from './preview-job.ts';
import { proposeProfileOf, removeProfile, saveProfile, type ProfileProblem } from './profile-jobs.ts';
import type { ProfileProposal } from './propose-columns.ts';
import { rederive } from './rederive.ts';
import { undoDrop, type NoSuchDrop } from './undo-drop.ts';
import { refuseWhatLeft, type AlreadyLeft, type Anyway } from './refuse-what-left.ts';
import { verifyLedger, type Verification } from './verify-job.ts';

export type JobProblem =
  | MessageJobProblem
  | NoSuchDrop
  | AlreadyLeft
  | PreferencesRefused
  | ProgramProblem
  | ConsumerProblem
  | DecideProblem
  | ProfileProblem
  | { readonly code: 'no-such-document'; readonly id: number }
  | { readonly code: 'already-undone'; readonly id: number }
  | { readonly code: 'ente-in-use'; readonly codiceFiscale: string };

/** Everything that writes. Each job is one transaction: it happens whole, or not at all. */
export interface Jobs extends MessageJobs {
  import: { input: { files: readonly ImportFile[] }; output: Result<ImportOutcome, JobProblem> };
  /** Reads as an import does, and keeps nothing. */
  preview: { input: { files: readonly ImportFile[] }; output: Result<Preview, JobProblem> };
  'undo-drop': { input: { importedAt: string } & Anyway; output: Result<Drop, JobProblem> };
  preferences: {
    input: { changes: readonly { readonly key: string; readonly value: string | null }[] };
    output: Result<void, JobProblem>;
  };
  /** Looks at a list, and keeps nothing. */
  'propose-profile': {
    input: { file: ImportFile; name: string | null };
    output: Result<ProfileProposal, JobProblem>;
  };
  'save-profile': { input: { profile: Profile }; output: Result<Profile, JobProblem> };
  'remove-profile': { input: { name: string }; output: Result<Profile, JobProblem> };
  decide: {
    input: { decision: Decision; author: string };
    output: Result<DecisionRecord, JobProblem>;
  };
  /** A total that the program of a service declares, for the quadratura. */
  declare: {
    input: { total: Omit<Parameters<typeof declareTotal>[1], 'madeAt'> };
    output: Result<void, JobProblem>;
  };
  undecide: { input: { id: number }; output: Result<DecisionRecord, JobProblem> };
  undo: { input: { id: number } & Anyway; output: Result<DocumentRecord, JobProblem> };
  settings: { input: { settings: Settings }; output: Result<Settings, JobProblem> };
  'create-program': { input: NewProgram; output: Result<Program, JobProblem> };
  'revoke-program': { input: { id: number }; output: Result<Program, JobProblem> };
  'mark-program': { input: { id: number; usedOn: Day }; output: Result<Program, JobProblem> };
  'keep-given': { input: GivenFile; output: Result<void, JobProblem> };
  'forget-consumer': { input: { name: string }; output: Result<void, JobProblem> };
  /** Tells in the trail what was done outside of the ledger. */
  note: { input: { drafts: readonly TrailDraft[] }; output: Result<void, JobProblem> };
  /** Takes people out of what is old and settled; the preview does the same and keeps nothing. */
  minimise: { input: { before: Day; author: string }; output: Result<Minimised, JobProblem> };
  'preview-minimise': { input: { before: Day; author: string }; output: Result<Minimised, JobProblem> };
  discard: { input: DiscardWanted; output: Result<DiscardedNow, JobProblem> };
  'preview-discard': { input: DiscardWanted; output: Result<DiscardedNow, JobProblem> };
  verify: { input: Record<string, never>; output: Result<Verification, JobProblem> };
}

type JobRunners = {
  readonly [Name in keyof Jobs]: (
    ledger: WritableLedger,
    input: Jobs[Name]['input'],
    context: JobContext,
  ) => Jobs[Name]['output'];
};

/** Jobs that leave the ledger as it was, whatever they did in it. */
export const keepNothing: ReadonlySet<keyof Jobs> = new Set<keyof Jobs>([
  'preview',
  'propose-profile',
  'plan-rules',
  'preview-minimise',
  'preview-discard',
  'verify',
]);

/** Jobs after which nothing of what they took away may stay anywhere in the files. */
export const leaveNoTrace: ReadonlySet<keyof Jobs> = new Set<keyof Jobs>(['minimise', 'discard']);

/** Jobs that write beside what the ledger says: whoever read it need not read it again. */
export const sayNothing: ReadonlySet<keyof Jobs> = new Set<keyof Jobs>([
  'preferences',
  'create-program',
  'revoke-program',
  'mark-program',
  'keep-given',
  'forget-consumer',
  'note',
  ...messageJobNames,
]);

export const jobs: JobRunners = {
  import: (ledger, { files }, context) => ok(importFiles(ledger, files, context)),
  preview: (ledger, { files }, context) => ok(previewFiles(ledger, files, context)),
  'undo-drop': undoDrop,
  preferences: (ledger, { changes }) => changePreferences(ledger, changes),
  'propose-profile': (ledger, { file, name }, context) => proposeProfileOf(ledger, file, name, context),
  'save-profile': (ledger, { profile }, { now }) => saveProfile(ledger, profile, now),
  'remove-profile': (ledger, { name }) => removeProfile(ledger, name),
  decide: (ledger, { decision, author }, context) => decide(ledger, decision, author, context),
  declare: (ledger, { total }, { now }) => ok(declareTotal(ledger, { ...total, madeAt: now })),
  undecide: (ledger, { id }, context) => undecide(ledger, id, context),
  undo: undoDocument,
  settings: (ledger, { settings }, context) => changeSettings(ledger, settings, context),
  'create-program': (ledger, program, { now }) => createProgram(ledger, program, now),
  'revoke-program': (ledger, { id }, { now }) => revoke(ledger, id, now),
  'mark-program': (ledger, { id, usedOn }) => mark(ledger, id, usedOn),
  'keep-given': keepGiven,
  'forget-consumer': (ledger, { name }) => forget(ledger, name),
  ...messageJobs,
  note: () => ok(undefined),
  minimise: (ledger, wanted, context) => ok(minimise(ledger, wanted, context)),
  'preview-minimise': (ledger, wanted, context) => ok(minimise(ledger, wanted, context)),
  discard,
  'preview-discard': discard,
  verify: (ledger, _input, context) => ok(verifyLedger(ledger, context)),
};

function undoDocument(
  ledger: WritableLedger,
  { id, anyway = false }: Jobs['undo']['input'],
  context: JobContext,
): Result<DocumentRecord, JobProblem> {
  const document = documentById(ledger, id);
  if (document === null) return fail({ code: 'no-such-document', id });
  if (document.undoneAt !== null) return fail({ code: 'already-undone', id });
  const { name, importedAt } = document;
  const left = refuseWhatLeft(ledger, { first: id, last: id, importedAt, name, anyway }, context);
  if (left !== null) return fail(left);
  const matching = createMatching(ledger, context);
  matching.touch(id);
  removeFacts(ledger, id, context.now, matching.wait);
  matching.end();
  return ok({ ...document, undoneAt: context.now });
}

/** The ente of a ledger with documents stays: they were accepted because they are its own. */
function changeSettings(
  ledger: WritableLedger,
  settings: Settings,
  context: JobContext,
): Result<Settings, JobProblem> {
  const before = readSettings(ledger).ente?.codiceFiscale;
  const enteChanges = before !== undefined && before !== settings.ente?.codiceFiscale;
  if (enteChanges && countStanding(ledger) > 0) return fail({ code: 'ente-in-use', codiceFiscale: before });
  writeSettings(ledger, settings);
  rederive(ledger, countItems(context, 'match'));
  return ok(settings);
}
