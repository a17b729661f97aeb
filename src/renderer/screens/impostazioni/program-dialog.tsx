import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { announceCopy, copyText } from '../../components/copy.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTask } from '../../state/use-task.ts';

/** A new program, and then its token: shown this once. */
export function ProgramDialog(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { opened, onClose } = props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Un programma nuovo"
      size="lg"
      transitionProps={{ duration: 0 }}
      // A slip beside the dialog must not lose the token.
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': 'Chiudi' }}
    >
      {opened && <ProgramForm onClose={onClose} />}
    </Modal>
  );
}

function ProgramForm({ onClose }: { readonly onClose: () => void }) {
  const task = useTask('programs.create');
  const [name, setName] = useState('');
  const [clear, setClear] = useState(false);
  const [tried, setTried] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const isMissing = name.trim() === '';

  async function create(): Promise<void> {
    setTried(true);
    if (isMissing) return;
    const told = await task.run({ name, clear });
    if (told.ok) setToken(told.value.token);
  }
  if (token !== null) return <Token token={token} onClose={onClose} />;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <Stack gap="md">
        <TextInput
          label="Nome"
          description="Per riconoscerlo quando si dovrà revocare."
          placeholder="per esempio Controllo di gestione"
          data-autofocus
          autoComplete="off"
          maxLength={60}
          value={name}
          error={tried && isMissing ? 'Manca il nome del programma.' : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox
          label="Vede chi paga, in chiaro"
          description="Nomi, codici fiscali e causali. Senza, li riceve mascherati e non può cercare una persona: di solito basta."
          checked={clear}
          onChange={(event) => setClear(event.currentTarget.checked)}
        />
        <ProblemNotice problem={task.problem} onClose={task.forget} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Lascia stare
          </Button>
          <Button type="submit" disabled={task.running}>
            Crea il token
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Token({ token, onClose }: { readonly token: string; readonly onClose: () => void }) {
  return (
    <Stack gap="md">
      <Text size="sm">
        Ecco il token, da incollare ora nel programma: chiuso questo riquadro non si vedrà più, perché qui ne
        resta solo l’impronta.
      </Text>
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <TextInput
          label="Token"
          readOnly
          value={token}
          style={{ flex: 1 }}
          classNames={{ input: 'code' }}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          autoFocus
          leftSection={<IconCopy size={17} aria-hidden="true" />}
          onClick={() => void copyText(token).then(announceCopy)}
        >
          Copia
        </Button>
      </Group>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          L’ho conservato
        </Button>
      </Group>
    </Stack>
  );
}
