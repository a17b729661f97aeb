import type { Day } from '../../../shared/domain/day.ts';
import type { MessageRules } from '../../../shared/domain/message/message-rules.ts';
import type { MessageSettings } from '../../../shared/domain/message/message-settings.ts';
import type { Recovery } from '../../../shared/domain/message/recovery.ts';
import type { RulesCheck } from '../../../shared/domain/message/rules-check.ts';
import type { Settlement } from '../../../shared/domain/message/state.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import { writeMessageSettings } from '../../ledger/messages/outbox-state.ts';
import { writeRules } from '../../ledger/messages/rules.ts';
import {
  forgetListProfile,
  forgetTemplate,
  writeListProfile,
  writeTemplate,
} from '../../ledger/messages/texts.ts';
import type { WritableLedger } from '../../ledger/open.ts';
import type { Begun, Ended, Followed, Picked, PickInput, Settled } from '../../messages/outbox/store.ts';
import type { ListProposal } from '../../../shared/domain/message/list-proposal.ts';
import type { JobContext } from '../job-context.ts';
import type { ImportFile } from '../keep-files.ts';
import { setCampaignPaused, acceptStale, withdrawCampaign, type NoSuchCampaign } from './campaign-jobs.ts';
import { keepFollowed } from './follow-jobs.ts';
import { keepPaidList, removePaidList, type NewPaidList, type PaidListProblem } from './paid-list-jobs.ts';
import {
  prepareFromList,
  type Prepared,
  type PrepareInput,
  type PrepareProblem,
} from './prepare-campaign.ts';
import { proposeProfileOfFile, type ListRefused } from './list-files.ts';
import { pickMessage } from './pick-message.ts';
import { prepareCorrection, type CorrectionInput } from './prepare-correction.ts';
import { queueTrial, type TrialProblem } from './trial-jobs.ts';
import { queueCampaign, type Queued, type QueueProblem } from './queue-campaign.ts';
import { confirmOutbox, recoverOutbox, settleUncertain, type SettleProblem } from './recovery-jobs.ts';
import { checkRules, planRules, type CheckInput } from './rules/check-rules.ts';
import { keepCards, type CardsRead } from './rules/keep-cards.ts';
import { beginSending, endSending, settleUnsent } from './sending-jobs.ts';

export type MessageJobProblem =
  | PrepareProblem
  | ListRefused
  | TrialProblem
  | NoSuchCampaign
  | QueueProblem
  | SettleProblem
  | PaidListProblem;

type Done<Output> = Result<Output, MessageJobProblem>;

/** What writes of the messages to citizens; each is one transaction, as every job. */
export interface MessageJobs {
  'prepare-campaign': { input: PrepareInput; output: Done<Prepared> };
  'propose-list': { input: { file: ImportFile }; output: Done<ListProposal> };
  'prepare-correction': { input: CorrectionInput; output: Done<Prepared> };
  'queue-trial': {
    input: { id: number; row: number; part: number; fiscalCode: string; author: string };
    output: Done<{ readonly key: string }>;
  };
  'queue-campaign': { input: { id: number; today: Day }; output: Done<Queued> };
  'accept-stale': { input: { id: number }; output: Done<void> };
  'pause-campaign': { input: { id: number; paused: boolean }; output: Done<void> };
  'withdraw-campaign': { input: { id: number }; output: Done<{ readonly withdrawn: number }> };
  'recover-outbox': { input: { recovery: Recovery }; output: Done<void> };
  'pick-message': { input: PickInput; output: Done<Picked> };
  'begin-sending': { input: { id: number }; output: Done<Begun | null> };
  'end-sending': { input: Ended; output: Done<void> };
  'settle-unsent': { input: { id: number; settled: Settled }; output: Done<void> };
  'keep-followed': { input: Followed; output: Done<void> };
  'confirm-outbox': { input: { machine: string }; output: Done<void> };
  'settle-uncertain': {
    input: { key: string; how: Settlement; note: string | null; author: string };
    output: Done<{ readonly id: number }>;
  };
  'message-settings': { input: { settings: MessageSettings }; output: Done<MessageSettings> };
  'save-template': { input: { name: string; text: string; author: string }; output: Done<void> };
  'remove-template': { input: { name: string }; output: Done<void> };
  'save-list-profile': { input: { name: string; profile: string }; output: Done<void> };
  'remove-list-profile': { input: { name: string }; output: Done<void> };
  'keep-paid-list': { input: NewPaidList; output: Done<{ readonly id: number }> };
  'remove-paid-list': { input: { id: number }; output: Done<void> };
  'write-rules': { input: { rules: MessageRules }; output: Done<void> };
  'check-rules': { input: CheckInput; output: Done<RulesCheck> };
  /** What the rules would prepare; nothing of it is kept. */
  'plan-rules': { input: CheckInput; output: Done<RulesCheck> };
  'keep-cards': { input: { file: ImportFile; today: Day }; output: Done<CardsRead> };
}

