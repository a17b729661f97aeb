import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useTask } from '../../../state/use-task.ts';
import { nameOfTitle, withTitle } from './check-text.ts';
import type { TemplateRow } from './template-list.tsx';

/** Makes a text of the office's own of another one, as it stands on the page. */
export function DuplicateDialog(props: {
  readonly template: TemplateRow;
  readonly text: string;
  readonly names: readonly string[];
  readonly onDone: (name: string) => void;
  readonly onClose: () => void;
}) {
  const { template, text, names, onDone, onClose } = props;
  const [title, setTitle] = useState(`${template.title} (copia)`);
  const save = useTask('templates.save');

  async function keep(event: React.FormEvent): Promise<void> {
    event.preventDefault();
    const written = title.trim();
    if (written === '' || save.running) return;
    const told = await save.run({ name: nameOfTitle(written, names), text: withTitle(text, written) });
    if (!told.ok) return;
    onClose();
    onDone(told.value.name);
  }

  return (
    <Dialog
      onClose={onClose}
      title="Duplica il modello"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi senza duplicare' }}
    >
      <form onSubmit={(event) => void keep(event)} noValidate>
        <Stack gap="md">
          <TextInput
            label="Nome del modello nuovo"
            data-autofocus
            autoComplete="off"
            maxLength={90}
            value={title}
            error={title.trim() === '' ? 'Manca il nome.' : null}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <ProblemNotice problem={save.problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Lascia perdere
            </Button>
            <Button type="submit" loading={save.running} disabled={title.trim() === ''}>
              Duplica
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
