import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import type { Problem } from '../../shared/contract/problems.ts';
import { Dialog } from './dialog.tsx';
import { useDecisions, type DecisionToMake } from '../state/decisions.tsx';
import { ProblemNotice } from './problem-notice.tsx';

/** What is asked of a person before something is decided. */
export function DecisionDialog(props: {
  readonly title: string;
  /** What will follow from it. */
  readonly sentence: ReactNode;
  readonly confirm: string;
  /** Null while something is missing. */
  readonly decision: DecisionToMake | null;
  /** Said once it is done. */
  readonly done: string;
  readonly size?: string;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) {
  const { decision, onClose } = props;
  const { make } = useDecisions();
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sentence = useId();

  async function decide(): Promise<void> {
    if (decision === null || running) return;
    setRunning(true);
    const told = await make(decision, props.done);
    setRunning(false);
    if (told.ok) onClose();
    else setProblem(told.problem);
  }

  return (
    <Dialog
      onClose={onClose}
      title={props.title}
      size={props.size ?? 'md'}
      closeButtonProps={{ 'aria-label': 'Chiudi senza decidere' }}
      aria-describedby={sentence}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void decide();
        }}
      >
        <Stack gap="md">
          <Text size="sm" id={sentence} component="div">
            {props.sentence}
          </Text>
          {props.children}
          <ProblemNotice problem={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Lascia com’è
            </Button>
            <Button type="submit" loading={running} disabled={decision === null}>
              {props.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** The remark beside a decision. */
export function NoteField(props: {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly required?: boolean;
  readonly max?: number;
  readonly rows?: number;
  readonly focus?: boolean;
  readonly onChange: (text: string) => void;
}) {
  const { value, required = false, max = 2_000, rows = 2, focus = false } = props;
  const common = {
    label: props.label,
    description: props.description,
    value,
    required,
    maxLength: max,
    'data-autofocus': focus || undefined,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      props.onChange(event.currentTarget.value),
  };
  return rows === 1 ? (
    <TextInput {...common} autoComplete="off" />
  ) : (
    <Textarea {...common} autosize minRows={rows} maxRows={8} />
  );
}
