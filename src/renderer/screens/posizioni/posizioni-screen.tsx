import { useMemo } from 'react';
import { positionStatuses } from '../../../shared/domain/posizione.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { positionLabels } from '../../../shared/wording/labels.ts';
import { EmptyList } from '../../components/empty-list.tsx';
import { FilterChoices } from '../../components/filter-menu.tsx';
import { ListScreen } from '../../components/list-screen.tsx';
import { ServiceChoices } from '../../components/service-choices.tsx';
import { useList, type ListOf } from '../../components/use-list.ts';
import { useServices } from '../../components/use-services.ts';
import { useQuestion } from '../../state/use-question.ts';
import { positionColumns } from './columns.tsx';
import { PositionCard } from './position-card.tsx';
import {
  positionChips,
  positionReading,
  type Position,
  type PositionFilter,
  type PositionSort,
} from './reading.ts';
import { Iuv } from '../../components/personal.tsx';

const positions: ListOf<Position, PositionFilter, PositionSort> = {
  screen: 'posizioni',
  reading: positionReading,
  page: (link, asked, options) => link.call('positions.list', asked, options),
};

/** What is due, paid or not: first what is overdue. */
export function PosizioniScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const list = useList(positions, ask);
  const { filter, setFilter } = list.view;
  const { serviceName } = useServices();
  const count = useQuestion('positions.count', { filter });
  const columns = useMemo(() => positionColumns(serviceName, setFilter), [serviceName, setFilter]);
  const chips = positionChips(filter, serviceName, list.documentName);
  return (
    <ListScreen
      list={list}
      title="Posizioni"
      lead="Ciò che è dovuto: prima quello che è scaduto e non è stato pagato."
      columns={columns}
      keyOf={keyOf}
      centsOf={centsOf}
      total={count.value?.count ?? null}
      summary={
        count.value === null
          ? 'Si contano le posizioni…'
          : `${many(count.value.count, 'posizione', 'posizioni')} · ${euro(count.value.cents)} dovuti`
      }
      searchFor="IUV, avviso, nome, codice fiscale, importo, causale"
      dayName="Scadenza"
      chips={chips}
      choices={() => (
        <FilterChoices
          legend="Stato"
          names={positionStatuses}
          label={(status) => positionLabels[status]}
          chosen={filter.statuses}
          onChange={(statuses) => setFilter({ statuses })}
        />
      )}
      asideChoices={() => <ServiceChoices chosen={filter.services} onChange={setFilter} />}
      empty={
        <EmptyList
          view={list.view}
          chips={chips.length}
          what="posizioni debitorie"
          feminine
          files="gli elenchi delle posizioni debitorie (CSV o Excel) che il programma dei pagamenti esporta"
        />
      }
      cardKind="Posizione debitoria"
      cardTitle={(key) => <Iuv text={key.slice(key.indexOf('/') + 1)} />}
      card={(key) => <PositionCard name={key} />}
    />
  );
}

const keyOf = (position: Position): string => position.key;
const centsOf = (position: Position): number => position.cents;
