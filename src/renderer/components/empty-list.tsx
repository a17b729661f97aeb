import { Button, Stack, Text } from '@mantine/core';
import type { BaseFilter } from './list-ask.ts';
import { useApi } from '../state/api.tsx';
import { addressOf } from '../state/route.ts';
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
      <Stack align="center" gap="xs">
        <Text fw={600}>Niente da guardare fra {what}</Text>
        <Text size="sm" c="dimmed">
          Tutto quello che doveva arrivare è arrivato, o può ancora arrivare.
        </Text>
        <Button variant="default" size="sm" onClick={view.clear}>
          Mostra {feminine ? 'tutte' : 'tutti'} {what}
        </Button>
      </Stack>
    );
  if (search !== null || attention || chips > 0)
    return (
      <Stack align="center" gap="xs">
        <Text fw={600}>
          {search === null ? 'Nessun risultato con questi filtri' : `Nessun risultato per «${search}»`}
        </Text>
        <Text size="sm" c="dimmed">
          Controllare quello che si è scritto, o togliere qualche filtro.
        </Text>
        <Button variant="default" size="sm" onClick={view.clear}>
          Togli la ricerca e i filtri
        </Button>
      </Stack>
    );
  return (
    <Stack align="center" gap="xs">
      <Text fw={600}>Ancora nessuna riga: {what} arrivano con i file</Text>
      <Text size="sm" c="dimmed">
        Trascinare nella finestra{' '}
        {props.files ?? 'il giornale di cassa, i flussi di rendicontazione e le ricevute'}.{' '}
        <GuideLink voce="che-cosa-si-importa">Da dove si prendono</GuideLink>
      </Text>
      <Button
        component="a"
        variant="default"
        size="sm"
        href={addressOf({ ledger, screen: 'importazioni', ask: { scegli: true } })}
      >
        Importa file…
      </Button>
    </Stack>
  );
}
