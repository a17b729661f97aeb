import { Badge } from '@mantine/core';
import { useQuestion } from '../../state/use-question.ts';

/** How many messages wait for a person’s decision; nothing when none does. */
export function UncertainCount() {
  const count = useQuestion('outbox.read', {}).value?.byState.uncertain ?? 0;
  if (count === 0) return null;
  return (
    <Badge ml={8} size="sm" color="red" variant="filled">
      {count.toLocaleString('it-IT')}
      <span className="visually-hidden"> da decidere</span>
    </Badge>
  );
}
