import { Select, Skeleton, Stack } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { ColumnMenu } from '../../../components/column-menu.tsx';
import filters from '../../../components/filter-bar.module.css';
import { SearchBox } from '../../../components/filter-bar.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useApi } from '../../../state/api.tsx';
import { goTo } from '../../../state/route.ts';
import { useQuestion } from '../../../state/use-question.ts';
import type { PartProps } from '../messaggi-screen.tsx';
import { useOutbox } from '../use-outbox.ts';
import { messageColumns } from './columns.tsx';
import { DemoNote } from '../demo-note.tsx';
import { MessageTable } from './message-table.tsx';
import { QueuePanel } from './queue-panel.tsx';
import { codaAsk, readCoda, type CodaAsk, type MessageFilter } from './reading.ts';
import { StateFilter } from './state-filter.tsx';
import { Warnings } from './warnings.tsx';

/** The queue: how it stands, what holds it, and every message. `ask`: `campaign`, `states`, `search`, `open`. */
export function Coda({ ask }: PartProps) {
  const { ledger } = useApi();
  const outbox = useOutbox();
  const services = useQuestion('messages.services', {}, outbox.turn).value?.services;
  const campaigns = useQuestion('campaigns.list', {}).value?.campaigns;
  const shown = useMemo(() => readCoda(ask), [ask]);
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  }, [shown]);
  const show = useCallback(
    (next: CodaAsk, inPlace: boolean) => {
      latest.current = next;
      goTo({ ledger, screen: 'messaggi', ask: { parte: 'coda', ...codaAsk(next) } }, inPlace);
    },
    [ledger],
  );
  const setFilter = useCallback(
    (part: Partial<MessageFilter>) =>
      show({ ...latest.current, filter: { ...latest.current.filter, ...part } }, true),
    [show],
  );
  const openCard = useCallback(
    (open: number | null) => show({ ...latest.current, open }, latest.current.open !== null),
    [show],
  );
  const campaignName = useCallback(
    (id: number) => campaigns?.find((campaign) => campaign.id === id)?.name ?? `n. ${id}`,
    [campaigns],
  );
  const columns = useMemo(() => messageColumns(setFilter, campaignName), [setFilter, campaignName]);
  const { filter } = shown;
  const ofCampaign = campaigns?.find(({ id }) => id === filter.campaign)?.byState;

  return (
    <Stack gap="md">
      <ProblemNotice problem={outbox.problem} again={outbox.again} />
      {outbox.value === null && outbox.problem === null && <Skeleton height={110} />}
      {ledger === 'demo' && <DemoNote />}
      {outbox.value !== null && ledger === 'own' && (
        <>
          <QueuePanel outbox={outbox.value} services={services ?? []} again={outbox.again} />
          <Warnings outbox={outbox.value} services={services ?? []} again={outbox.again} />
        </>
      )}
      <div className={filters['bar']} role="search" aria-label="Filtri dei messaggi">
        <StateFilter
          counts={ofCampaign ?? outbox.value?.byState ?? {}}
          chosen={filter.states}
          onChange={(states) => setFilter({ states })}
        />
        <div className={filters['line']}>
          <SearchBox
            value={filter.search ?? ''}
            placeholder="Nome, codice fiscale, numero avviso"
            focus={false}
            onChange={(text) => setFilter({ search: text === '' ? null : text })}
          />
          <Select
            aria-label="Campagna"
            placeholder="Tutte le campagne"
            w={300}
            clearable
            clearButtonProps={{ 'aria-label': 'Tutte le campagne' }}
            data={(campaigns ?? []).map(({ id, name }) => ({ value: String(id), label: `${id}. ${name}` }))}
            value={filter.campaign === null ? null : String(filter.campaign)}
            onChange={(id) => setFilter({ campaign: id === null ? null : Number(id) })}
          />
          <span className={filters['push']} />
          <ColumnMenu id="messaggi" columns={columns} />
        </div>
      </div>
      <MessageTable shown={shown} campaignName={campaignName} setFilter={setFilter} openCard={openCard} />
    </Stack>
  );
}
