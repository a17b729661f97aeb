import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { many, sayCount } from '../../../../shared/wording/figures.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useTask } from '../../../state/use-task.ts';
import { countIn, withdrawable, type Campaign } from './states.ts';

/** Asks before what did not leave is taken back, and says how much that is. */
export function WithdrawDialog(props: { readonly campaign: Campaign; readonly onClose: () => void }) {
  const { campaign, onClose } = props;
  const { id, name, byState } = campaign;
  const withdraw = useTask('campaigns.withdraw');
  const count = countIn(byState, withdrawable);
  const gone = countIn(byState) - count - countIn(byState, ['cancelled']);

  async function run(): Promise<void> {
    const told = await withdraw.run({ id });
    if (!told.ok) return;
    notifications.show({
      message: `Ritirata «${name}»: ${many(count, 'messaggio', 'messaggi')}.`,
      color: 'blu',
    });
    onClose();
  }

  return (
    <Dialog
      onClose={onClose}
      title="Ritirare la campagna?"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi' }}
    >
      <Stack gap="md">
        <Text size="sm">
          {count === 1 ? 'Un messaggio di' : `${sayCount(count)} messaggi di`} «{name}» non{' '}
          {count === 1 ? 'partirà' : 'partiranno'} più. Le stesse persone si possono preparare di nuovo.
        </Text>
        {gone > 0 && (
          <Text size="sm">
            {gone === 1 ? 'Un altro è già partito' : `Altri ${sayCount(gone)} sono già partiti`} e non si
            possono richiamare: per rimediare c’è l’errata corrige.
          </Text>
        )}
        <ProblemNotice problem={withdraw.problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            Lascia com’è
          </Button>
          <Button color="red" loading={withdraw.running} onClick={() => void run()}>
            Ritira {many(count, 'messaggio', 'messaggi')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
