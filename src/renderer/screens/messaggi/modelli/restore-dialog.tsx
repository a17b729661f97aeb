import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Dialog } from '../../../components/dialog.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useTask } from '../../../state/use-task.ts';
import type { TemplateRow } from './template-list.tsx';

/** Asks before a text of the office goes: what was sent with it stays as it was sent. */
export function RestoreDialog(props: {
  readonly template: TemplateRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { template, onDone, onClose } = props;
  const restore = useTask('templates.restore');

  async function run(): Promise<void> {
    const told = await restore.run({ name: template.name });
    if (!told.ok) return;
    notifications.show({
      message: template.builtIn
        ? `«${template.title}» è di nuovo come nel programma.`
        : `Modello «${template.title}» eliminato.`,
      color: 'blu',
    });
    onClose();
    onDone();
  }

  return (
    <Dialog
      onClose={onClose}
      title={template.builtIn ? 'Ripristinare l’originale?' : 'Eliminare il modello?'}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi' }}
    >
      <Stack gap="md">
        <Text size="sm">
          {template.builtIn
            ? `Il testo dell’ufficio di «${template.title}» va perso, e torna quello del programma.`
            : `Il testo di «${template.title}» va perso.`}{' '}
          Le campagne già preparate tengono il testo che hanno.
        </Text>
        <ProblemNotice problem={restore.problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            Lascia com’è
          </Button>
          <Button color="red" loading={restore.running} onClick={() => void run()}>
            {template.builtIn ? 'Ripristina' : 'Elimina'}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
