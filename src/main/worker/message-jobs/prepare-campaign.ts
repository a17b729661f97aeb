import type { Day } from '../../../shared/domain/day.ts';
import { comparePositions } from '../../../shared/domain/message/compare-positions.ts';
import { checkTemplate } from '../../../shared/domain/message/check-template.ts';
import type { AcceptedValue, ListProblem } from '../../../shared/domain/message/list-problem.ts';
import type { ListProfile } from '../../../shared/domain/message/list-profile.ts';
import type { PreparationWarning, RowRefusal } from '../../../shared/domain/message/preparation.ts';
import { mergeProperties } from '../../../shared/domain/message/property.ts';
import type { Recipient } from '../../../shared/domain/message/recipient.ts';
import {
  planTari,
  scenarioOf,
  usualDaysAhead,
  type PlanProblem,
  type TariPlan,
  type TariScenario,
} from '../../../shared/domain/message/tari-plan.ts';
import type { TemplateComplaint } from '../../../shared/domain/message/template-complaint.ts';
import { parseTemplate, type Template } from '../../../shared/domain/message/template.ts';
import type { Unreached } from '../../../shared/domain/message/unreached.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { sayProperty } from '../../../shared/wording/messages/property.ts';
import { addCampaign, type CampaignOrigin } from '../../ledger/messages/campaigns.ts';
import { hasPositions, knownPositions } from '../../ledger/messages/known-positions.ts';
import { takenKey } from '../../ledger/messages/keys.ts';
import { readMessageSettings } from '../../ledger/messages/outbox-state.ts';
import { addMessage, type KeptRecipient } from '../../ledger/messages/rows.ts';
import { addUnreached } from '../../ledger/messages/unreached.ts';
import type { WritableLedger } from '../../ledger/open.ts';
import { readSettings } from '../../ledger/settings.ts';
import type { JobContext } from '../job-context.ts';
import type { ImportFile } from '../keep-files.ts';
import { composerFor } from './composer.ts';
import { readListFile, readPropertiesFile } from './list-files.ts';

/** What a person chose for a campaign, whoever it is for. */
export interface CampaignChoice {
  readonly name: string | null;
  readonly service: string;
  readonly template: { readonly name: string; readonly text: string };
  /** What is written once for the whole campaign, by merge field. */
  readonly texts: Readonly<Record<string, string>>;
  /** Null: as the list suggests. */
  readonly scenario: TariScenario | null;
  readonly decisionDay: Day | null;
  readonly today: Day;
  readonly author: string;
}

export interface PrepareInput extends CampaignChoice {
  readonly list: ImportFile;
  readonly properties: ImportFile | null;
  readonly missingProperties: 'block' | 'send';
  readonly profile: ListProfile | null;
  readonly allowPastDue: boolean;
  readonly accepted: readonly AcceptedValue[];
}

export interface Prepared {
  readonly campaign: number;
  /** Rows of data of the list. */
  readonly rows: number;
  readonly ready: number;
  readonly refused: readonly RowRefusal[];
  readonly warnings: readonly PreparationWarning[];
}

export type PrepareProblem =
  | { readonly code: 'list-refused'; readonly name: string; readonly problem: ListProblem }
  | { readonly code: 'plan-impossible'; readonly problem: PlanProblem }
  | { readonly code: 'template-refused'; readonly complaints: readonly TemplateComplaint[] };

/** Reads a list and keeps its good rows as drafts; nothing is kept when the list, the plan or the text is refused. */
export function prepareFromList(
  ledger: WritableLedger,
  input: PrepareInput,
  context: JobContext,
): Result<Prepared, PrepareProblem> {
  const cap = readMessageSettings(ledger).services.find(({ id }) => id === input.service)?.cap ?? null;
  const { profile, today, allowPastDue, accepted } = input;
  const options = { profile, today, allowPastDue, accepted, cap };
  const list = readListFile(ledger, input.list, options, context);
  if (!list.ok) return list;
  const { recipients, refused, unreached, warnings, rows } = list.value;
  const joined = joinProperties(recipients, input, context);
  if (!joined.ok) return joined;
  return prepareCampaign(
    ledger,
    input,
    {
      origin: 'list',
      listName: input.list.name,
      rows,
      recipients: joined.value.recipients,
      refused: [...refused, ...joined.value.refused],
      warnings: [...warnings, ...joined.value.warnings],
      unreached,
    },
    context,
  );
}

