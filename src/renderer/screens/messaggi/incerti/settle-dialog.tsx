import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Settlement } from '../../../../shared/domain/message/state.ts';
import { settlementLabels } from '../../../../shared/wording/messages/states.ts';
import { paidOnce, settlementDialogs } from '../../../../shared/wording/messages/settling.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { NoteField } from '../../../components/decision-dialog.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useTask } from '../../../state/use-task.ts';
import type { Uncertain } from './uncertain-item.tsx';

/** Asks once more before a person’s word is kept: it cannot be taken back. */
export function SettleDialog(props: {
  readonly message: Uncertain;
  readonly how: Settlement;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { message, how, onClose } = props;
  const settle = useTask('outbox.settle');
  const [note, setNote] = useState('');
  const [accepts, setAccepts] = useState(false);
  const [tried, setTried] = useState(false);
  const words = settlementDialogs[how];
  const again = how === 'reinvia';
  const isComplete = !again || (accepts && note.trim() !== '');

  async function decide(): Promise<void> {
    setTried(true);
    if (!isComplete || settle.running) return;
    const told = await settle.run({ key: message.key, how, note: note.trim() === '' ? null : note });
    if (!told.ok) return;
    notifications.show({ message: words.done, color: 'blu' });
    props.onDone();
  }
  return (
    <Dialog
      onClose={onClose}
      title={settlementLabels[how]}
      size="lg"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi senza decidere' }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void decide();
        }}
      >
        <Stack gap="md">
          <Text size="sm" fw={600}>
            {message.name ?? `Riga ${message.row}`}
          </Text>
          <Text size="sm">{words.consequence}</Text>
          {again && message.noticeNumber !== null && <Text size="sm">{paidOnce}</Text>}
          <NoteField label={words.noteLabel} value={note} required={again} focus onChange={setNote} />
          {again && (
            <Checkbox
              label="Accetto che il cittadino possa ricevere due messaggi uguali"
              checked={accepts}
              onChange={(event) => setAccepts(event.currentTarget.checked)}
            />
          )}
          {tried && !isComplete && (
            <Text size="sm" c="red" role="alert">
              Per reinviare servono il motivo e la spunta.
            </Text>
          )}
          <ProblemNotice problem={settle.problem} onClose={settle.forget} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Lascia com’è
            </Button>
            <Button type="submit" loading={settle.running}>
              {words.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
