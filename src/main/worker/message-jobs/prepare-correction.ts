import type { Day } from '../../../shared/domain/day.ts';
import { fail, type Result } from '../../../shared/domain/result.ts';
import { campaignById } from '../../ledger/messages/campaigns.ts';
import { messagesOf } from '../../ledger/messages/rows.ts';
import type { WritableLedger } from '../../ledger/open.ts';
import type { JobContext } from '../job-context.ts';
import { noSuchCampaign, type NoSuchCampaign } from './campaign-jobs.ts';
import {
  prepareCampaign,
  type CampaignChoice,
  type Prepared,
  type PrepareProblem,
} from './prepare-campaign.ts';

export interface CorrectionInput extends Pick<CampaignChoice, 'template' | 'texts' | 'author'> {
  readonly id: number;
  readonly today: Day;
}

/** Who may have read a message reads what is put right: those it was delivered to, and those of whom nobody knows. */
const mayHaveRead = ['accepted', 'delivered', 'uncertain'] as const;

/** Prepares a message to the same people as an earlier campaign. */
export function prepareCorrection(
  ledger: WritableLedger,
  { id, ...choice }: CorrectionInput,
  context: JobContext,
): Result<Prepared, PrepareProblem | NoSuchCampaign> {
  const campaign = campaignById(ledger, id);
  if (campaign === null) return fail(noSuchCampaign(id));
  const written = mayHaveRead.flatMap((state) => messagesOf(ledger, id, state));
  return prepareCampaign(
    ledger,
    { ...choice, name: null, service: campaign.service, scenario: 'single', decisionDay: null },
    {
      origin: 'correction',
      listName: campaign.name,
      rows: written.length,
      recipients: written.map(({ recipient }) => recipient).toSorted((a, b) => a.row - b.row),
      refused: [],
      warnings: [],
    },
    context,
  );
}
