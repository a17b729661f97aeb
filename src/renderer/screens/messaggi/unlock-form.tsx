import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTask } from '../../state/use-task.ts';

/** Opens the kept keys with the passphrase, which stays nowhere. */
export function UnlockForm(props: { readonly focus?: boolean; readonly onOpen: () => void }) {
  const unlock = useTask('keys.unlock');
  const [passphrase, setPassphrase] = useState('');

  async function open(): Promise<void> {
    if (passphrase === '' || unlock.running) return;
    const told = await unlock.run({ passphrase });
    setPassphrase('');
    if (told.ok) props.onOpen();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <Stack gap="xs">
        <Group gap="sm" align="flex-end">
          <PasswordInput
            label="Frase d’accesso"
            w={300}
            autoComplete="off"
            data-autofocus={props.focus || undefined}
            maxLength={1_000}
            value={passphrase}
            visibilityToggleButtonProps={{ 'aria-label': 'Mostra o nascondi la frase', tabIndex: 0 }}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <Button type="submit" loading={unlock.running} disabled={passphrase === ''}>
            Apri le chiavi
          </Button>
        </Group>
        <ProblemNotice problem={unlock.problem} onClose={unlock.forget} />
      </Stack>
    </form>
  );
}