type Runners = {
  readonly [Name in keyof MessageJobs]: (
    ledger: WritableLedger,
    input: MessageJobs[Name]['input'],
    context: JobContext,
  ) => MessageJobs[Name]['output'];
};

/** What was done is the answer. */
function done(_nothing: void): Done<void> {
  return ok(undefined);
}

export const messageJobs: Runners = {
  'prepare-campaign': prepareFromList,
  'propose-list': (_ledger, { file }, context) => proposeProfileOfFile(file, context),
  'prepare-correction': prepareCorrection,
  'queue-trial': (ledger, told, { now }) => queueTrial(ledger, told, now),
  'queue-campaign': (ledger, { id, today }, context) => queueCampaign(ledger, id, today, context),
  'accept-stale': (ledger, { id }) => acceptStale(ledger, id),
  'pause-campaign': (ledger, { id, paused }) => setCampaignPaused(ledger, id, paused),
  'withdraw-campaign': (ledger, { id }, { now }) => withdrawCampaign(ledger, id, now),
  'recover-outbox': (ledger, { recovery }, { now }) => done(recoverOutbox(ledger, recovery, now)),
  'pick-message': (ledger, input, context) => ok(pickMessage(ledger, input, context)),
  'begin-sending': (ledger, { id }, { now }) => ok(beginSending(ledger, id, now)),
  'end-sending': (ledger, told, { now }) => done(endSending(ledger, told, now)),
  'settle-unsent': (ledger, { id, settled }, { now }) => done(settleUnsent(ledger, id, settled, now)),
  'keep-followed': (ledger, told, { now }) => done(keepFollowed(ledger, told, now)),
  'confirm-outbox': (ledger, { machine }, { now }) => done(confirmOutbox(ledger, machine, now)),
  'settle-uncertain': (ledger, told, { now }) => settleUncertain(ledger, told, now),
  'message-settings': (ledger, { settings }) => {
    writeMessageSettings(ledger, settings);
    return ok(settings);
  },
  'save-template': (ledger, told, { now }) => done(writeTemplate(ledger, told, now)),
  'remove-template': (ledger, { name }) => done(forgetTemplate(ledger, name)),
  'save-list-profile': (ledger, told, { now }) => done(writeListProfile(ledger, told, now)),
  'remove-list-profile': (ledger, { name }) => done(forgetListProfile(ledger, name)),
  'keep-paid-list': keepPaidList,
  'remove-paid-list': (ledger, { id }) => removePaidList(ledger, id),
  'write-rules': (ledger, { rules }) => done(writeRules(ledger, rules)),
  'check-rules': (ledger, input, context) => ok(checkRules(ledger, input, context)),
  'plan-rules': (ledger, input, context) => ok(planRules(ledger, input, context)),
  'keep-cards': keepCards,
};

/** None of them changes what the ledger says of money. */
export const messageJobNames: readonly (keyof MessageJobs)[] = Object.keys(messageJobs).filter(isMessageJob);

function isMessageJob(name: string): name is keyof MessageJobs {
  return Object.hasOwn(messageJobs, name);
}
