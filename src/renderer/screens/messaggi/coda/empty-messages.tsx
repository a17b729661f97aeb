import { Button } from '@mantine/core';
import { IconMessage2, IconSearchOff } from '@tabler/icons-react';
import { Empty } from '../../../components/empty.tsx';
import { useApi } from '../../../state/api.tsx';
import { addressOf } from '../../../state/route.ts';

/** A table without messages says why, and what to do next. */
export function EmptyMessages(props: { readonly narrowed: boolean; readonly onClear: () => void }) {
  const { ledger } = useApi();
  return props.narrowed ? (
    <Empty
      icon={IconSearchOff}
      title="Nessun messaggio con questi filtri"
      next={
        <Button variant="default" onClick={props.onClear}>
          Togli la ricerca e i filtri
        </Button>
      }
    />
  ) : (
    <Empty
      icon={IconMessage2}
      title="Ancora nessun messaggio"
      next={
        <Button component="a" href={addressOf({ ledger, screen: 'messaggi', ask: { parte: 'campagne' } })}>
          Vai alle campagne
        </Button>
      }
    >
      I messaggi nascono da un elenco di cittadini e da un modello: si prepara una campagna.
    </Empty>
  );
}
