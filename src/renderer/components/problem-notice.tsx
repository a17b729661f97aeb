import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Problem } from '../../shared/contract/problems.ts';
import { voceOfProblem } from '../../shared/wording/guide/places.ts';
import { sayProblem } from '../../shared/wording/problems.ts';
import { useToldAbove } from '../state/shut-ledger.ts';
import { GuideLink } from './guide-link.tsx';

/** Foreseen bad news: what happened, what was not changed, what to do next; unless that stands above every screen. */
export function ProblemNotice(props: {
  readonly problem: Problem | null;
  readonly again?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
}) {
  const { problem, again, onClose } = props;
  const isToldAbove = useToldAbove(problem);
  if (problem === null || problem.code === 'cancelled' || isToldAbove) return null;
  const voce = voceOfProblem[problem.code];
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={20} aria-hidden="true" />}
      {...(onClose !== undefined && {
        withCloseButton: true,
        closeButtonLabel: 'Chiudi l’avviso',
        onClose,
      })}
    >
      <Group justify="space-between" align="center" gap="md">
        <Text size="sm">
          {sayProblem(problem)} {voce !== undefined && <GuideLink voce={voce}>Leggere nella guida</GuideLink>}
        </Text>
        {again !== undefined && (
          <Button size="xs" variant="default" onClick={again}>
            Riprova
          </Button>
        )}
      </Group>
    </Alert>
  );
}