/** People for whom a campaign is prepared, wherever they came from. */
export interface Audience {
  readonly origin: CampaignOrigin;
  readonly listName: string | null;
  readonly rows: number;
  readonly recipients: readonly KeptRecipient[];
  readonly refused: readonly RowRefusal[];
  readonly warnings: readonly PreparationWarning[];
  /** Those whom no message can reach. */
  readonly unreached?: readonly Unreached[];
}

/** Plans when each may be asked, writes each message once to see that it can be, and keeps them as drafts. */
export function prepareCampaign(
  ledger: WritableLedger,
  choice: CampaignChoice,
  audience: Audience,
  context: JobContext,
): Result<Prepared, PrepareProblem> {
  const template = readyTemplate(ledger, choice.template);
  if (!template.ok) return template;
  const { recipients } = audience;
  const planned = planTari(recipients, {
    scenario: choice.scenario ?? scenarioOf(recipients),
    from: choice.today,
    decisionDay: choice.decisionDay,
    daysAhead: usualDaysAhead,
  });
  if (!planned.ok) return fail({ code: 'plan-impossible', problem: planned.problem });
  const { service } = choice;
  const { kind } = template.value;
  const options = { staleAccepted: false, texts: choice.texts, preparedOn: choice.today };
  const draft = {
    service,
    kind,
    template: choice.template.name,
    templateText: choice.template.text,
    options,
  };
  const compose = composerFor(ledger, draft);
  const refused: RowRefusal[] = [...audience.refused];
  const ready: { readonly recipient: KeptRecipient; readonly key: string }[] = [];
  const windows = windowsOf(planned.value);
  let known = 0;
  for (const recipient of recipients) {
    context.breathe();
    if (!windows.has(nameOf(recipient))) continue;
    const made = compose(recipient);
    if (!made.ok) {
      refused.push({ row: recipient.row, ...made.problem });
      continue;
    }
    if (takenKey(ledger, made.value.key) !== null) known += 1;
    ready.push({ recipient, key: made.value.key });
  }
  const warnings = [
    ...audience.warnings,
    // A text without the avviso asks for nothing.
    ...(template.value.withNotice ? againstPositions(ledger, service, ready) : []),
    ...warningsOf(ledger, choice, planned.value, known),
  ];
  const found = {
    rows: audience.rows,
    refused: refused.toSorted((a, b) => a.row - b.row),
    warnings,
  };
  const campaign = addCampaign(ledger, {
    ...draft,
    name: choice.name ?? `${template.value.title}, ${audience.listName ?? choice.today}`,
    origin: audience.origin,
    listName: audience.listName,
    findings: found,
    author: choice.author,
    createdAt: context.now,
  });
  for (const told of audience.unreached ?? []) addUnreached(ledger, campaign, told);
  for (const { recipient, key } of ready) {
    const { row, fiscalCode, noticeNumber, cents, dueDay, rata } = recipient;
    const window = windows.get(nameOf(recipient));
    addMessage(ledger, {
      campaignId: campaign,
      row,
      key,
      service,
      kind,
      fiscalCode,
      noticeNumber,
      cents,
      dueDay,
      debt: window?.group ?? null,
      rata,
      recipient,
      notBefore: window?.notBefore ?? null,
      notAfter: window?.notAfter ?? null,
      state: 'draft',
      reason: null,
      changedAt: context.now,
    });
  }
  return ok({ campaign, ready: ready.length, ...found });
}

