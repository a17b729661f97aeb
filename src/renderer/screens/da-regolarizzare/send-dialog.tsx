import { useState } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { Problem } from '../../../shared/contract/problems.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { Dialog } from '../../components/dialog.tsx';
import { NoteField } from '../../components/decision-dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useDecisions, type DecisionToMake } from '../../state/decisions.tsx';
import { canBeSent, type Regularisation } from './reading.ts';

/** Says that the ragioneria has these proposals; what was sent or is done is left out, and said. */
export function SendDialog(props: {
  readonly rows: readonly Regularisation[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { rows, onDone, onClose } = props;
  const { makeAll } = useDecisions();
  const [note, setNote] = useState('');
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const wanted = rows.filter(canBeSent);
  const left = rows.length - wanted.length;
  const doubtful = wanted.filter(({ parts }) => parts.some(({ reason }) => reason !== null)).length;
  const cents = wanted.reduce((sum, row) => sum + row.openCents, 0);

  async function send(): Promise<void> {
    setRunning(true);
    const told = await makeAll(
      wanted.map((row) => toDecision(row, note)),
      wanted.length === 1
        ? 'Proposta segnata come inviata.'
        : `${wanted.length} proposte segnate come inviate.`,
    );
    setRunning(false);
    if (!told.ok) return setProblem(told.problem);
    onDone();
    onClose();
  }

  return (
    <Dialog
      onClose={onClose}
      title="Segna come inviata alla ragioneria"
      closeButtonProps={{ 'aria-label': 'Chiudi senza segnare' }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="md">
          <Text size="sm">
            {wanted.length === 0
              ? 'Nessuna di queste proposte si può inviare: sono già state inviate, o sono già regolarizzate.'
              : `Si segna che la ragioneria ha ${many(wanted.length, 'proposta', 'proposte')} per ${euro(cents)}. Il programma non le manda: tiene a mente chi, quando e con quali importi.`}
          </Text>
          {left > 0 && wanted.length > 0 && (
            <Text size="sm">
              {left === 1
                ? 'Una è già stata inviata o regolarizzata: resta com’è.'
                : `${left} sono già state inviate o regolarizzate: restano come sono.`}
            </Text>
          )}
          {doubtful > 0 && (
            <Text size="sm">
              {doubtful === 1
                ? 'Una ha una parte senza capitolo, da chiarire o di altri.'
                : `${doubtful} hanno parti senza capitolo, da chiarire o di altri.`}
            </Text>
          )}
          <NoteField label="Nota" value={note} onChange={setNote} focus />
          <ProblemNotice problem={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Lascia com’è
            </Button>
            <Button type="submit" loading={running} disabled={wanted.length === 0}>
              Segna come inviata
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function toDecision({ esercizio, numero, conto, parts }: Regularisation, note: string): DecisionToMake {
  return {
    kind: 'sent',
    provvisorio: { esercizio, numero, conto },
    parts: parts.map(({ capitolo: _capitolo, accertamento: _accertamento, ...part }) => part),
    note,
  };
}
