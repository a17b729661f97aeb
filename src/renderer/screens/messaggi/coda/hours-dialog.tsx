import { Button, Group, Stack, Text } from '@mantine/core';
import { sayMoment } from '../../../../shared/wording/figures.ts';
import { Dialog } from '../../../components/dialog.tsx';

/** A telephone that rings at night is an office that did wrong: it is asked twice. */
export function HoursDialog(props: {
  /** When messages may leave by themselves, ms since 1970. */
  readonly opensAt: number | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const { opensAt } = props;
  return (
    <Dialog
      onClose={props.onClose}
      title="Inviare adesso, fuori orario?"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi senza inviare' }}
    >
      <Stack gap="md">
        <Text size="sm">
          I telefoni dei cittadini suonano quando il messaggio arriva: di notte e nei giorni di festa si
          disturba.
          {opensAt !== null &&
            ` Con «Invia» i messaggi partono da soli dal ${sayMoment(new Date(opensAt).toISOString())}.`}
        </Text>
        <Text size="sm">
          La scelta vale per questo invio: fermandolo, la prossima volta l’orario torna a contare.
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" data-autofocus onClick={props.onClose}>
            Aspetta l’orario
          </Button>
          <Button onClick={props.onConfirm}>Invia adesso</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
