import { Button, Stack, Text } from '@mantine/core';
import { useApi } from '../../../state/api.tsx';
import { addressOf } from '../../../state/route.ts';

/** A table without messages says why, and what to do next. */
export function EmptyMessages(props: { readonly narrowed: boolean; readonly onClear: () => void }) {
  const { ledger } = useApi();
  return props.narrowed ? (
    <Stack align="center" gap="xs">
      <Text fw={600}>Nessun messaggio con questi filtri</Text>
      <Button variant="default" size="sm" onClick={props.onClear}>
        Togli la ricerca e i filtri
      </Button>
    </Stack>
  ) : (
    <Stack align="center" gap="xs">
      <Text fw={600}>Ancora nessun messaggio</Text>
      <Text size="sm" c="dimmed">
        I messaggi nascono da un elenco di cittadini e da un modello: si prepara una campagna.
      </Text>
      <Button
        component="a"
        variant="default"
        size="sm"
        href={addressOf({ ledger, screen: 'messaggi', ask: { parte: 'campagne' } })}
      >
        Vai alle campagne
      </Button>
    </Stack>
  );
}
