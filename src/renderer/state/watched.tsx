import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { WatchNotice } from '../../shared/contract/events.ts';
import { isWorry, sayWatchNotice } from '../../shared/wording/watch.ts';

/** Nobody asked for it: what went well goes by itself, what somebody must look at stays. */
export function announceWatched(notice: WatchNotice): void {
  const worry = isWorry(notice);
  notifications.show({
    message: (
      <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
        {sayWatchNotice(notice)}
      </Text>
    ),
    color: worry ? 'red' : 'blu',
    autoClose: worry ? false : 8_000,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': 'Chiudi l’avviso' },
  });
}
