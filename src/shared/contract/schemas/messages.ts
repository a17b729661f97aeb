import { z } from 'zod';
import type { RunBlock } from '../../domain/message/run-block.ts';
import type { MessageReason } from '../../domain/message/reason.ts';
import { queueHolds } from '../../domain/message/reason.ts';
import { messageStates, settlements } from '../../domain/message/state.ts';
import { textFields } from '../../domain/message/merge-field.ts';
import { tariScenarios } from '../../domain/message/tari-plan.ts';
import type { KeysProblem } from '../../domain/message/service-key.ts';
import type { RefusedService } from '../../domain/message/answer.ts';
import type { ListProfile } from '../../domain/message/list-profile.ts';
import type { ListProposal } from '../../domain/message/list-proposal.ts';
import { overridable } from '../../domain/message/list-problem.ts';
import type { PreparationWarning, RowRefusal } from '../../domain/message/preparation.ts';
import type { TemplateComplaint } from '../../domain/message/template-complaint.ts';
import { codedValue, count, day, shortText, text } from './base.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const fiscalCode = z.string().trim().toUpperCase().length(16);
const serviceId = z.string().trim().min(1).max(60);
const nullable = <T extends z.ZodType>(type: T) => type.nullable().default(null);

/** How the Comune writes to its citizens. What is left out is as the program comes. */
export const messageSettings = z.strictObject({
  testMode: z.boolean().default(false),
  testUsers: z.array(fiscalCode).max(200).readonly().default([]),
  pace: z.number().min(0.1).max(15).default(2),
  from: clock.default('08:30'),
  to: clock.default('19:30'),
  workingDaysOnly: z.boolean().default(true),
  evidenceDays: z.int().min(0).max(30).default(2),
  confirmationDays: z.int().min(1).max(90).default(7),
  contacts: nullable(z.string().trim().max(500)),
  services: z
    .array(
      z.strictObject({
        id: serviceId,
        name: nullable(shortText),
        cap: nullable(z.int().min(0).max(9_999_999_999)),
        secure: z.boolean().default(false),
        contacts: nullable(z.string().trim().max(500)),
      }),
    )
    .max(500)
    .readonly()
    .default([]),
});

/** What becomes of the messages, by state; a state without messages is not there. */
export const byState = z.partialRecord(z.enum(messageStates), count);
const reason = codedValue<MessageReason>();
const rata = z.union([
  z.strictObject({ kind: z.literal('unica') }),
  z.strictObject({ kind: z.literal('rata'), n: count, of: count.nullable() }),
]);

/** A service as the outbox sees it. */
export const messageService = z.strictObject({
  id: text,
  /** As the office calls it; null for one that only messages know. */
  name: text.nullable(),
  ioName: text.nullable(),
  cap: count.nullable(),
  key: z
    .strictObject({
      /** Null while the file of keys is locked. */
      lastFour: text.nullable(),
      /** By which two keys are told apart without being shown; null as above. */
      tag: text.nullable(),
      source: z.enum(['kept', 'session', 'environment']),
      which: z.enum(['primary', 'secondary']).nullable(),
      savedAt: text.nullable(),
      lastUsedOn: text.nullable(),
    })
    .nullable(),
  /** Why nothing of it is sent. */
  hold: z
    .strictObject({
      why: z.custom<RefusedService>((value) => typeof value === 'string'),
      detail: text,
      madeAt: text,
    })
    .nullable(),
  waiting: count,
});

/** The place where the keys are. */
export const vault = z.strictObject({
  lock: z.enum(['empty', 'locked', 'open']),
  /** What opens it. */
  slots: z.array(z.enum(['os', 'passphrase'])).readonly(),
  /** True where the account on this computer can keep keys. */
  os: z.boolean(),
  problem: codedValue<KeysProblem>().nullable(),
});

/** The same after something was written there. */
export const vaultWritten = vault.extend({
  /** The name that a file which could not be read is kept under from now on. */
  setAside: text.nullable(),
});

export const template = z.strictObject({
  name: text,
  title: text,
  description: text,
  kind: text,
  service: text.nullable(),
  payment: z.boolean(),
  /** It came with the program; else it is the office's own. */
  builtIn: z.boolean(),
  /** Not as it came with the program. */
  edited: z.boolean(),
  text,
  complaints: z.array(codedValue<TemplateComplaint>()).readonly(),
});

export const scenario = z.enum(tariScenarios);

/** From a list to a campaign. */
export const prepareRequest = z.strictObject({
  service: serviceId,
  template: z.string().max(100),
  /** An edited text for this campaign alone. */
  templateText: nullable(z.string().max(40_000)),
  name: nullable(shortText),
  list: z.string().max(100),
  properties: nullable(z.string().max(100)),
  /** As JSON holds it; checked where the list is read. */
  profile: z.unknown().default(null),
  /** Null: as the list suggests. */
  scenario: nullable(scenario),
  decisionDay: nullable(day),
  missingProperties: z.enum(['block', 'send']).default('block'),
  allowPastDue: z.boolean().default(false),
  /** What is written once for the whole campaign, by merge field. */
  texts: z.partialRecord(z.enum(textFields), z.string().max(9_000)).default({}),
  accepted: z
    .array(
      z.strictObject({
        row: count,
        code: z.enum(overridable),
        value: z.string().max(200),
        reason: shortText,
      }),
    )
    .max(10_000)
    .readonly()
    .default([]),
});

