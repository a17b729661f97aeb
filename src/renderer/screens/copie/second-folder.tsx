import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Sheet } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTask } from '../../state/use-task.ts';

/** A second folder, on another disk: a copy beside the ledger goes with the disk. */
export function SecondFolder({ folder }: { readonly folder: string | null }) {
  const write = useTask('backups.settings');
  const [draft, setDraft] = useState(folder ?? '');
  const [kept, setKept] = useState(folder);
  const wanted = draft.trim() === '' ? null : draft.trim();

  async function keep(): Promise<void> {
    const told = await write.run({ secondFolder: wanted });
    if (told.ok) setKept(told.value.secondFolder);
  }
  return (
    <Sheet title="Una seconda cartella">
      <Text size="sm" c="dimmed" mb="sm">
        Ogni copia si fa anche qui: una cartella condivisa dell’ufficio, o un altro disco. Se il computer si
        guasta, queste restano. Se la cartella non risponde, il lavoro continua e lo si dice.
      </Text>
      <Group align="flex-end" gap="sm">
        <TextInput
          label="Cartella"
          placeholder="per esempio S:\Copie Tre Pallini"
          autoComplete="off"
          spellCheck={false}
          classNames={{ input: 'code' }}
          w={360}
          maw="100%"
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <Button variant="default" disabled={wanted === kept || write.running} onClick={() => void keep()}>
          {wanted === null ? 'Togli' : 'Usa questa cartella'}
        </Button>
      </Group>
      <ProblemNotice problem={write.problem} onClose={write.forget} />
    </Sheet>
  );
}
