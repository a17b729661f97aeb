import type { Day } from '../../../shared/domain/day.ts';
import { whyNotAsked } from '../../../shared/domain/message/eligibility.ts';
import type { OnPaper } from '../../exports/messaggi/carta.ts';
import { listCampaigns, type Campaign } from '../../ledger/messages/campaigns.ts';
import { knownOfDebt } from '../../ledger/messages/known-of-debt.ts';
import { unreachedMessages, type KeptMessage } from '../../ledger/messages/rows.ts';
import { unreachedOf } from '../../ledger/messages/unreached.ts';
import type { ReadableLedger } from '../../ledger/open.ts';

/** Whom no message reached, of one campaign or of all: once for each avviso, and not who has paid since. */
export function peopleOnPaper(ledger: ReadableLedger, campaign: number | null, today: Day): OnPaper[] {
  const campaigns = new Map(listCampaigns(ledger).map((one) => [one.id, one]));
  const found = new Map<string, Asked & { readonly told: OnPaper }>();
  // Of what was tried several times the last one counts.
  for (const one of [...messagesIn(ledger, campaign, campaigns), ...rowsIn(ledger, campaign, campaigns)])
    if (!isSettled(ledger, one, today)) found.set(one.name, one);
  return [...found.values()]
    .toSorted((a, b) => a.campaignId - b.campaignId || a.told.row - b.told.row)
    .map(({ told }) => told);
}

type Asked = Parameters<typeof knownOfDebt>[1] & {
  readonly campaignId: number;
  /** What two of one are told apart by. */
  readonly name: string;
};

type Campaigns = ReadonlyMap<number, Campaign>;

function messagesIn(ledger: ReadableLedger, campaign: number | null, campaigns: Campaigns) {
  return unreachedMessages(ledger, campaign).map((message) => ({
    ...message,
    name: message.noticeNumber ?? message.key,
    told: {
      ...pick(message, message.recipient.name, campaigns),
      fiscalCode: message.fiscalCode,
      why: { state: message.state, reason: message.reason },
      fields: message.recipient.fields,
    },
  }));
}

function rowsIn(ledger: ReadableLedger, campaign: number | null, campaigns: Campaigns) {
  return unreachedOf(ledger, campaign).map((row) => {
    const fiscalCode = row.flaw.value;
    const service = campaigns.get(row.campaignId)?.service ?? '';
    return {
      ...row,
      id: 0,
      service,
      fiscalCode,
      debt: null,
      notAfter: null,
      name: row.noticeNumber ?? JSON.stringify([service, fiscalCode, row.fields]),
      told: {
        ...pick(row, row.name, campaigns),
        fiscalCode,
        why: { flaw: row.flaw },
        fields: row.fields,
      },
    };
  });
}

function pick(
  {
    row,
    noticeNumber,
    cents,
    dueDay,
    rata,
    campaignId,
  }: Pick<KeptMessage, 'row' | 'noticeNumber' | 'cents' | 'dueDay' | 'rata' | 'campaignId'>,
  name: string | null,
  campaigns: Campaigns,
) {
  const campaign = campaigns.get(campaignId)?.name ?? String(campaignId);
  return { campaign, row, name, noticeNumber, cents, dueDay, rata };
}

/** A letter may come after the day, and after the turn; never after the money. */
function isSettled(ledger: ReadableLedger, asked: Asked, today: Day): boolean {
  const reason = whyNotAsked(knownOfDebt(ledger, asked), today);
  return reason !== null && reason.code !== 'due-passed' && reason.code !== 'turn-over';
}
