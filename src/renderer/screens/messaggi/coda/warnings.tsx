import { Stack } from '@mantine/core';
import { IconAlertTriangle, IconClockExclamation, IconFlask, IconKey, IconLock } from '@tabler/icons-react';
import type { Output } from '../../../../shared/contract/api.ts';
import { judgeClock } from '../../../../shared/domain/message/clock.ts';
import { sayKeysState } from '../../../../shared/wording/messages/keys.ts';
import {
  sayClockApart,
  sayKeysMissing,
  testModeSentence,
} from '../../../../shared/wording/messages/queue.ts';
import { refusedServices } from '../../../../shared/wording/messages/reasons.ts';
import { useApi } from '../../../state/api.tsx';
import { addressOf } from '../../../state/route.ts';
import { Notice } from '../notice.tsx';
import { nameOfService, type MessageService } from '../service.ts';
import { UnlockForm } from '../unlock-form.tsx';

/** What a person should know, or put right, before sending. */
export function Warnings(props: {
  readonly outbox: Output<'outbox.read'>;
  readonly services: readonly MessageService[];
  readonly again: () => void;
}) {
  const { outbox, services, again } = props;
  const { ledger } = useApi();
  const { vault, skewMs, testMode } = outbox;
  const isLocked = vault.lock === 'locked';
  const waiting = services.filter((service) => service.waiting > 0);
  const keyless = waiting.filter(({ key }) => key === null);
  const held = services.filter((service) => service.hold !== null && service.waiting > 0);
  const isApart = skewMs !== null && judgeClock(skewMs) !== 'fine';
  if (!testMode && !isApart && !isLocked && keyless.length + held.length === 0) return null;
  const toServices = (
    <a href={addressOf({ ledger, screen: 'messaggi', ask: { parte: 'servizi' } })}>Servizi e chiavi</a>
  );
  return (
    <Stack gap="sm">
      {testMode && (
        <Notice tone="plain" icon={IconFlask}>
          {testModeSentence}
        </Notice>
      )}
      {isApart && (
        <Notice tone="warning" icon={IconClockExclamation}>
          {sayClockApart(skewMs)}
        </Notice>
      )}
      {isLocked && (
        <Notice tone="warning" icon={IconLock}>
          <span>{sayKeysState(vault)}</span>
          {vault.slots.includes('passphrase') && <UnlockForm onOpen={again} />}
        </Notice>
      )}
      {!isLocked && keyless.length > 0 && (
        <Notice tone="warning" icon={IconKey}>
          <span>
            {sayKeysMissing(keyless.map(nameOfService))} Incollarla in {toServices}.
          </span>
        </Notice>
      )}
      {held.map((service) => (
        <Notice key={service.id} tone="problem" icon={IconAlertTriangle}>
          <span>
            <strong>{nameOfService(service)}.</strong>{' '}
            {service.hold !== null && refusedServices[service.hold.why]} Vai a {toServices}.
          </span>
        </Notice>
      ))}
    </Stack>
  );
}
