import type { Day } from '../../../shared/domain/day.ts';
import type { MessageReason } from '../../../shared/domain/message/reason.ts';
import type { Rata, Recipient } from '../../../shared/domain/message/recipient.ts';
import type { IoRequest } from '../../../shared/domain/message/request.ts';
import type { MessageState } from '../../../shared/domain/message/state.ts';
import type { ReadableLedger, WritableLedger } from '../open.ts';
import { all, each, one, run } from '../statements.ts';
import { heldBack } from './attempts.ts';

/** One message to one citizen, as it is kept. */
export interface KeptMessage {
  readonly id: number;
  readonly campaignId: number;
  /** Of the list, from 1. */
  readonly row: number;
  readonly key: string;
  readonly service: string;
  readonly kind: string;
  readonly fiscalCode: string;
  readonly noticeNumber: string | null;
  readonly cents: number | null;
  readonly dueDay: Day | null;
  /** What the avvisi of one debt have in common. */
  readonly debt: string | null;
  readonly rata: Rata | null;
  readonly recipient: KeptRecipient;
  /** Not before this day. */
  readonly notBefore: Day | null;
  /** Nor after this one: something else of the same debt is asked for then. */
  readonly notAfter: Day | null;
  readonly state: MessageState;
  readonly reason: MessageReason | null;
  readonly subject: string | null;
  /** The frozen request, as it will leave. */
  readonly body: string | null;
  readonly bodyDigest: string | null;
  /** How often it failed without leaving. */
  readonly failures: number;
  /** Not tried again before this instant. */
  readonly nextAt: string | null;
  readonly ioId: string | null;
  readonly acceptedAt: string | null;
  readonly polls: number;
  readonly nextPollAt: string | null;
  readonly changedAt: string;
}

/** The row of the list, and the properties that belong to it. */
export interface KeptRecipient extends Recipient {
  readonly properties: readonly string[];
}

export type NewMessage = Omit<
  KeptMessage,
  | 'id'
  | 'subject'
  | 'body'
  | 'bodyDigest'
  | 'failures'
  | 'nextAt'
  | 'ioId'
  | 'acceptedAt'
  | 'polls'
  | 'nextPollAt'
>;

/** State as a person is told it: what is queued waits as long as anything around it does. Needs `m` and `c`. */
export const shownState = `CASE WHEN m.state = 'queued' AND (c.paused = 1
  OR EXISTS (SELECT 1 FROM io_holds h WHERE h.service = m.service)
  OR (SELECT hold FROM io_outbox) IS NOT NULL) THEN 'paused' ELSE m.state END`;

/** Why it is paused, when what pauses it stands around it. */
const shownReason = `CASE WHEN m.state <> 'queued' THEN m.reason
  WHEN (SELECT hold FROM io_outbox) IS NOT NULL
    THEN json_object('code', 'queue-held', 'why', (SELECT hold FROM io_outbox))
  WHEN EXISTS (SELECT 1 FROM io_holds h WHERE h.service = m.service)
    THEN json_object('code', 'service-refused', 'why', (SELECT h.why FROM io_holds h WHERE h.service = m.service))
  WHEN c.paused = 1 THEN json_object('code', 'campaign-paused') ELSE m.reason END`;

const rest = `m.id, m.campaign_id AS campaignId, m.row, m.key, m.service, m.kind, m.fiscal_code AS fiscalCode,
  m.notice_number AS noticeNumber, m.cents, m.due_day AS dueDay, m.debt, m.rata, m.recipient,
  m.not_before AS notBefore, m.not_after AS notAfter, m.subject, m.body, m.body_digest AS bodyDigest, m.failures, m.next_at AS nextAt,
  m.io_id AS ioId, m.accepted_at AS acceptedAt, m.polls, m.next_poll_at AS nextPollAt, m.changed_at AS changedAt`;
const kept = `${rest}, m.state, m.reason`;
const shown = `${rest}, ${shownState} AS state, ${shownReason} AS reason`;
const from = `FROM io_messages m JOIN io_campaigns c ON c.id = m.campaign_id`;

type Row = Omit<KeptMessage, 'rata' | 'recipient' | 'reason'> & {
  readonly rata: string | null;
  readonly recipient: string;
  readonly reason: string | null;
};

type ShownRow = Row & { readonly attempts: number };

export function addMessage(ledger: WritableLedger, message: NewMessage): void {
  const { rata, recipient, reason, ...told } = message;
  run(
    ledger,
    `INSERT INTO io_messages (campaign_id, row, key, service, kind, fiscal_code, notice_number, cents, due_day, debt,
       rata, recipient, not_before, not_after, state, reason, changed_at)
     VALUES (@campaignId, @row, @key, @service, @kind, @fiscalCode, @noticeNumber, @cents, @dueDay, @debt, @rata,
       @recipient, @notBefore, @notAfter, @state, @reason, @changedAt)`,
    {
      ...told,
      rata: rata === null ? null : JSON.stringify(rata),
      recipient: JSON.stringify(recipient),
      reason: reason === null ? null : JSON.stringify(reason),
    },
  );
}

