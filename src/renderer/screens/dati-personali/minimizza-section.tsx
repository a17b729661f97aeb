import { Alert, Button, Checkbox, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import { italianDay, many, sayMoment } from '../../../shared/wording/figures.ts';
import { minimisedText } from '../../../shared/wording/personal-data.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Subject } from '../../components/subject.tsx';
import { usePreference } from '../../state/preferences.tsx';
import { useTask } from '../../state/use-task.ts';
import { CopiesList } from './copies-list.tsx';

type State = Output<'privacy.read'>;

/** Names go after some years; nothing goes by itself. */
export function MinimizzaSection(props: {
  readonly copies: State['copies'];
  readonly done: State['minimisations'];
  readonly onDone: () => void;
}) {
  const [years, setYears] = usePreference<number | null>('minimizza-anni', (kept) =>
    typeof kept === 'number' ? kept : null,
  );
  const [counted, setCounted] = useState<Output<'minimise.preview'> | null>(null);
  const [asking, setAsking] = useState(false);
  const preview = useTask('minimise.preview');
  const last = props.done[0];

  async function count(wanted: number): Promise<void> {
    setCounted(null);
    const told = await preview.run({ years: wanted });
    if (told.ok) setCounted(told.value);
  }

  return (
    <Subject
      name="minimizzazione"
      title="Minimizzazione"
      about="Dopo un certo numero di anni, da ciò che è tutto sistemato si tolgono nomi, codici fiscali, causali e note; importi, date e IUV restano, e con loro tutti i pallini. È spenta finché non si sceglie un numero: 10 anni, se il massimario di scarto dell’ente non dice altro. Non avviene mai da sola."
    >
      <Group gap="sm" align="flex-end">
        <NumberInput
          label="Anni da tenere per intero"
          placeholder="spenta"
          min={1}
          max={100}
          allowDecimal={false}
          allowNegative={false}
          w={230}
          value={years ?? ''}
          onChange={(value) => {
            setCounted(null);
            setYears(typeof value === 'number' && value >= 1 && value <= 100 ? value : null);
          }}
        />
        <Button
          variant="default"
          disabled={years === null || preview.running}
          onClick={() => years !== null && void count(years)}
        >
          {preview.running ? 'Si conta…' : 'Conta che cosa cambierebbe'}
        </Button>
      </Group>
      <ProblemNotice problem={preview.problem} onClose={preview.forget} />
      <div role="status">
        {counted !== null && (
          <Stack gap="sm" align="flex-start">
            <Text size="sm">{minimisedText(counted, false)}</Text>
            {isSomething(counted) && (
              <Button color="red" variant="light" onClick={() => setAsking(true)}>
                Minimizza…
              </Button>
            )}
          </Stack>
        )}
      </div>
      {last !== undefined && (
        <Text size="sm" c="dimmed">
          L’ultima volta: {sayMoment(last.madeAt)}, di {last.author}, fino al {italianDay(last.before)}.
        </Text>
      )}
      {years !== null && (
        <Confirm
          opened={asking}
          years={years}
          copies={props.copies}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            setCounted(null);
            props.onDone();
          }}
        />
      )}
    </Subject>
  );
}

function isSomething({
  receipts,
  positions,
  movements,
  messages,
  notes,
}: Output<'minimise.preview'>): boolean {
  return receipts + positions + movements + messages + notes > 0;
}

function Confirm(props: {
  readonly opened: boolean;
  readonly years: number;
  readonly copies: State['copies'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { opened, years, copies, onClose, onDone } = props;
  const [dropCopies, setDropCopies] = useState(false);
  const task = useTask('minimise.run');
  async function minimise(): Promise<void> {
    const told = await task.run({ years, dropCopies });
    if (told.ok) onDone();
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Minimizzare ciò che ha più di ${many(years, 'anno', 'anni')}?`}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi senza minimizzare' }}
    >
      <Stack gap="md">
        <Alert color="orange" variant="light" title="Non si annulla">
          <Text size="sm">
            I nomi tornano soltanto ripristinando una copia fatta prima. Importando di nuovo lo stesso file
            non tornano: il programma lo riconosce.
          </Text>
        </Alert>
        {copies.length > 0 && <CopiesList copies={copies} />}
        <Checkbox
          checked={dropCopies}
          onChange={(event) => setDropCopies(event.currentTarget.checked)}
          label="Elimina anche le copie precedenti, dopo averne fatta una nuova"
        />
        <ProblemNotice problem={task.problem} onClose={task.forget} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Lascia com’è
          </Button>
          <Button color="red" disabled={task.running} onClick={() => void minimise()}>
            {task.running ? 'Minimizzazione in corso…' : 'Minimizza'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
