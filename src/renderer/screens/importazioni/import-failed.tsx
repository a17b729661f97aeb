import { Button, Group } from '@mantine/core';
import type { Problem } from '../../../shared/contract/problems.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/page.tsx';
import { useImporting } from '../../state/importing.tsx';
import { useKeys } from '../../components/use-keys.ts';

/** The whole import went wrong; a single refused document is in the report instead. */
export function ImportFailed({ problem, again }: { readonly problem: Problem; readonly again: boolean }) {
  const { close, retry } = useImporting();
  useKeys({ onEscape: close });
  return (
    <Sheet title="L’importazione non è riuscita">
      <ProblemNotice problem={problem} />
      <Group mt="md" gap="xs">
        {again && (
          <Button autoFocus onClick={() => void retry()}>
            Riprova
          </Button>
        )}
        <Button variant="default" autoFocus={!again} onClick={close}>
          {again ? 'Lascia perdere' : 'Chiudi'}
        </Button>
      </Group>
    </Sheet>
  );
}
