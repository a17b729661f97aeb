import { Button } from '@mantine/core';
import { IconCircleCheck, IconFileImport, IconSearchOff } from '@tabler/icons-react';
import { useApi } from '../state/api.tsx';
import { addressOf } from '../state/route.ts';
import { Empty } from './empty.tsx';
import type { BaseFilter } from './list-ask.ts';
import { GuideLink } from './guide-link.tsx';
import type { ListView } from './use-list-view.ts';

/** A list without rows says why, and what to do next. */
export function EmptyList<Filter extends BaseFilter, By extends string>(props: {
  readonly view: ListView<Filter, By>;
  readonly chips: number;
  /** What the rows are: pagamenti, flussi, provvisori, posizioni debitorie. */
  readonly what: string;
  readonly feminine?: boolean;
  /** Which files bring them. */
  readonly files?: string;
}) {
  const { view, chips, feminine = false } = props;
  const what = `${feminine ? 'le' : 'i'} ${props.what}`;
  const { ledger } = useApi();
  const { search, attention } = view.filter;
  if (attention && search === null && chips === 0)
    return (
      <Empty
        good
        icon={IconCircleCheck}
        title={`Niente da guardare fra ${what}`}
        next={
          <Button variant="default" onClick={view.clear}>
            Mostra {feminine ? 'tutte' : 'tutti'} {what}
          </Button>
        }
      >
        Tutto quello che doveva arrivare è arrivato, o può ancora arrivare.
      </Empty>
    );
  if (search !== null || attention || chips > 0)
    return (
      <Empty
        icon={IconSearchOff}
        title={search === null ? 'Nessun risultato con questi filtri' : `Nessun risultato per «${search}»`}
        next={
          <Button variant="default" onClick={view.clear}>
            Togli la ricerca e i filtri
          </Button>
        }
      >
        Controllare quello che si è scritto, o togliere qualche filtro.
      </Empty>
    );
  return (
    <Empty
      icon={IconFileImport}
      title={`Ancora nessuna riga: ${what} arrivano con i file`}
      next={
        <Button component="a" href={addressOf({ ledger, screen: 'importazioni', ask: { scegli: true } })}>
          Importa file…
        </Button>
      }
    >
      Trascinare nella finestra{' '}
      {props.files ?? 'il giornale di cassa, i flussi di rendicontazione e le ricevute'}.{' '}
      <GuideLink voce="che-cosa-si-importa">Da dove si prendono</GuideLink>
    </Empty>
  );
}
