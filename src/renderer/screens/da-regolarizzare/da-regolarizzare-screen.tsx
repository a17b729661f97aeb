import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { ageBuckets, regularisationStages } from '../../../shared/domain/regularisation.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { ageLabels, stageLabels } from '../../../shared/wording/regularisation.ts';
import { EmptyList } from '../../components/empty-list.tsx';
import { FilterChoices } from '../../components/filter-menu.tsx';
import { nameOfProvvisorio } from '../../components/list-ask.ts';
import { ListScreen } from '../../components/list-screen.tsx';
import { ServiceChoices } from '../../components/service-choices.tsx';
import { useList, type ListOf } from '../../components/use-list.ts';
import { useServices } from '../../components/use-services.ts';
import { useQuestion } from '../../state/use-question.ts';
import { regularisationColumns } from './columns.tsx';
import {
  regularisationChips,
  regularisationReading,
  type Regularisation,
  type RegularisationFilter,
  type RegularisationSort,
} from './reading.ts';
import { RegularisationCard } from './regularisation-card.tsx';
import { SendDialog } from './send-dialog.tsx';
import { Totals } from './totals.tsx';

const regularisations: ListOf<Regularisation, RegularisationFilter, RegularisationSort> = {
  screen: 'da-regolarizzare',
  reading: regularisationReading,
  page: (link, asked, options) => link.call('regularisation.list', asked, options),
};

/** Money of pagoPA and the reversali that it calls for: the oldest first. */
export function DaRegolarizzareScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const list = useList(regularisations, ask);
  const { filter, setFilter } = list.view;
  const { serviceName } = useServices();
  const count = useQuestion('regularisation.count', { filter });
  const columns = useMemo(() => regularisationColumns(serviceName, setFilter), [serviceName, setFilter]);
  const chips = regularisationChips(filter, serviceName, list.documentName);
  return (
    <ListScreen
      list={list}
      title="Da regolarizzare"
      lead="Le reversali da chiedere alla ragioneria, provvisorio per provvisorio: prima i più vecchi."
      above={<Totals count={count.value} filter={filter} serviceName={serviceName} onChange={setFilter} />}
      columns={columns}
      keyOf={nameOfProvvisorio}
      centsOf={openOf}
      total={count.value?.count ?? null}
      summary={
        count.value === null
          ? 'Si contano i provvisori…'
          : `${many(count.value.count, 'provvisorio', 'provvisori')} · ${euro(count.value.cents)} · ${euro(count.value.openCents)} da coprire`
      }
      searchFor="Numero, IUF, versante, importo, causale"
      dayName="Data"
      chips={chips}
      choices={() => (
        <>
          <FilterChoices
            legend="Stato"
            names={regularisationStages}
            label={(stage) => stageLabels[stage]}
            chosen={filter.stages}
            onChange={(stages) => setFilter({ stages })}
          />
          <FilterChoices
            legend="Da quanto è aperto"
            names={ageBuckets}
            label={(age) => ageLabels[age]}
            chosen={filter.ages}
            onChange={(ages) => setFilter({ ages })}
          />
        </>
      )}
      asideChoices={() => <ServiceChoices chosen={filter.services} onChange={setFilter} />}
      onSelected={(rows, clear) => <SendSelected rows={rows} onDone={clear} />}
      empty={<EmptyList view={list.view} chips={chips.length} what="provvisori di pagoPA" />}
      cardKind="Da regolarizzare"
      cardTitle={(key) => `Provvisorio ${key.split('/')[1] ?? ''}/${key.split('/')[0] ?? ''}`}
      card={(key) => <RegularisationCard name={key} />}
    />
  );
}

const openOf = (row: Regularisation): number => row.openCents;

function SendSelected(props: { readonly rows: readonly Regularisation[]; readonly onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="compact-sm" onClick={() => setAsking(true)}>
        Segna come inviate…
      </Button>
      {asking && <SendDialog rows={props.rows} onDone={props.onDone} onClose={() => setAsking(false)} />}
    </>
  );
}
