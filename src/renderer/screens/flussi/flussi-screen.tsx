import { useMemo } from 'react';
import { flowBuckets } from '../../../shared/domain/bucket.ts';
import { expectedStates } from '../../../shared/domain/flusso.ts';
import { expectedTitles } from '../../../shared/wording/expected.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { flowLabels } from '../../../shared/wording/labels.ts';
import { EmptyList } from '../../components/empty-list.tsx';
import { FilterChoices } from '../../components/filter-menu.tsx';
import { useLinks } from '../../components/links.ts';
import { ListScreen } from '../../components/list-screen.tsx';
import { useList, type ListOf } from '../../components/use-list.ts';
import { useQuestion } from '../../state/use-question.ts';
import { flussoColumns, type Flusso } from './columns.tsx';
import { FlussoCard } from './flusso-card.tsx';
import { ExpectedList } from './expected-list.tsx';
import { expectedOf, flussoChips, flussoReading, type FlussoFilter, type FlussoSort } from './reading.ts';

const flussi: ListOf<Flusso, FlussoFilter, FlussoSort> = {
  screen: 'flussi',
  reading: flussoReading,
  page: (link, asked, options) => link.call('flussi.list', asked, options),
};

/** Every flusso, and how much of its money has come; or those that a list names. */
export function FlussiScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const expected = expectedOf(ask);
  return expected === null ? <AllFlussi ask={ask} /> : <ExpectedList state={expected} />;
}

function AllFlussi({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const list = useList(flussi, ask);
  const { filter, setFilter } = list.view;
  const count = useQuestion('flussi.count', { filter });
  const columns = useMemo(() => flussoColumns(setFilter), [setFilter]);
  const chips = flussoChips(filter, list.documentName);
  return (
    <ListScreen
      list={list}
      title="Flussi"
      lead={
        <>
          I flussi di rendicontazione e il denaro che hanno portato: prima quelli da guardare. <ToExpected />
        </>
      }
      columns={columns}
      keyOf={iufOf}
      centsOf={centsOf}
      total={count.value?.count ?? null}
      summary={
        count.value === null
          ? 'Si contano i flussi…'
          : `${many(count.value.count, 'flusso', 'flussi')} · ${euro(count.value.cents)}`
      }
      searchFor="IUF, PSP, importo"
      dayName="Data del flusso"
      chips={chips}
      choices={() => <FlussoChoices filter={filter} onChange={setFilter} />}
      empty={<EmptyList view={list.view} chips={chips.length} what="flussi" />}
      cardKind="Flusso di rendicontazione"
      cardTitle={(iuf) => <span className="code">{iuf}</span>}
      card={(iuf) => <FlussoCard iuf={iuf} />}
    />
  );
}

/** Nothing while no list was imported. */
function ToExpected() {
  const links = useLinks();
  const counts = useQuestion('expected.count', {}).value;
  if (counts === null || expectedStates.every((state) => counts[state] === 0)) return null;
  return (
    <a href={links.expected('missing')}>
      {`${expectedTitles.missing}: ${counts.missing.toLocaleString('it-IT')}`}
    </a>
  );
}

const iufOf = (flusso: Flusso): string => flusso.iuf;
const centsOf = (flusso: Flusso): number => flusso.cents;

function FlussoChoices(props: {
  readonly filter: FlussoFilter;
  readonly onChange: (part: Partial<FlussoFilter>) => void;
}) {
  const counts = useQuestion('dashboard.read', {}).value?.flussi;
  return (
    <FilterChoices
      legend="Dove sta"
      names={flowBuckets}
      label={(bucket) => flowLabels[bucket]}
      chosen={props.filter.buckets}
      count={(bucket) => counts?.[bucket].count}
      onChange={(buckets) => props.onChange({ buckets })}
    />
  );
}
