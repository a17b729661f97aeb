import { useCallback, useMemo } from 'react';
import { positionStatuses } from '../../../shared/domain/posizione.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { positionLabels } from '../../../shared/wording/labels.ts';
import { EmptyList } from '../../components/empty-list.tsx';
import { FilterChoices } from '../../components/filter-menu.tsx';
import { ListScreen } from '../../components/list-screen.tsx';
import type { PageRequest } from '../../components/table/row-window.ts';
import { useDocumentName } from '../../components/use-document-name.ts';
import { useListView } from '../../components/use-list-view.ts';
import { useServices } from '../../components/use-services.ts';
import { useApi } from '../../state/api.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { positionColumns } from './columns.tsx';
import { PositionCard } from './position-card.tsx';
import { positionChips, positionReading, type Position } from './reading.ts';
import { Iuv } from '../../components/personal.tsx';

/** What is due, paid or not: first what is overdue. */
export function PosizioniScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const { link } = useApi();
  const view = useListView('posizioni', ask, positionReading);
  const { filter, sort, setFilter } = view;
  const { settings, serviceName } = useServices();
  const documentName = useDocumentName(filter.document);
  const count = useQuestion('positions.count', { filter });
  const columns = useMemo(() => positionColumns(serviceName, setFilter), [serviceName, setFilter]);
  const load = useCallback(
    (request: PageRequest, signal: AbortSignal) =>
      link.call('positions.list', { filter, sort, ...request }, { signal }),
    [link, filter, sort],
  );
  const chips = positionChips(filter, serviceName, documentName);
  const services = [...(settings?.servizi ?? []).map(({ id }) => id), ''];
  return (
    <ListScreen
      id="posizioni"
      title="Posizioni"
      lead="Ciò che è dovuto: prima quello che è scaduto e non è stato pagato."
      view={view}
      reading={positionReading}
      columns={columns}
      load={load}
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
      asideChoices={() =>
        services.length > 1 && (
          <FilterChoices
            legend="Servizio"
            names={services}
            label={serviceName}
            chosen={filter.services}
            onChange={(chosen) => setFilter({ services: chosen })}
          />
        )
      }
      empty={
        <EmptyList
          view={view}
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
