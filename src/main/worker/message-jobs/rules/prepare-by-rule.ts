import { formatDay } from '../../../../shared/domain/day.ts';
import { fitsRule, type RuleMode, type RuleName } from '../../../../shared/domain/message/message-rules.ts';
import type { LeftOut } from '../../../../shared/domain/message/position-audience.ts';
import type { Recipient } from '../../../../shared/domain/message/recipient.ts';
import { mustAsk } from '../../../../shared/domain/message/reminder-plan.ts';
import {
  countLeftOut,
  type CheckedRule,
  type RuleBlock,
} from '../../../../shared/domain/message/rules-check.ts';
import { scenarioOf } from '../../../../shared/domain/message/tari-plan.ts';
import { parseTemplate, type Template } from '../../../../shared/domain/message/template.ts';
import {
  campaignById,
  removeEmptyCampaign,
  writeCampaignOptions,
} from '../../../ledger/messages/campaigns.ts';
import { takenKey } from '../../../ledger/messages/keys.ts';
import type { KeptRecipient } from '../../../ledger/messages/rows.ts';
import { composerFor } from '../composer.ts';
import { prepareCampaign } from '../prepare-campaign.ts';
import { queueCampaign } from '../queue-campaign.ts';
import type { RuleContext } from './rule-context.ts';

/** What a rule wants written, and to whom. */
export interface RuleWork {
  readonly rule: RuleName;
  readonly service: string;
  readonly mode: RuleMode;
  readonly template: string;
  readonly texts?: Readonly<Record<string, string>>;
  readonly recipients: readonly Recipient[];
  readonly leftOut: readonly LeftOut[];
  /** Why nothing of it is prepared, whoever there is. */
  readonly block?: RuleBlock | null;
}

/** A text that a rule can use: there, readable, and of the kind that the rule is for. */
export function templateOfRule(
  { templates }: RuleContext,
  rule: RuleName,
  name: string,
): (Template & { readonly text: string }) | null {
  const text = templates[name];
  const read = text === undefined ? null : parseTemplate(name, text);
  return text !== undefined && read?.ok === true && fitsRule(rule, read.value.kind)
    ? { ...read.value, text }
    : null;
}

/** Prepares a campaign for those who can be written to, and puts it in the queue where the office wants it so. */
export function prepareByRule(context: RuleContext, work: RuleWork): CheckedRule {
  const { ledger, today, job } = context;
  const { rule, service } = work;
  const template = templateOfRule(context, rule, work.template);
  const told = { rule, service, campaign: null, name: null, ready: 0, queued: 0, wait: null };
  if (template === null)
    return {
      ...told,
      block: { code: 'template-unusable', template: work.template },
      leftOut: countLeftOut(work.leftOut),
    };
  const { recipients, leftOut } = composable(context, work, template);
  const counted = { leftOut: countLeftOut([...work.leftOut, ...leftOut]) };
  const block = work.block ?? (context.testMode ? ({ code: 'test-mode' } as const) : null);
  if (recipients.length === 0) return { ...told, block: null, ...counted };
  if (block !== null) return { ...told, block, ...counted };
  const prepared = prepareCampaign(
    ledger,
    {
      name: `${template.title}, ${formatDay(today)}`,
      service,
      template: { name: work.template, text: template.text },
      texts: work.texts ?? {},
      // Only what is asked for the first time is asked for in turns.
      scenario: rule === 'positions' ? scenarioOf(recipients) : 'single',
      decisionDay: null,
      today,
      author: context.author,
    },
    {
      origin: rule === 'remind' || rule === 'cie' ? 'reminder' : 'positions',
      listName: null,
      rows: recipients.length,
      recipients,
      refused: [],
      warnings: [],
    },
    job,
  );
  if (!prepared.ok)
    return {
      ...told,
      block:
        prepared.problem.code === 'plan-impossible'
          ? prepared.problem
          : { code: 'template-unusable', template: work.template },
      ...counted,
    };
  const { campaign, ready } = prepared.value;
  const kept = campaignById(ledger, campaign);
  if (ready === 0 || kept === null) {
    removeEmptyCampaign(ledger, campaign);
    return { ...told, block: null, ...counted };
  }
  if (context.acceptStale) writeCampaignOptions(ledger, campaign, { ...kept.options, staleAccepted: true });
  const made = { ...told, campaign, name: kept.name, ready, block: null, ...counted };
  if (work.mode === 'confirm') return { ...made, wait: 'confirm' };
  const catchesUp = rule === 'remind' || rule === 'cie';
  if (catchesUp && mustAsk(ready, context.checkedOn, today)) return { ...made, wait: 'many' };
  const queued = queueCampaign(ledger, campaign, today, job);
  if (!queued.ok && queued.problem.code === 'not-found') throw new Error(`campaign ${campaign} is gone`);
  return queued.ok ? { ...made, queued: queued.value.queued } : { ...made, wait: 'confirm' };
}

/** Those for whom the text makes a message, and who were not written to by another copy of this ledger. */
function composable(
  { ledger, job }: RuleContext,
  { service, texts = {}, recipients }: RuleWork,
  template: Template & { readonly text: string },
): { readonly recipients: readonly KeptRecipient[]; readonly leftOut: readonly LeftOut[] } {
  const compose = composerFor(ledger, {
    service,
    kind: template.kind,
    template: template.name,
    templateText: template.text,
    options: { texts },
  });
  const kept: KeptRecipient[] = [];
  const leftOut: LeftOut[] = [];
  for (const one of recipients) {
    job.breathe();
    const recipient = { ...one, row: kept.length + 1, properties: [] };
    const made = compose(recipient);
    if (!made.ok)
      leftOut.push({ code: 'not-composable', about: one.noticeNumber?.slice(1) ?? one.fiscalCode });
    else if (takenKey(ledger, made.value.key) === null) kept.push(recipient);
  }
  return { recipients: kept, leftOut };
}