export const prepared = z.strictObject({
  campaign: count,
  /** Rows of data of the list. */
  rows: count,
  ready: count,
  refused: z.array(codedValue<RowRefusal>()).readonly(),
  warnings: z.array(codedValue<PreparationWarning>()).readonly(),
});

export const campaign = z.strictObject({
  id: count,
  name: text,
  service: text,
  kind: text,
  origin: z.enum(['list', 'positions', 'reminder', 'correction', 'trial']),
  template: text,
  listName: text.nullable(),
  rows: count,
  refused: count,
  byState,
  paused: z.boolean(),
  author: text,
  createdAt: text,
  queuedAt: text.nullable(),
});

export const preview = z.strictObject({
  row: count,
  fiscalCode: text,
  name: text.nullable(),
  subject: text,
  markdown: text,
  /** What the app leaves of the text. */
  shown: text,
  emailCopy: text,
  /** Instant, as it is sent. */
  dueDate: text.nullable(),
  dueDay: day.nullable(),
  payment: z.strictObject({ cents: count, noticeNumber: text }).nullable(),
  /** Why this row makes no message; the texts above are then as far as they go. */
  problem: reason.nullable(),
  state: z.enum(messageStates),
});

export const queued = z.strictObject({
  queued: count,
  alreadyKnown: count,
  notEligible: z.array(z.strictObject({ row: count, reason })).readonly(),
  /** Already known, but another amount or day is asked for now. */
  changed: z
    .array(
      z.strictObject({
        row: count,
        key: text,
        before: z.strictObject({ cents: count.nullable(), dueDay: day.nullable() }),
        now: z.strictObject({ cents: count.nullable(), dueDay: day.nullable() }),
      }),
    )
    .readonly(),
});

export const message = z.strictObject({
  id: count,
  campaign: count,
  row: count,
  key: text,
  service: text,
  kind: text,
  fiscalCode: text,
  name: text.nullable(),
  noticeNumber: text.nullable(),
  cents: count.nullable(),
  dueDay: day.nullable(),
  rata: rata.nullable(),
  notBefore: day.nullable(),
  state: z.enum(messageStates),
  reason: reason.nullable(),
  messageId: text.nullable(),
  attempts: count,
  nextAt: text.nullable(),
  acceptedAt: text.nullable(),
  /** Accepted so long ago that only the assistance of IO can tell. */
  late: z.boolean(),
  changedAt: text,
});

export const messageFilter = z.strictObject({
  campaign: count.nullable().default(null),
  states: z.array(z.enum(messageStates)).max(20).readonly().default([]),
  search: z.string().trim().max(200).nullable().default(null),
});

export const messageCard = z.strictObject({
  message,
  subject: text.nullable(),
  markdown: text.nullable(),
  attempts: z
    .array(
      z.strictObject({
        startedAt: text,
        endedAt: text.nullable(),
        outcome: text.nullable(),
        httpCode: count.nullable(),
        detail: text.nullable(),
        messageId: text.nullable(),
      }),
    )
    .readonly(),
  settlements: z
    .array(z.strictObject({ how: z.enum(settlements), note: text.nullable(), author: text, madeAt: text }))
    .readonly(),
});

const block = codedValue<RunBlock>();

/** How the queue stands. */
export const outbox = z.strictObject({
  /** A run sends, or waits until it can go on. */
  running: z.boolean(),
  waitingUntil: text.nullable(),
  /** Why the last run ended. */
  blocked: block.nullable(),
  hold: z.enum(queueHolds).nullable(),
  byState,
  /** Of the queued ones, those that wait for their day. */
  later: count,
  pace: z.number(),
  /** How long the rest takes at this pace, s; null when nothing waits. */
  secondsLeft: count.nullable(),
  skewMs: z.int().nullable(),
  testMode: z.boolean(),
  vault,
});

export const runRequest = z.strictObject({
  ignoreHours: z.boolean().default(false),
  pace: z.number().min(0.1).max(1_000).nullable().default(null),
});
export const runReport = z.strictObject({ sent: count, byState, blocked: block.nullable() });
export const runProgress = z.strictObject({ sent: count, left: count, waitingUntil: text.nullable() });

export const settleRequest = z.strictObject({
  key: z.string().max(300),
  how: z.enum(settlements),
  note: z.string().trim().max(2_000).nullable().default(null),
});

export const paidList = z.strictObject({
  id: count,
  name: text,
  service: text,
  rows: count,
  importedAt: text,
});

/** What the service says of a key. */
export const keyTest = z.strictObject({
  outcome: z.enum([
    'allowed',
    'not-enrolled',
    'service-disabled',
    'data-error',
    'limited',
    'refused',
    'not-sent',
    'no-answer',
  ]),
  /** One sentence's worth of what it was. */
  why: text.nullable(),
  detail: text.nullable(),
});

export const savedListProfile = z.strictObject({ name: text, profile: z.custom<ListProfile>() });
export const listProposal = z.custom<ListProposal>();