/** The messages of a campaign that stand in a state, in order of their rows. */
export function messagesOf(ledger: ReadableLedger, campaign: number, state: MessageState): KeptMessage[] {
  return [
    ...each<Row>(
      ledger,
      `SELECT ${kept} ${from} WHERE m.campaign_id = ? AND m.state = ? ORDER BY m.row, m.id`,
      [campaign, state],
    ),
  ].map(toMessage);
}

/** Of a campaign, those that were confirmed and not taken back. */
export function countStanding(ledger: ReadableLedger, campaign: number): number {
  const found = one<{ n: number }>(
    ledger,
    `SELECT count(*) AS n FROM io_messages WHERE campaign_id = ? AND state NOT IN ('draft', 'cancelled')`,
    [campaign],
  );
  return found?.n ?? 0;
}

export function messageById(ledger: ReadableLedger, id: number): KeptMessage | null {
  return toMessageOrNull(one<Row>(ledger, `SELECT ${kept} ${from} WHERE m.id = ?`, [id]));
}

/** A message by its row in a campaign; of a row that asks for several things, the one at `part`, from 0. */
export function messageOfRow(
  ledger: ReadableLedger,
  campaign: number,
  row: number,
  part = 0,
): KeptMessage | null {
  return toMessageOrNull(
    one<Row>(
      ledger,
      `SELECT ${kept} ${from} WHERE m.campaign_id = ? AND m.row = ? ORDER BY m.id LIMIT 1 OFFSET ?`,
      [campaign, row, part],
    ),
  );
}

/** What a frozen message sends; null while it is a draft. */
export function requestOf({ body }: Pick<KeptMessage, 'body'>): IoRequest | null {
  return body === null ? null : (JSON.parse(body) as IoRequest);
}

/** What is shown of messages. */
export interface ShownMessage extends KeptMessage {
  readonly attempts: number;
}

export interface MessageFilter {
  readonly campaign: number | null;
  readonly states: readonly MessageState[];
  readonly search: string | null;
}

const filtered = `(@campaign IS NULL OR m.campaign_id = @campaign)
  AND (@search IS NULL OR instr(upper(m.fiscal_code || ' ' || coalesce(m.notice_number, '') || ' ' ||
    coalesce(m.recipient ->> '$.name', '')), upper(@search)) > 0)
  AND (@states = '[]' OR ${shownState} IN (SELECT value FROM json_each(@states)))`;
/** What was held back at the last moment never was a request. */
const attempts = `(SELECT count(*) FROM io_attempts a WHERE a.message_id = m.id
  AND a.outcome IS NOT '${heldBack}') AS attempts`;

function valuesOf({ campaign, states, search }: MessageFilter) {
  return { campaign, search, states: JSON.stringify(states) };
}

export interface PageOfMessages {
  /** The id of the last message before the page; of the first one behind it, when that is read backward. */
  readonly after: number;
  readonly backward: boolean;
  readonly limit: number;
}

/** Messages in order, or from the last one on when read backward. */
export function listMessages(
  ledger: ReadableLedger,
  filter: MessageFilter,
  { after, backward, limit }: PageOfMessages,
): ShownMessage[] {
  const page = backward
    ? `(@after = 0 OR m.id < @after) AND ${filtered} ORDER BY m.id DESC`
    : `m.id > @after AND ${filtered} ORDER BY m.id`;
  return all<ShownRow>(ledger, `SELECT ${shown}, ${attempts} ${from} WHERE ${page} LIMIT @limit`, {
    ...valuesOf(filter),
    after,
    limit,
  }).map(toShown);
}

export function countMessages(ledger: ReadableLedger, filter: MessageFilter): number {
  return (
    one<{ n: number }>(ledger, `SELECT count(*) AS n ${from} WHERE ${filtered}`, valuesOf(filter))?.n ?? 0
  );
}

export function shownMessageById(ledger: ReadableLedger, id: number): ShownMessage | null {
  const row = one<ShownRow>(ledger, `SELECT ${shown}, ${attempts} ${from} WHERE m.id = ?`, [id]);
  return row === undefined ? null : toShown(row);
}

/**
 * Messages that reached nobody and will not, of one campaign or of all, tests left out. What was written later under the
 * same key is another matter.
 */
