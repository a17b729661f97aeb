import { Anchor, Text } from '@mantine/core';
import { useQuestion } from '../../../state/use-question.ts';
import type { PartProps } from '../messaggi-screen.tsx';

/** Where messages stand that would say something else now: they are put right from there. */
export function EarlierCampaigns(props: { readonly campaign: number; readonly open: PartProps['open'] }) {
  const { campaign, open } = props;
  const left = useQuestion('outbox.messages', {
    filter: { campaign, states: ['cancelled'] },
    limit: 1_000,
  }).value;
  const known = useQuestion('campaigns.list', {}).value?.campaigns ?? [];
  const ids = new Set(
    left?.rows.flatMap(({ reason }) => (reason?.code === 'already-known' ? [reason.campaign] : [])),
  );
  const campaigns = known.filter(({ id }) => ids.has(id));
  if (campaigns.length === 0) return null;
  return (
    <Text size="sm">
      Quello che è già arrivato si corregge con un’errata corrige; quello che non è ancora partito si ritira e
      si prepara di nuovo. Tutt’e due dalle azioni di{' '}
      {campaigns.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => open('campagne', { campagna: id })}
          >
            «{name}»
          </Anchor>
        </span>
      ))}
      .
    </Text>
  );
}
