import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconDots,
  IconListDetails,
  IconMessageReport,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { sayProblem } from '../../../../shared/wording/problems.ts';
import { useApi } from '../../../state/api.tsx';
import type { PartProps } from '../messaggi-screen.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { correctable, countIn, withdrawable, type Campaign } from './states.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** What can be done with a campaign. */
export function CampaignActions(props: { readonly campaign: Campaign; readonly open: PartProps['open'] }) {
  const { campaign, open } = props;
  const { id, name, paused, byState, queuedAt, kind } = campaign;
  const { link } = useApi();
  const [asking, setAsking] = useState<'withdraw' | 'correct' | null>(null);
  const left = countIn(byState, withdrawable);

  async function pause(): Promise<void> {
    const told = await link.call('campaigns.pause', { id, paused: !paused });
    notifications.show(
      told.ok
        ? {
            message: paused ? `«${name}» riprende.` : `«${name}» è in pausa: i suoi messaggi aspettano.`,
            color: 'blu',
          }
        : { message: sayProblem(told.problem), color: 'red' },
    );
  }

  return (
    <>
      <Menu position="bottom-end" withinPortal transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Azioni su ${name}`}>
            <IconDots size={20} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown aria-label={`Azioni su ${name}`}>
          <Menu.Item
            leftSection={<IconListDetails size={17} aria-hidden="true" />}
            onClick={() => open('coda', { campaign: id })}
          >
            I suoi messaggi nella coda
          </Menu.Item>
          {queuedAt !== null && (left > 0 || paused) && (
            <Menu.Item
              leftSection={
                paused ? (
                  <IconPlayerPlay size={17} aria-hidden="true" />
                ) : (
                  <IconPlayerPause size={17} aria-hidden="true" />
                )
              }
              onClick={() => void pause()}
            >
              {paused ? 'Riprendi' : 'Metti in pausa'}
            </Menu.Item>
          )}
          {countIn(byState, correctable) > 0 && kind !== 'prova' && (
            <Menu.Item
              leftSection={<IconMessageReport size={17} aria-hidden="true" />}
              onClick={() => setAsking('correct')}
            >
              Errata corrige…
            </Menu.Item>
          )}
          {left > 0 && (
            <Menu.Item
              c="var(--dot-problem)"
              leftSection={<IconTrash size={17} aria-hidden="true" />}
              onClick={() => setAsking('withdraw')}
            >
              Ritira…
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking === 'withdraw' && <WithdrawDialog campaign={campaign} onClose={() => setAsking(null)} />}
      {asking === 'correct' && (
        <CorrectDialog
          campaign={campaign}
          onDone={(draft) => open('campagne', { campagna: draft })}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
