import { Anchor, Badge, Group, Text } from '@mantine/core';
import { sayCount, sayMoment } from '../../../../shared/wording/figures.ts';
import { useApi } from '../../../state/api.tsx';
import { addressOf } from '../../../state/route.ts';
import type { PartProps } from '../messaggi-screen.tsx';
import classes from './campagne.module.css';
import { CampaignActions } from './campaign-actions.tsx';
import { StateBar } from './state-bar.tsx';
import { isDraft, type Campaign } from './states.ts';

/** One campaign of the list. */
export function CampaignRow(props: {
  readonly campaign: Campaign;
  readonly service: string;
  readonly template: string;
  readonly open: PartProps['open'];
}) {
  const { campaign, service, template, open } = props;
  const { id, name, listName, refused, author, createdAt, byState } = campaign;
  const { ledger } = useApi();
  return (
    <tr>
      <th scope="row">
        <Anchor href={addressOf({ ledger, screen: 'messaggi', ask: { parte: 'campagne', campagna: id } })}>
          {name}
        </Anchor>
        <Marks campaign={campaign} />
        {listName !== null && !name.includes(listName) && (
          <Text size="xs" c="dimmed">
            {listName}
          </Text>
        )}
      </th>
      <td>{service}</td>
      <td>{template}</td>
      <td className={classes['moment']}>
        {sayMoment(createdAt)}
        <Text size="xs" c="dimmed">
          {author}
        </Text>
      </td>
      <td>
        <StateBar byState={byState} />
      </td>
      <td className={`${classes['number']} figures`}>{refused === 0 ? '–' : sayCount(refused)}</td>
      <td className={classes['actions']}>
        <CampaignActions campaign={campaign} open={open} />
      </td>
    </tr>
  );
}

/** What sort of campaign it is, where that is not plain. */
export function Marks({ campaign }: { readonly campaign: Campaign }) {
  const marks = [
    ...(isDraft(campaign) ? ['da confermare'] : []),
    ...(campaign.paused ? ['in pausa'] : []),
    ...(campaign.origin === 'correction' ? ['rettifica'] : []),
    ...(campaign.origin === 'trial' ? ['prova'] : []),
    ...(campaign.origin === 'reminder' ? ['promemoria'] : []),
  ];
  if (marks.length === 0) return null;
  return (
    <Group gap={6} mt={3}>
      {marks.map((mark) => (
        <Badge key={mark} variant="default" tt="none" fw={550}>
          {mark}
        </Badge>
      ))}
    </Group>
  );
}
