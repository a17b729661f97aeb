import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { overridable } from '../../../../shared/domain/message/list-problem.ts';
import type { RowRefusal } from '../../../../shared/domain/message/preparation.ts';
import { sayRowRefusal } from '../../../../shared/wording/messages/preparation.ts';
import { Dialog } from '../../../components/dialog.tsx';
import type { Accepted } from './draft.ts';

/** What a person may say is right all the same; null for what nobody can. */
export function acceptable(refusal: RowRefusal): Omit<Accepted, 'reason'> | null {
  const code = overridable.find((one) => one === refusal.code);
  return code === undefined || !('value' in refusal)
    ? null
    : { row: refusal.row, code, value: refusal.value };
}

/** Asks why a value that looks wrong is right; the reason is kept with the campaign. */
export function AcceptDialog(props: {
  readonly refusal: RowRefusal;
  readonly onAccept: (accepted: Accepted) => void;
  readonly onClose: () => void;
}) {
  const { refusal, onAccept, onClose } = props;
  const [reason, setReason] = useState('');
  const value = acceptable(refusal);

  function accept(event: React.FormEvent): void {
    event.preventDefault();
    if (value === null || reason.trim() === '') return;
    onClose();
    onAccept({ ...value, reason: reason.trim() });
  }

  return (
    <Dialog
      onClose={onClose}
      title="È giusto così?"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi senza confermare' }}
    >
      <form onSubmit={accept} noValidate>
        <Stack gap="md">
          <Text size="sm">{sayRowRefusal(refusal)}</Text>
          <TextInput
            label="Perché è giusto"
            placeholder="per esempio: visto sulla tessera sanitaria"
            data-autofocus
            autoComplete="off"
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Lascia fuori la riga
            </Button>
            <Button type="submit" disabled={reason.trim() === ''}>
              Conferma e leggi di nuovo
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
