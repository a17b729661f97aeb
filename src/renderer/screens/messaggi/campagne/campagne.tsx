import type { PartProps } from '../messaggi-screen.tsx';
import { CampaignList } from './campaign-list.tsx';
import { CampaignView } from './campaign-view.tsx';
import { NewCampaign } from './new-campaign.tsx';

/** `ask.nuova`: a campaign is being made; `ask.campagna`: the number of the one that is open. */
export function Campagne({ ask, open }: PartProps) {
  const { nuova, campagna } = ask;
  const id = typeof campagna === 'number' && Number.isSafeInteger(campagna) && campagna > 0 ? campagna : null;
  if (nuova === true) return <NewCampaign campaign={id} open={open} />;
  if (id !== null) return <CampaignView key={id} id={id} open={open} />;
  return <CampaignList open={open} />;
}
