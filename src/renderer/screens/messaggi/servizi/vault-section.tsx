import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { sayKeysState, saySetAside } from '../../../../shared/wording/messages/keys.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { Subject } from '../../../components/subject.tsx';
import { useTask } from '../../../state/use-task.ts';
import { Notice } from '../notice.tsx';
import { UnlockForm } from '../unlock-form.tsx';
import type { Vault } from './keep.ts';
import { noPassphrase, PassphraseFields, passphraseComplaint } from './passphrase-fields.tsx';

/** The place where the keys are: open or closed, and what opens it. */
export function VaultSection(props: { readonly vault: Vault; readonly again: () => void }) {
  const { vault, again } = props;
  const lock = useTask('keys.lock');
  const [asks, setAsks] = useState(false);
  const [setAside, setSetAside] = useState<string | null>(null);
  const hasPhrase = vault.slots.includes('passphrase');
  const isLocked = vault.lock === 'locked';
  return (
    <Subject
      name="custodia"
      title="Custodia delle chiavi"
      about="Le chiavi salvate stanno cifrate su questo computer, fuori dall’archivio: chi copia l’archivio non le ha. Una frase d’accesso serve dove il sistema operativo non sa proteggerle, o per usarle anche dai comandi."
    >
      <Text size="sm" role="status">
        {sayKeysState(vault)}
      </Text>
      {isLocked && hasPhrase && <UnlockForm onOpen={again} />}
      {setAside !== null && (
        <Notice tone="warning" icon={IconAlertTriangle}>
          {saySetAside(setAside)}
        </Notice>
      )}
      <Group gap="sm">
        {(!isLocked || vault.slots.length === 0) && (
          <Button variant="default" size="sm" onClick={() => setAsks(true)}>
            {hasPhrase ? 'Cambia la frase d’accesso…' : 'Imposta una frase d’accesso…'}
          </Button>
        )}
        {vault.lock === 'open' && hasPhrase && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconLock size={16} aria-hidden="true" />}
            data-tip="Anche le chiavi di questa sessione si dimenticano"
            loading={lock.running}
            onClick={() => void lock.run({}).then(again)}
          >
            Chiudi le chiavi
          </Button>
        )}
      </Group>
      <ProblemNotice problem={lock.problem} onClose={lock.forget} />
      {asks && (
        <PassphraseDialog
          wantsOld={hasPhrase}
          onClose={() => setAsks(false)}
          onDone={(aside) => {
            setSetAside(aside);
            setAsks(false);
            again();
          }}
        />
      )}
    </Subject>
  );
}

function PassphraseDialog(props: {
  readonly wantsOld: boolean;
  readonly onDone: (setAside: string | null) => void;
  readonly onClose: () => void;
}) {
  const task = useTask('keys.passphrase');
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState(noPassphrase);
  const [tried, setTried] = useState(false);

  async function keep(): Promise<void> {
    setTried(true);
    if (passphraseComplaint(fresh) !== null || task.running) return;
    const told = await task.run({ old: props.wantsOld ? old : null, passphrase: fresh.passphrase });
    setOld('');
    if (told.ok) props.onDone(told.value.setAside);
  }
  return (
    <Dialog
      onClose={props.onClose}
      title={props.wantsOld ? 'Cambiare la frase d’accesso' : 'Una frase d’accesso'}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi senza cambiare' }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <Stack gap="md">
          {props.wantsOld && (
            <PasswordInput
              label="Frase di adesso"
              data-autofocus
              autoComplete="off"
              maxLength={1_000}
              value={old}
              visibilityToggleButtonProps={{ 'aria-label': 'Mostra o nascondi la frase', tabIndex: 0 }}
              onChange={(event) => setOld(event.currentTarget.value)}
            />
          )}
          <PassphraseFields value={fresh} tried={tried} onChange={setFresh} />
          <ProblemNotice problem={task.problem} onClose={task.forget} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={props.onClose}>
              Lascia com’è
            </Button>
            <Button type="submit" loading={task.running}>
              Usa questa frase
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
