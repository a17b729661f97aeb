import { Button, Group, Stack, Text } from '@mantine/core';
import type { Problem } from '../../../../shared/contract/problems.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import type { DraftLack } from './draft.ts';
import { sayLacks } from './step-words.ts';
import type { Preparation } from './use-preparation.ts';

/** Reads the list: nothing is sent by it, and it may be done again after every change. */
export function PrepareBar(props: {
  readonly preparation: Preparation;
  readonly lacks: readonly DraftLack[];
  readonly prepared: boolean;
  /** What is shown below is of what is chosen above. */
  readonly fresh: boolean;
  readonly onPrepare: () => void;
  readonly onMap: () => void;
}) {
  const { preparation, lacks, prepared, fresh, onPrepare, onMap } = props;
  const { running, handing, problem, draft } = preparation;
  if (fresh && problem === null) return null;
  return (
    <Stack gap="sm">
      <ProblemNotice problem={problem} />
      <Group gap="sm">
        <Button
          loading={running}
          disabled={lacks.length > 0 || handing !== null}
          variant={fresh ? 'default' : 'filled'}
          onClick={onPrepare}
        >
          {prepared ? 'Leggi di nuovo l’elenco' : 'Leggi l’elenco'}
        </Button>
        {isOfColumns(problem) && draft.list !== null && (
          <Button variant="default" onClick={onMap}>
            Abbina le colonne…
          </Button>
        )}
        <Text size="sm" c="dimmed" role="status">
          {sayWhy(lacks, prepared)}
        </Text>
      </Group>
    </Stack>
  );
}

function sayWhy(lacks: readonly DraftLack[], prepared: boolean): string {
  if (lacks.length > 0) return `Prima serve ${sayLacks(lacks)}.`;
  return prepared
    ? 'Le scelte sono cambiate: quello che segue è di prima.'
    : 'Si controlla ogni riga e si prepara un messaggio per ognuna. Non parte niente.';
}

/** A person can put it right by saying what the columns are. */
function isOfColumns(problem: Problem | null): boolean {
  return (
    problem?.code === 'list-refused' &&
    (problem.problem.code === 'list-columns-shifted' ||
      (problem.problem.code === 'list-column-missing' && problem.problem.needed === 'person'))
  );
}
