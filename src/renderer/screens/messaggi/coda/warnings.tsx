import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconClockExclamation, IconFlask, IconKey, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
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
import { useQuestion } from '../../../state/use-question.ts';
import { nameOfService } from '../service-name.ts';
import { UnlockForm } from '../unlock-form.tsx';

/** What a person should know, or put right, before sending. */
export function Warnings(props: {
  readonly outbox: Output<'outbox.read'>;
  readonly turn: number;
  readonly again: () => void;
}) {
  const { outbox, again } = props;
  const { ledger } = useApi();
  const services = useQuestion('messages.services', {}, props.turn).value?.services ?? [];
  const { vault, skewMs, testMode } = outbox;
  const isLocked = vault.lock === 'locked';
  const waiting = services.filter((service) => service.waiting > 0);
  const keyless = waiting.filter(({ key }) => key === null);
  const held = services.filter((service) => service.hold !== null && service.waiting > 0);
  const toServices = (
    <a href={addressOf({ ledger, screen: 'messaggi', ask: { parte: 'servizi' } })}>Servizi e chiavi</a>
  );
  return (
    <Stack gap="sm">
      {testMode && (
        <Notice color="blu" icon={<IconFlask size={20} aria-hidden="true" />}>
          {testModeSentence}
        </Notice>
      )}
      {skewMs !== null && judgeClock(skewMs) !== 'fine' && (
        <Notice color="orange" icon={<IconClockExclamation size={20} aria-hidden="true" />}>
          {sayClockApart(skewMs)}
        </Notice>
      )}
      {isLocked && (
        <Notice color="orange" icon={<IconLock size={20} aria-hidden="true" />}>
          {sayKeysState(vault)}
          {vault.slots.includes('passphrase') && <UnlockForm onOpen={again} />}
        </Notice>
      )}
      {!isLocked && keyless.length > 0 && (
        <Notice color="orange" icon={<IconKey size={20} aria-hidden="true" />}>
          {sayKeysMissing(keyless.map(nameOfService))} Incollarla in {toServices}.
        </Notice>
      )}
      {held.map((service) => (
        <Notice key={service.id} color="red" icon={<IconAlertTriangle size={20} aria-hidden="true" />}>
          <strong>{nameOfService(service)}.</strong>{' '}
          {service.hold !== null && refusedServices[service.hold.why]} Si rimedia in {toServices}.
        </Notice>
      ))}
    </Stack>
  );
}

function Notice(props: { readonly color: string; readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <Alert variant="light" color={props.color} icon={props.icon} role="note">
      <Text size="sm" component="div">
        {props.children}
      </Text>
    </Alert>
  );
}
