import { Skeleton, Stack, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { beginRotation, type Rotation } from '../../../../shared/domain/message/rotation.ts';
import { Sheet } from '../../../components/page.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useApi } from '../../../state/api.tsx';
import { usePreference } from '../../../state/preferences.tsx';
import { addressOf } from '../../../state/route.ts';
import { useQuestion } from '../../../state/use-question.ts';
import { DemoNote } from '../demo-note.tsx';
import type { PartProps } from '../messaggi-screen.tsx';
import { nameOfService, type MessageService } from '../service.ts';
import { sameKeep, type Vault } from './keep.ts';
import { PaidListsSection } from './paid-lists-section.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { RotationDialog } from './rotation-dialog.tsx';
import { readRotation, rotationPreference } from './rotation-kept.ts';
import { ServiceCard, type ServiceAct } from './service-card.tsx';
import { partOf, withPart } from './service-part.ts';
import classes from './servizi.module.css';
import { SettingsSection } from './settings-section.tsx';
import { PartDialog, RemoveDialog, TestDialog } from './small-dialogs.tsx';
import { useMessageSettings, type MessageSettingsDesk } from './use-message-settings.ts';
import { VaultSection } from './vault-section.tsx';

/** The services as IO knows them, their keys, and how messages leave. */
export function Servizi(_props: PartProps) {
  const { ledger } = useApi();
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const { value, problem } = useQuestion('messages.services', {}, turn);
  const desk = useMessageSettings();
  if (value === null || desk.settings === null)
    return (
      <Stack gap="md">
        <ProblemNotice problem={problem ?? desk.problem} again={again} />
        {problem === null && desk.problem === null && <Skeleton height={220} aria-hidden="true" />}
      </Stack>
    );
  const { services, vault } = value;
  return (
    <Stack gap="md" className={classes['servizi'] ?? ''}>
      {ledger === 'demo' && <DemoNote />}
      {services.length === 0 && <NoServices />}
      {services.map((service) => (
        <Service key={service.id} service={service} vault={vault} desk={desk} again={again} />
      ))}
      {ledger === 'own' && <VaultSection vault={vault} again={again} />}
      <SettingsSection desk={desk} />
      <PaidListsSection
        services={services.map((service) => ({ id: service.id, name: nameOfService(service) }))}
      />
    </Stack>
  );
}

function NoServices() {
  const { ledger } = useApi();
  return (
    <Sheet>
      <Text size="sm">
        Ancora nessun servizio: TARI, mensa e gli altri si indicano nelle{' '}
        <a href={addressOf({ ledger, screen: 'impostazioni', ask: { sezione: 'servizi' } })}>Impostazioni</a>,
        e qui ricevono la loro chiave.
      </Text>
    </Sheet>
  );
}

/** A service with the dialog that is open for it. */
function Service(props: {
  readonly service: MessageService;
  readonly vault: Vault;
  readonly desk: MessageSettingsDesk;
  readonly again: () => void;
}) {
  const { service, vault, desk, again } = props;
  const [act, setAct] = useState<ServiceAct | null>(null);
  const [rotation, remember] = useRotation(service.id);
  const { id, key } = service;
  const name = nameOfService(service);
  const close = (): void => setAct(null);
  if (desk.settings === null) return null;
  const part = partOf(desk.settings, id);
  const begun =
    rotation ?? (key === null || key.tag === null ? null : beginRotation(key.which ?? 'primary', key.tag));
  return (
    <>
      <ServiceCard service={service} part={part} rotating={rotation !== null} onAct={setAct} />
      {act === 'paste' && (
        <PasteDialog
          service={id}
          name={name}
          inUse={key?.which ?? null}
          vault={vault}
          again={again}
          onClose={close}
        />
      )}
      {act === 'test' && <TestDialog service={id} name={name} onClose={close} />}
      {act === 'remove' && <RemoveDialog service={id} name={name} again={again} onClose={close} />}
      {act === 'edit' && (
        <PartDialog
          name={name}
          part={part}
          onClose={close}
          onKeep={(next) => {
            close();
            void desk.change((before) => withPart(before, next)).then(again);
          }}
        />
      )}
      {act === 'rotate' && begun !== null && key !== null && (
        <Rotating
          begun={begun}
          service={service}
          keep={sameKeep(key.source, vault)}
          remember={remember}
          again={again}
          onPaste={() => setAct('paste')}
          onClose={close}
        />
      )}
    </>
  );
}

/** Keeps showing the last step, which is remembered no more. */
function Rotating(props: {
  readonly begun: Rotation;
  readonly service: MessageService;
  readonly keep: ReturnType<typeof sameKeep>;
  readonly remember: (rotation: Rotation) => void;
  readonly again: () => void;
  readonly onPaste: () => void;
  readonly onClose: () => void;
}) {
  const [rotation, setRotation] = useState(props.begun);
  return (
    <RotationDialog
      service={props.service.id}
      name={nameOfService(props.service)}
      rotation={rotation}
      keep={props.keep}
      again={props.again}
      onPaste={props.onPaste}
      onClose={props.onClose}
      onRotation={(next) => {
        setRotation(next);
        props.remember(next);
      }}
    />
  );
}

function useRotation(service: string) {
  const [kept, keep] = usePreference(rotationPreference(service), (value) => value ?? null);
  const remember = useCallback(
    (rotation: Rotation) => keep(rotation.step === 'done' ? null : { ...rotation }),
    [keep],
  );
  return [readRotation(kept), remember] as const;
}