export function unreachedMessages(ledger: ReadableLedger, campaign: number | null): KeptMessage[] {
  return all<Row>(
    ledger,
    `SELECT ${kept} ${from}
     WHERE (@campaign IS NULL OR m.campaign_id = @campaign) AND m.kind <> 'prova' AND m.kind NOT LIKE 'prova-%'
       AND (m.state IN ('not-enrolled', 'service-disabled', 'undeliverable', 'failed')
         OR (m.state = 'cancelled' AND m.reason ->> '$.code' = 'other-channel')
         OR (m.state = 'data-error' AND m.reason ->> '$.code' = 'recipient-forbidden'))
       AND NOT EXISTS (SELECT 1 FROM io_messages later WHERE later.key = m.key AND later.id > m.id
         AND later.state NOT IN ('draft', 'cancelled'))
     ORDER BY m.campaign_id, m.row, m.id`,
    { campaign },
  ).map(toMessage);
}

/** Every message that bears a business key, newest first: drafts and cancelled ones may share it. */
export function messagesOfKey(ledger: ReadableLedger, key: string): KeptMessage[] {
  return all<Row>(ledger, `SELECT ${kept} ${from} WHERE m.key = ? ORDER BY m.id DESC`, [key]).map(toMessage);
}

export function setState(
  ledger: WritableLedger,
  id: number,
  state: MessageState,
  reason: MessageReason | null,
  now: string,
): void {
  run(ledger, `UPDATE io_messages SET state = ?, reason = ?, changed_at = ? WHERE id = ?`, [
    state,
    reason === null ? null : JSON.stringify(reason),
    now,
    id,
  ]);
}

/** What the citizen will get, from now on whatever becomes of the template. */
export function freezeBody(
  ledger: WritableLedger,
  id: number,
  frozen: {
    readonly key: string;
    readonly subject: string;
    readonly body: string;
    readonly bodyDigest: string;
    readonly kind: string;
  },
): void {
  run(
    ledger,
    `UPDATE io_messages SET key = @key, kind = @kind, subject = @subject, body = @body, body_digest = @bodyDigest
     WHERE id = @id`,
    { id, ...frozen },
  );
}

/** What the avvisi of one debt have in common, where a later message is of a debt that was asked for before. */
export function setDebt(ledger: WritableLedger, campaign: number, noticeNumber: string, debt: string): void {
  run(ledger, `UPDATE io_messages SET debt = ? WHERE campaign_id = ? AND notice_number = ?`, [
    debt,
    campaign,
    noticeNumber,
  ]);
}

export function putOff(ledger: WritableLedger, id: number, nextAt: string | null, failures: number): void {
  run(ledger, `UPDATE io_messages SET next_at = ?, failures = ? WHERE id = ?`, [nextAt, failures, id]);
}

/** What was given up after many tries is tried again from the beginning. */
export function requeuePaused(ledger: WritableLedger, now: string): void {
  run(
    ledger,
    `UPDATE io_messages SET state = 'queued', reason = NULL, failures = 0, next_at = NULL, changed_at = ?
     WHERE state = 'paused'`,
    [now],
  );
}

export function setAccepted(
  ledger: WritableLedger,
  id: number,
  told: { readonly ioId: string | null; readonly acceptedAt: string; readonly nextPollAt: string | null },
): void {
  run(
    ledger,
    `UPDATE io_messages SET state = 'accepted', reason = NULL, io_id = @ioId, accepted_at = @acceptedAt,
       next_poll_at = @nextPollAt, polls = 0, changed_at = @acceptedAt WHERE id = @id`,
    { id, ...told },
  );
}

export function setNextPoll(
  ledger: WritableLedger,
  id: number,
  polls: number,
  nextPollAt: string | null,
): void {
  run(ledger, `UPDATE io_messages SET polls = ?, next_poll_at = ? WHERE id = ?`, [polls, nextPollAt, id]);
}

/** Accepted messages to ask about, those that are due first; all of them with `due` null. */
export function messagesToFollow(ledger: ReadableLedger, due: string | null, limit: number): KeptMessage[] {
  return all<Row>(
    ledger,
    `SELECT ${kept} ${from} WHERE m.state = 'accepted' AND m.io_id IS NOT NULL
       AND (@due IS NULL OR m.next_poll_at <= @due) ORDER BY m.next_poll_at, m.id LIMIT @limit`,
    { due, limit },
  ).map(toMessage);
}

function toMessage({ rata, recipient, reason, ...told }: Row): KeptMessage {
  return {
    ...told,
    rata: rata === null ? null : (JSON.parse(rata) as Rata),
    recipient: JSON.parse(recipient) as KeptRecipient,
    reason: reason === null ? null : (JSON.parse(reason) as MessageReason),
  };
}

function toShown({ attempts: tries, ...row }: ShownRow): ShownMessage {
  return { ...toMessage(row), attempts: tries };
}

function toMessageOrNull(row: Row | undefined): KeptMessage | null {
  return row === undefined ? null : toMessage(row);
}