/** Only a text without faults is kept with a campaign. */
function readyTemplate(
  ledger: WritableLedger,
  { name, text }: { readonly name: string; readonly text: string },
): Result<Template, PrepareProblem> {
  const template = parseTemplate(name, text);
  if (!template.ok) return fail({ code: 'template-refused', complaints: template.problem });
  const ente = readSettings(ledger).ente?.denominazione ?? null;
  const complaints = checkTemplate(template.value, { ente }).filter(({ severity }) => severity === 'refuses');
  return complaints.length > 0 ? fail({ code: 'template-refused', complaints }) : template;
}

function joinProperties(
  recipients: readonly Recipient[],
  { properties, today, missingProperties }: PrepareInput,
  context: JobContext,
): Result<Pick<Audience, 'recipients' | 'refused' | 'warnings'>, PrepareProblem> {
  if (properties === null)
    return ok({
      recipients: recipients.map((one) => ({ ...one, properties: [] })),
      refused: [],
      warnings: [],
    });
  const list = readPropertiesFile(properties, context);
  if (!list.ok) return list;
  const merged = mergeProperties(recipients, list.value.properties, { today, missing: missingProperties });
  const blocked = new Set(merged.blocked);
  const sentWithout = merged.missing.filter((row) => !blocked.has(row));
  const warnings: PreparationWarning[] = [...list.value.warnings];
  if (list.value.refused.length > 0)
    warnings.push({ code: 'properties-refused', refused: list.value.refused });
  if (merged.shared.length > 0) warnings.push({ code: 'properties-shared', rows: merged.shared });
  if (merged.by === null) warnings.push({ code: 'properties-unrelated' });
  if (sentWithout.length > 0) warnings.push({ code: 'properties-sent-without', rows: sentWithout });
  if (merged.orphans.length > 0) warnings.push({ code: 'properties-orphan', rows: merged.orphans });
  if (merged.ended.length > 0) warnings.push({ code: 'properties-ended', rows: merged.ended });
  if (merged.undivided.length > 0) warnings.push({ code: 'properties-undivided', rows: merged.undivided });
  return ok({
    recipients: recipients
      .filter(({ row }) => !blocked.has(row))
      .map((one) => ({ ...one, properties: (merged.byRow.get(one.row) ?? []).map(sayProperty) })),
    refused: merged.blocked.map((row) => ({ row, code: 'properties-missing' as const })),
    warnings,
  });
}

function warningsOf(
  ledger: WritableLedger,
  { service }: CampaignChoice,
  { left, late }: TariPlan,
  known: number,
): PreparationWarning[] {
  const warnings: PreparationWarning[] = [];
  if (!readSettings(ledger).servizi.some(({ id }) => id === service))
    warnings.push({ code: 'service-unknown', service });
  if (known > 0) warnings.push({ code: 'already-known', rows: known });
  if (left.length > 0) warnings.push({ code: 'plan-left', rows: left.length });
  if (late.length > 0) warnings.push({ code: 'plan-late', rows: late.length });
  if (readMessageSettings(ledger).testMode) warnings.push({ code: 'test-mode' });
  return warnings;
}

/** Where what is asked for is not what the debt positions say. */
function againstPositions(
  ledger: WritableLedger,
  service: string,
  ready: readonly { readonly recipient: KeptRecipient }[],
): PreparationWarning[] {
  const recipients = ready.map(({ recipient }) => recipient);
  const notices = recipients.flatMap(({ noticeNumber }) => noticeNumber ?? []);
  return comparePositions(recipients, knownPositions(ledger, notices), hasPositions(ledger, service));
}

/** A row of a list may ask for several instalments. */
function nameOf({ row, rata }: Pick<Recipient, 'row' | 'rata'>): string {
  return `${row} ${rata?.kind === 'rata' ? rata.n : ''}`;
}

function windowsOf({ rows }: TariPlan): ReadonlyMap<string, TariPlan['rows'][number]> {
  return new Map(rows.map((row) => [nameOf(row), row]));
}
