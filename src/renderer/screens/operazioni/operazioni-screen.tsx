import { Button, NativeSelect } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { italianDay } from '../../../shared/wording/figures.ts';
import { Page, Sheet } from '../../components/page.tsx';
import { SaveMade } from '../../components/save-made.tsx';
import { TypedField } from '../../components/typed-field.tsx';
import { typedDay } from '../../components/typed-values.ts';
import { useApi } from '../../state/api.tsx';
import { goTo } from '../../state/route.ts';
import { groups } from './groups.ts';
import classes from './operazioni.module.css';
import { TrailList } from './trail-list.tsx';

/** What was done with this ledger: by whom, when, to what. Nothing of it can be changed. */
export function OperazioniScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const { ledger, link } = useApi();
  const from = dayOf(ask['dal']);
  const to = dayOf(ask['al']);
  const group = groups.find(({ name }) => name === ask['gruppo']) ?? null;
  const show = (more: Readonly<Record<string, unknown>>): void =>
    goTo(
      {
        ledger,
        screen: 'operazioni',
        ask: {
          ...(from && { dal: from }),
          ...(to && { al: to }),
          ...(group && { gruppo: group.name }),
          ...more,
        },
      },
      true,
    );
  const filter = { from, to, operations: [...(group?.operations ?? [])] };
  return (
    <Page
      title="Registro delle operazioni"
      lead="Chi ha fatto che cosa, quando e su quali carte. Si aggiunge soltanto: ogni voce porta l’impronta di quella prima, e «Verifica» si accorge se una è stata toccata."
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            Stampa
          </Button>
          <SaveMade make={() => link.call('trail.export', { filter })}>Esporta in CSV</SaveMade>
        </>
      }
    >
      <div className={classes['filters']}>
        <NativeSelect
          label="Che cosa"
          value={group?.name ?? ''}
          data={[
            { value: '', label: 'Tutte le operazioni' },
            ...groups.map(({ name, title }) => ({ value: name, label: title })),
          ]}
          onChange={(event) => show({ gruppo: event.currentTarget.value })}
        />
        <TypedField
          label="Dal"
          placeholder="gg/mm/aaaa"
          shown={italianDay(from)}
          read={typedDay}
          wrong="Giorno non valido"
          onChange={(day) => show({ dal: day })}
        />
        <TypedField
          label="Al"
          placeholder="gg/mm/aaaa"
          shown={italianDay(to)}
          read={typedDay}
          wrong="Giorno non valido"
          onChange={(day) => show({ al: day })}
        />
      </div>
      <Sheet>
        <TrailList filter={filter} />
      </Sheet>
    </Page>
  );
}

function dayOf(asked: unknown): string | null {
  return typeof asked === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : null;
}
