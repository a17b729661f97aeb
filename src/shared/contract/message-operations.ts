import { z } from 'zod';
import { count, jobProgress, nothing, outgoing, shortText, text } from './schemas/base.ts';
import {
  cardsKept,
  cardsRead,
  checkRequest,
  messageRules,
  rulesCheck,
  rulesState,
} from './schemas/message-rules.ts';
import {
  campaign,
  keyTest,
  listProposal,
  message,
  messageCard,
  messageFilter,
  messageService,
  messageSettings,
  outbox,
  paidList,
  prepared,
  prepareRequest,
  preview,
  queued,
  runProgress,
  runReport,
  runRequest,
  savedListProfile,
  settleRequest,
  template,
  vault,
  vaultWritten,
} from './schemas/messages.ts';
import { operation } from './operation.ts';

const id = z.int().positive();
const parcel = z.string().max(100);
const service = z.string().trim().min(1).max(60);
/** Of an API key or a passphrase: told once, on the way in, and never again. */
const secret = z.string().max(1_000);
const templateName = z.string().trim().min(1).max(100);

/** What may be asked of the messages to citizens. */
export const messageOperations = {
  'messages.settings.read': operation({ input: nothing, output: messageSettings }),
  'messages.settings.write': operation({
    input: z.strictObject({ settings: messageSettings }),
    output: messageSettings,
  }),
  /** The services of the settings, and those that only campaigns know. */
  'messages.services': operation({
    input: nothing,
    output: z.strictObject({ services: z.array(messageService).readonly(), vault }),
  }),

  /** Keeps the API key of a service; a service that was refused because of its key goes on. */
  'keys.save': operation({
    input: z.strictObject({
      service,
      key: secret,
      keep: z.enum(['os', 'passphrase', 'session']),
      which: z.enum(['primary', 'secondary']),
    }),
    output: vaultWritten,
  }),
  'keys.remove': operation({ input: z.strictObject({ service }), output: vault }),
  'keys.unlock': operation({ input: z.strictObject({ passphrase: secret }), output: vault }),
  'keys.lock': operation({ input: nothing, output: vault }),
  /** `old` is null where there was none. */
  'keys.passphrase': operation({
    input: z.strictObject({ old: secret.nullable(), passphrase: secret }),
    output: vaultWritten,
  }),
  /** Asks whether one may write to somebody: nothing is written. */
  'keys.test': operation({
    input: z.strictObject({ service, fiscalCode: z.string().max(20) }),
    output: keyTest,
  }),

  /** As they come with the program, or as the office changed them. */
  'templates.list': operation({
    input: nothing,
    output: z.strictObject({ templates: z.array(template).readonly() }),
  }),
  /** Under a new name it is a new one. A text with complaints that refuse is kept all the same, and not sent. */
  'templates.save': operation({
    input: z.strictObject({ name: templateName, text: z.string().max(40_000) }),
    output: template,
  }),
  /** Back to how it came with the program; one of the office's own goes. */
  'templates.restore': operation({ input: z.strictObject({ name: templateName }), output: nothing }),

  /** What the columns of a list of people could be, and what its first rows say. */
  'lists.propose': operation({ input: z.strictObject({ parcel }), output: listProposal }),
  'lists.profiles': operation({
    input: nothing,
    output: z.strictObject({ profiles: z.array(savedListProfile).readonly() }),
  }),
  /** Keeps a profile in the place of the one that had its name. */
  'lists.saveProfile': operation({
    input: z.strictObject({ profile: z.unknown() }),
    output: savedListProfile,
  }),
  'lists.removeProfile': operation({ input: z.strictObject({ name: shortText }), output: nothing }),

  /** Reads a list and keeps its good rows as drafts. */
  'campaigns.prepare': operation({ input: prepareRequest, output: prepared }),
  'campaigns.list': operation({
    input: nothing,
    output: z.strictObject({ campaigns: z.array(campaign).readonly() }),
  }),
  'campaigns.read': operation({ input: z.strictObject({ id }), output: campaign }),
  'campaigns.findings': operation({ input: z.strictObject({ id }), output: prepared }),
  /** A row as its citizen will see it; `part`: of a row that asks for several things, which one, from 0. */
  'campaigns.preview': operation({
    input: z.strictObject({ id, row: count, part: count.default(0) }),
    output: preview,
  }),
  /** `acceptStale`: a reminder goes although what is known of payments is old. */
  'campaigns.queue': operation({
    input: z.strictObject({ id, acceptStale: z.boolean().default(false) }),
    output: queued,
    progress: jobProgress,
  }),
  /** A row as a test to a colleague who agreed: no avviso rides along, and the subject says that it is a test. */
  'campaigns.trial': operation({
    input: z.strictObject({ id, row: count, part: count.default(0), fiscalCode: z.string().max(20) }),
    output: z.strictObject({ key: text }),
  }),
  'campaigns.pause': operation({ input: z.strictObject({ id, paused: z.boolean() }), output: campaign }),
  /** Takes back what did not leave. */
  'campaigns.withdraw': operation({ input: z.strictObject({ id }), output: campaign }),
  /** A campaign to the same people, of what was delivered or may have been. */
  'campaigns.correct': operation({
    input: z.strictObject({
      id,
      template: templateName,
      texts: prepareRequest.shape.texts,
    }),
    output: prepared,
  }),
  /** A workbook of a campaign: what became of each message. `clear`: people are told in clear. */
  'campaigns.report': operation({
    input: z.strictObject({ id, clear: z.boolean().default(false) }),
    output: outgoing,
    progress: jobProgress,
  }),
  /** Whom no message reached and who is still to be asked, with their addresses; null: of all campaigns. */
  'campaigns.paper': operation({
    input: z.strictObject({
      id: id.nullable().default(null),
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
    }),
    output: outgoing,
  }),
  /** The rows of the list that make no message, to be sent back to whoever made it. */
  'campaigns.refused': operation({ input: z.strictObject({ id }), output: outgoing }),

  'paidLists.import': operation({ input: z.strictObject({ parcel, service }), output: paidList }),
  'paidLists.list': operation({
    input: nothing,
    output: z.strictObject({ lists: z.array(paidList).readonly() }),
  }),
  'paidLists.remove': operation({ input: z.strictObject({ id }), output: nothing }),

  /** What is prepared by itself. */
  'rules.read': operation({ input: nothing, output: rulesState }),
  /** A rule that is turned on is about what is imported from then on. */
  'rules.write': operation({ input: z.strictObject({ rules: messageRules }), output: rulesState }),
  /** Looks whom the rules want written to and prepares it; asked twice, it prepares nothing more. */
  'rules.check': operation({ input: checkRequest.prefault({}), output: rulesCheck }),
  /** Keeps the identity cards of a list, which are looked at each day. */
  'cie.import': operation({ input: z.strictObject({ parcel }), output: cardsRead }),
  'cie.read': operation({ input: nothing, output: cardsKept }),

  'outbox.read': operation({ input: nothing, output: outbox }),
  /** Sends until nothing is left that can go, and answers then. */
  'outbox.run': operation({ input: runRequest, output: runReport, progress: runProgress }),
  /** Sends while the program is open, and answers at once. */
  'outbox.start': operation({ input: runRequest, output: outbox }),
  'outbox.stop': operation({ input: nothing, output: outbox }),
  /** Asks what became of accepted messages; `all`: also of those whose turn it is not. */
  'outbox.follow': operation({
    input: z.strictObject({ all: z.boolean().default(true) }),
    output: z.strictObject({
      asked: count,
      settled: count,
      otherKey: count,
      left: count,
      byState: campaign.shape.byState,
    }),
    progress: z.strictObject({ done: count, total: count }),
  }),
  /** A person has looked at a queue that was held: it may go, from this computer. */
  'outbox.confirm': operation({ input: nothing, output: outbox }),
  'outbox.messages': operation({
    input: z.strictObject({
      filter: messageFilter.prefault({}),
      /** Of the message before the page; backward, of the one behind it, or 0 for the end of the list. */
      after: count.default(0),
      backward: z.boolean().default(false),
      limit: z.int().min(1).max(1_000).default(200),
    }),
    output: z.strictObject({
      rows: z.array(message).readonly(),
      previous: count.nullable(),
      next: count.nullable(),
      count,
    }),
  }),
  'outbox.message': operation({ input: z.strictObject({ id }), output: messageCard }),
  'outbox.settle': operation({ input: settleRequest, output: message }),
};
