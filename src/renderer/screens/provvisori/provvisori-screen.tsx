import { useMemo } from 'react';
import { provvisorioBuckets } from '../../../shared/domain/bucket.ts';
import { provvisorioStates } from '../../../shared/wording/evidence.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { provvisorioLabels } from '../../../shared/wording/labels.ts';
import { EmptyList } from '../../components/empty-list.tsx';
import { FilterChoices } from '../../components/filter-menu.tsx';
import { nameOfProvvisorio, provvisorioNamed } from '../../components/list-ask.ts';
import { ListScreen } from '../../components/list-screen.tsx';
import { useList, type ListOf } from '../../components/use-list.ts';
import { useQuestion } from '../../state/use-question.ts';
import { provvisorioColumns } from './columns.tsx';
import { ProvvisorioCard } from './provvisorio-card.tsx';
import {
  provvisorioChips,
  provvisorioReading,
  stateNames,
  type Provvisorio,
  type ProvvisorioFilter,
  type ProvvisorioSort,
} from './reading.ts';

const provvisori: ListOf<Provvisorio, ProvvisorioFilter, ProvvisorioSort> = {
  screen: 'provvisori',
  reading: provvisorioReading,
  page: (link, asked, options) => link.call('provvisori.list', asked, options),
};

/** Every provvisorio di entrata: first those that a person must clear up. */
export function ProvvisoriScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const list = useList(provvisori, ask);
  const { filter, setFilter } = list.view;
  const count = useQuestion('provvisori.count', { filter });
  const columns = useMemo(() => provvisorioColumns(setFilter), [setFilter]);
  const chips = provvisorioChips(filter, list.documentName);
  return (
    <ListScreen
      list={list}
      title="Provvisori"
      lead="Il denaro che il tesoriere ha ricevuto: prima i provvisori da chiarire."
      columns={columns}
      keyOf={nameOfProvvisorio}
      centsOf={centsOf}
      total={count.value?.count ?? null}
      summary={
        count.value === null
          ? 'Si contano i provvisori…'
          : `${many(count.value.count, 'provvisorio', 'provvisori')} · ${euro(count.value.cents)}${
              count.value.flussi === 0 ? '' : ` · di ${many(count.value.flussi, 'flusso', 'flussi')}`
            }`
      }
      searchFor="Causale, IUF, versante, numero, importo"
      dayName="Data del movimento"
      chips={chips}
      choices={() => <ProvvisorioChoices filter={filter} onChange={setFilter} />}
      empty={<EmptyList view={list.view} chips={chips.length} what="provvisori" />}
      cardKind="Provvisorio di entrata"
      cardTitle={titleOf}
      card={(key) => <ProvvisorioCard name={key} />}
    />
  );
}

const centsOf = (provvisorio: Provvisorio): number => provvisorio.cents;

function titleOf(name: string): string {
  const key = provvisorioNamed(name);
  return key === null ? name : `Provvisorio ${key.numero}/${key.esercizio}`;
}

function ProvvisorioChoices(props: {
  readonly filter: ProvvisorioFilter;
  readonly onChange: (part: Partial<ProvvisorioFilter>) => void;
}) {
  const { filter, onChange } = props;
  const counts = useQuestion('dashboard.read', {}).value?.provvisori;
  return (
    <>
      <FilterChoices
        legend="Dove sta"
        names={provvisorioBuckets}
        label={(bucket) => provvisorioLabels[bucket]}
        chosen={filter.buckets}
        count={(bucket) => counts?.[bucket].count}
        onChange={(buckets) => onChange({ buckets })}
      />
      <FilterChoices
        legend="Regolarizzazione"
        names={stateNames}
        label={(state) => provvisorioStates[state]}
        chosen={filter.states}
        onChange={(states) => onChange({ states })}
      />
      <FilterChoices
        legend="Da rivedere"
        names={['conflict'] as const}
        label={() => 'La causale nomina un altro flusso'}
        chosen={filter.conflict ? ['conflict'] : []}
        onChange={(chosen) => onChange({ conflict: chosen.length > 0 })}
      />
    </>
  );
}
