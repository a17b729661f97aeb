import { createHash } from 'node:crypto';
import { aboutOf } from '../../../shared/domain/message/about.ts';
import { compose, type MergeValues } from '../../../shared/domain/message/compose.ts';
import { messageKey } from '../../../shared/domain/message/key.ts';
import { isTrial, kindInKey, trialOf } from '../../../shared/domain/message/kind.ts';
import type { MessageReason } from '../../../shared/domain/message/reason.ts';
import type { IoRequest } from '../../../shared/domain/message/request.ts';
import { parseTemplate } from '../../../shared/domain/message/template.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { sayComposeComplaint } from '../../../shared/wording/messages/template.ts';
import type { Campaign } from '../../ledger/messages/campaigns.ts';
import { readMessageSettings } from '../../ledger/messages/outbox-state.ts';
import type { KeptRecipient } from '../../ledger/messages/rows.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import { readSettings } from '../../ledger/settings.ts';

export interface Composed {
  readonly key: string;
  /** Of the campaign; in test mode that of a test of it. */
  readonly kind: string;
  readonly subject: string;
  readonly markdown: string;
  /** The request, as it leaves. */
  readonly body: string;
  readonly request: IoRequest;
}

export type Composer = (
  recipient: KeptRecipient,
) => Result<Composed, Extract<MessageReason, { code: 'not-composable' }>>;

/** Makes the messages of a campaign: its text as it was prepared, with what the settings say today. */
export function composerFor(
  ledger: ReadableLedger,
  campaign: Pick<Campaign, 'service' | 'kind' | 'template' | 'templateText'> & {
    readonly options: Pick<Campaign['options'], 'texts'>;
  },
): Composer {
  const template = parseTemplate(campaign.template, campaign.templateText);
  if (!template.ok) throw new Error(`the template of a campaign was checked: ${campaign.template}`);
  const settings = readSettings(ledger);
  const messages = readMessageSettings(ledger);
  const own = messages.services.find(({ id }) => id === campaign.service);
  const trial = messages.testMode || isTrial(campaign.kind);
  const values: MergeValues = {
    ente: settings.ente?.denominazione ?? null,
    servizio: own?.name ?? settings.servizi.find(({ id }) => id === campaign.service)?.nome ?? null,
    contatti: own?.contacts ?? messages.contacts,
    anno: null,
    immobili: [],
    texts: campaign.options.texts,
  };
  return (recipient) => {
    const made = compose(template.value, { ...values, immobili: recipient.properties }, recipient, {
      trial,
      secure: own?.secure ?? false,
    });
    if (!made.ok) return fail({ code: 'not-composable', complaints: made.problem.map(sayComposeComplaint) });
    const { subject, markdown } = made.value;
    const request = trial ? withoutNotice(made.value.request) : made.value.request;
    const words = createHash('sha256').update(`${subject}\n${markdown}`).digest('hex');
    const { service } = campaign;
    const kind = trial ? trialOf(campaign.kind) : campaign.kind;
    const key = messageKey({
      service,
      fiscalCode: recipient.fiscalCode,
      kind: kindInKey(kind),
      about: aboutOf(campaign.kind, recipient, words),
    });
    return ok({ key, kind, subject, markdown, request, body: JSON.stringify(request) });
  };
}

/** A test must not bear the notice of a citizen: somebody could pay it. */
function withoutNotice({ content, ...request }: IoRequest): IoRequest {
  const { payment_data: _, ...rest } = content;
  return { ...request, content: rest };
}
