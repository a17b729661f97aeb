import { Button, Group, Skeleton, Switch } from '@mantine/core';
import { IconMessages, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Empty } from '../../../components/empty.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { Sheet } from '../../../components/page.tsx';
import { useServices } from '../../../components/use-services.ts';
import { useQuestion } from '../../../state/use-question.ts';
import type { PartProps } from '../messaggi-screen.tsx';
import classes from './campagne.module.css';
import { CampaignRow } from './campaign-row.tsx';
import { isDiscarded } from './states.ts';

/** Every campaign, the newest first. */
export function CampaignList({ open }: Pick<PartProps, 'open'>) {
  const { value, problem } = useQuestion('campaigns.list', {});
  const templates = useQuestion('templates.list', {}).value?.templates ?? [];
  const { serviceName } = useServices();
  const [all, setAll] = useState(false);
  const campaigns = value?.campaigns ?? [];
  const standing = campaigns.filter((campaign) => !isDiscarded(campaign) && campaign.origin !== 'trial');
  const shown = all ? campaigns : standing;
  const begin = (
    <Button
      leftSection={<IconPlus size={18} aria-hidden="true" />}
      onClick={() => open('campagne', { nuova: true })}
    >
      Nuova campagna
    </Button>
  );
  if (value === null)
    return problem === null ? (
      <Skeleton height={200} aria-hidden="true" />
    ) : (
      <ProblemNotice problem={problem} />
    );
  return (
    <Sheet
      {...(campaigns.length > 0 && {
        title: 'Campagne',
        aside: (
          <Group gap="lg">
            {standing.length < campaigns.length && (
              <Switch
                label="Anche prove e campagne ritirate"
                checked={all}
                onChange={(event) => setAll(event.currentTarget.checked)}
              />
            )}
            {begin}
          </Group>
        ),
      })}
    >
      <ProblemNotice problem={problem} />
      {shown.length === 0 ? (
        <Empty
          icon={IconMessages}
          title={campaigns.length === 0 ? 'Ancora nessuna campagna' : 'Nessuna campagna aperta'}
          next={campaigns.length === 0 && begin}
        >
          Una campagna scrive lo stesso messaggio, con i dati di ognuno, a tutte le persone di un elenco.
        </Empty>
      ) : (
        <div className={classes['frame']}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">Campagna</th>
                <th scope="col">Servizio</th>
                <th scope="col">Modello</th>
                <th scope="col">Preparata</th>
                <th scope="col" className={classes['wide']}>
                  Messaggi
                </th>
                <th scope="col" className={classes['number']}>
                  Rifiutate
                </th>
                <th scope="col" className={classes['actions']}>
                  <span className="visually-hidden">Azioni</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((campaign) => (
                <CampaignRow
                  key={campaign.id}
                  campaign={campaign}
                  service={serviceName(campaign.service)}
                  template={
                    templates.find(({ name }) => name === campaign.template)?.title ?? campaign.template
                  }
                  open={open}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sheet>
  );
}
