import type { ReadableLedger, WritableLedger } from '../open.ts';
import { all, one, run } from '../statements.ts';
import { shownState } from './rows.ts';
import type { Day } from '../../../shared/domain/day.ts';
import type { PreparationWarning, RowRefusal } from '../../../shared/domain/message/preparation.ts';
import type { MessageState } from '../../../shared/domain/message/state.ts';

/** Where the recipients of a campaign came from. */
export type CampaignOrigin = 'list' | 'positions' | 'reminder' | 'correction' | 'trial';

/** What a person prepared at once. */
export interface Campaign {
  readonly id: number;
  readonly name: string;
  readonly service: string;
  /** Of the business key. */
  readonly kind: string;
  readonly origin: CampaignOrigin;
  readonly template: string;
  /** As it was when the campaign was prepared. */
  readonly templateText: string;
  readonly listName: string | null;
  readonly options: CampaignOptions;
  readonly findings: CampaignFindings;
  readonly paused: boolean;
  readonly author: string;
  readonly createdAt: string;
  readonly queuedAt: string | null;
}

export interface CampaignOptions {
  /** A reminder may go although the last import is old: a person said so. */
  readonly staleAccepted: boolean;
  /** What a person wrote once for the whole campaign, by merge field. */
  readonly texts: Readonly<Record<string, string>>;
  /** What was past its day already when a person prepared it is asked for all the same. */
  readonly preparedOn: Day;
}

/** What was found in the list, kept for the report. */
export interface CampaignFindings {
  readonly rows: number;
  readonly refused: readonly RowRefusal[];
  readonly warnings: readonly PreparationWarning[];
}

type Row = Omit<Campaign, 'options' | 'findings' | 'paused'> & {
  readonly options: string;
  readonly findings: string;
  readonly paused: 0 | 1;
};

const columns = `id, name, service, kind, origin, template, template_text AS templateText, list_name AS listName,
  options, findings, paused, author, created_at AS createdAt, queued_at AS queuedAt`;

export function campaignById(ledger: ReadableLedger, id: number): Campaign | null {
  const row = one<Row>(ledger, `SELECT ${columns} FROM io_campaigns WHERE id = ?`, [id]);
  return row === undefined ? null : toCampaign(row);
}

/** Newest first. */
export function listCampaigns(ledger: ReadableLedger): Campaign[] {
  return all<Row>(ledger, `SELECT ${columns} FROM io_campaigns ORDER BY id DESC`).map(toCampaign);
}

/** Returns its number. */
export function addCampaign(
  ledger: WritableLedger,
  campaign: Omit<Campaign, 'id' | 'paused' | 'queuedAt'>,
): number {
  const { options, findings, ...told } = campaign;
  const added = one<{ id: number }>(
    ledger,
    `INSERT INTO io_campaigns (name, service, kind, origin, template, template_text, list_name, options, findings,
       author, created_at)
     VALUES (@name, @service, @kind, @origin, @template, @templateText, @listName, @options, @findings, @author,
       @createdAt) RETURNING id`,
    { ...told, options: JSON.stringify(options), findings: JSON.stringify(findings) },
  );
  if (added === undefined) throw new Error('a row that was added has a number');
  return added.id;
}

/** Of one in which there is no message. */
export function removeEmptyCampaign(ledger: WritableLedger, id: number): void {
  run(
    ledger,
    `DELETE FROM io_campaigns WHERE id = ? AND NOT EXISTS (SELECT 1 FROM io_messages m WHERE m.campaign_id = io_campaigns.id)`,
    [id],
  );
}

export function markQueued(ledger: WritableLedger, id: number, now: string): void {
  run(ledger, `UPDATE io_campaigns SET queued_at = coalesce(queued_at, ?) WHERE id = ?`, [now, id]);
}

export function pauseCampaign(ledger: WritableLedger, id: number, paused: boolean): void {
  run(ledger, `UPDATE io_campaigns SET paused = ? WHERE id = ?`, [paused ? 1 : 0, id]);
}

export function isPaused(ledger: ReadableLedger, id: number): boolean {
  return one(ledger, `SELECT 1 FROM io_campaigns WHERE id = ? AND paused = 1`, [id]) !== undefined;
}

export function writeCampaignOptions(ledger: WritableLedger, id: number, options: CampaignOptions): void {
  run(ledger, `UPDATE io_campaigns SET options = ? WHERE id = ?`, [JSON.stringify(options), id]);
}

/** How many messages stand where, of one campaign or of all. */
export function countByState(
  ledger: ReadableLedger,
  campaign: number | null,
): Partial<Record<MessageState, number>> {
  return Object.fromEntries(tallyByState(ledger, campaign).map(({ state, count }) => [state, count]));
}

/** How many messages stand where, and how much they ask for. */
export function tallyByState(
  ledger: ReadableLedger,
  campaign: number | null,
): { readonly state: MessageState; readonly count: number; readonly cents: number }[] {
  return all(
    ledger,
    `SELECT ${shownState} AS state, count(*) AS count, coalesce(sum(m.cents), 0) AS cents
     FROM io_messages m JOIN io_campaigns c ON c.id = m.campaign_id
     WHERE @campaign IS NULL OR m.campaign_id = @campaign GROUP BY 1`,
    { campaign },
  );
}

function toCampaign({ options, findings, paused, ...told }: Row): Campaign {
  return {
    ...told,
    options: JSON.parse(options) as CampaignOptions,
    findings: JSON.parse(findings) as CampaignFindings,
    paused: paused === 1,
  };
}

/** Ids of the services of the settings, and of those that only campaigns know. */
export function knownServices(ledger: ReadableLedger): string[] {
  return all<{ id: string }>(
    ledger,
    `SELECT value ->> '$.id' AS id FROM ledger, json_each(ledger.settings, '$.servizi')
     UNION SELECT service FROM io_campaigns ORDER BY 1`,
  ).map(({ id }) => id);
}
