import { Button, Checkbox, Group, List, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import { many, sayMoment } from '../../../shared/wording/figures.ts';
import { sayWhatLeft } from '../../../shared/wording/what-left.ts';
import { sayProgress } from '../../../shared/wording/progress.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTask } from '../../state/use-task.ts';
import { sayKinds } from './report-words.ts';

type What =
  | { readonly of: 'drop'; readonly drop: Output<'drops.list'>['rows'][number] }
  | { readonly of: 'document'; readonly document: Output<'documents.list'>['rows'][number] };

/** Asks before papers are taken back, says what goes with them, and takes them back. */
export function UndoDialog(props: {
  readonly what: What;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The papers are gone and the dialog too: the place to put the focus. */
  readonly onDone: () => void;
}) {
  const { what, opened, onClose, onDone } = props;
  const dropTask = useTask('drops.undo');
  const documentTask = useTask('documents.undo');
  const task = what.of === 'drop' ? dropTask : documentTask;
  const done = useRef(false);
  const [seen, setSeen] = useState(false);
  const left = task.problem?.code === 'already-left' ? task.problem.left : null;

  async function undo(): Promise<void> {
    const anyway = left !== null && seen;
    const told =
      what.of === 'drop'
        ? await dropTask.run({ importedAt: what.drop.importedAt, anyway })
        : await documentTask.run({ id: what.document.id, anyway });
    setSeen(false);
    if (!told.ok) return;
    done.current = true;
    onClose();
    notifications.show({ message: sayDone(what), color: 'blu' });
  }

  return (
    <Modal
      opened={opened}
      onClose={() => {
        if (task.running) task.cancel();
        else {
          task.forget();
          setSeen(false);
          onClose();
        }
      }}
      onExitTransitionEnd={() => {
        if (done.current) onDone();
        done.current = false;
      }}
      title={what.of === 'drop' ? 'Annullare tutta l’importazione?' : 'Annullare questo documento?'}
      closeButtonProps={{ 'aria-label': 'Chiudi' }}
      size="lg"
    >
      <Stack gap="sm">
        <Text size="sm">{sayWhatGoes(what)}</Text>
        <Text size="sm">
          Pagamenti, flussi e provvisori vengono ricalcolati come se non ci fossero mai stati; le decisioni
          prese a mano e gli altri documenti restano. Gli stessi file si possono importare di nuovo in
          qualunque momento.
        </Text>
        {left === null ? (
          <ProblemNotice problem={task.problem} />
        ) : (
          <div role="alert">
            <Text size="sm" fw={600}>
              Di queste carte qualcosa è già uscito, e annullare non lo richiama:
            </Text>
            <List size="sm" my="xs" withPadding>
              {sayWhatLeft(left).map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
            <Checkbox
              label="Ho visto che cosa è già uscito"
              checked={seen}
              onChange={(event) => setSeen(event.currentTarget.checked)}
            />
          </div>
        )}
        <Group justify="flex-end" gap="xs">
          <Text size="sm" c="dimmed" role="status" flex={1}>
            {task.running && (task.progress === null ? 'Un momento…' : sayProgress(task.progress))}
          </Text>
          <Button variant="default" data-autofocus onClick={task.running ? task.cancel : onClose}>
            {task.running ? 'Fermati' : 'Lascia com’è'}
          </Button>
          <Button
            color="red"
            loading={task.running}
            disabled={left !== null && !seen}
            onClick={() => void undo()}
          >
            {left !== null
              ? 'Annulla comunque'
              : what.of === 'drop'
                ? 'Annulla l’importazione'
                : 'Annulla il documento'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function sayWhatGoes(what: What): string {
  if (what.of === 'document')
    return `Si toglie dal registro «${what.document.name}», con tutto quello che dice.`;
  const { drop } = what;
  const standing = drop.documents - drop.undone;
  const kinds = drop.undone === 0 ? sayKinds(drop.kinds) : many(standing, 'documento', 'documenti');
  return `Si toglie dal registro quello che è entrato il ${sayMoment(drop.importedAt)}: ${kinds}.`;
}

function sayDone(what: What): string {
  return what.of === 'drop'
    ? `Importazione del ${sayMoment(what.drop.importedAt)} annullata.`
    : `Documento «${what.document.name}» annullato.`;
}
