import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Output } from '../../../shared/contract/api.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTask } from '../../state/use-task.ts';
import type { Copy } from './copie-screen.tsx';
import { nameOf } from './copies-table.tsx';

/** What will happen, before it does. */
export function RestoreDialog(props: {
  readonly copy: Copy | null;
  readonly onClose: () => void;
  readonly onDone: (restored: Output<'backups.restore'>) => void;
}) {
  const { copy, onClose, onDone } = props;
  const task = useTask('backups.restore');
  async function restore(file: string): Promise<void> {
    const told = await task.run({ copy: file });
    if (told.ok) onDone(told.value);
  }
  return (
    <Modal
      opened={copy !== null}
      onClose={onClose}
      title="Ripristinare questa copia?"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi senza ripristinare' }}
    >
      {copy !== null && (
        <Stack gap="md">
          <Text size="sm">
            Il registro torna com’era nella copia: {nameOf(copy)}. Ciò che è stato importato o deciso dopo non
            ci sarà più, ma il registro di adesso si tiene da parte, e si può ripristinare a sua volta. I
            messaggi ai cittadini restano fermi finché non si è guardata la coda.
          </Text>
          <ProblemNotice problem={task.problem} onClose={task.forget} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Lascia com’è
            </Button>
            <Button color="red" disabled={task.running} onClick={() => void restore(copy.file)}>
              {task.running ? 'Ripristino in corso…' : 'Ripristina'}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
