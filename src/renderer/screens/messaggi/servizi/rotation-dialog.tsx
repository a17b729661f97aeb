import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import type { Problem } from '../../../../shared/contract/problems.ts';
import type { Result } from '../../../../shared/domain/result.ts';
import {
  afterPasting,
  afterRegenerating,
  keyInUse,
  rotationSteps,
  type Rotation,
  type RotationProblem,
} from '../../../../shared/domain/message/rotation.ts';
import { provesKey, type WhichKey } from '../../../../shared/domain/message/service-key.ts';
import {
  rotationTitles,
  sayRotationProblem,
  sayRotationStep,
  whichLabels,
} from '../../../../shared/wording/messages/keys.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { Pallino } from '../../../components/pallino.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useApi } from '../../../state/api.tsx';
import { useTask } from '../../../state/use-task.ts';
import { Notice } from '../notice.tsx';
import { KeyField } from './key-field.tsx';
import { KeyTestForm } from './key-test-form.tsx';
import type { Keep } from './keep.ts';
import classes from './servizi.module.css';

/** Replacing both keys of a service without a stop, a step at a time; one may close it and go on another day. */
export function RotationDialog(props: {
  readonly service: string;
  readonly name: string;
  readonly rotation: Rotation;
  readonly keep: Keep;
  readonly onRotation: (rotation: Rotation) => void;
  readonly again: () => void;
  /** The key in use is dead: its new value goes where keys are pasted. */
  readonly onPaste: () => void;
  readonly onClose: () => void;
}) {
  const { rotation, onClose } = props;
  const [problem, setProblem] = useState<RotationProblem | null>(null);
  const at = rotationSteps.indexOf(rotation.step);

  function take(told: Result<Rotation, RotationProblem>): void {
    setProblem(told.ok ? null : told.problem);
    if (told.ok) props.onRotation(told.value);
  }
  return (
    <Dialog
      onClose={onClose}
      title={`Cambiare le due chiavi di ${props.name}`}
      size="lg"
      transitionProps={{ duration: 0 }}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': 'Chiudi: si continua quando si vuole' }}
    >
      <Stack gap="md">
        <ol className={classes['steps']}>
          {rotationSteps.map((step, index) => (
            <li key={step} aria-current={index === at ? 'step' : undefined}>
              <Pallino
                dot={index < at || rotation.step === 'done' ? 'yes' : index === at ? 'waiting' : 'none'}
              />
              <div>
                {rotationTitles[step]}
                {index < at && <span className="visually-hidden">: fatto</span>}
              </div>
            </li>
          ))}
        </ol>
        <Text size="sm" role="status">
          {sayRotationStep(rotation.step)}
        </Text>
        <Step {...props} onTaken={take} />
        {problem !== null && (
          <Notice tone="problem" role="alert" icon={IconAlertTriangle}>
            <span>{sayRotationProblem(problem)}</span>
            {problem.code === 'key-in-use-regenerated' && (
              <div>
                <Button size="sm" onClick={props.onPaste}>
                  Incolla il nuovo valore…
                </Button>
              </div>
            )}
          </Notice>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {rotation.step === 'done' ? 'Ho finito' : 'Continua più tardi'}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

type Taken = (told: Result<Rotation, RotationProblem>) => void;

function Step(props: {
  readonly service: string;
  readonly rotation: Rotation;
  readonly keep: Keep;
  readonly again: () => void;
  readonly onTaken: Taken;
}) {
  const { rotation, onTaken } = props;
  switch (rotation.step) {
    case 'use-secondary':
      return <PasteStep key="secondary" {...props} which="secondary" />;
    case 'use-primary':
      return <PasteStep key="primary" {...props} which="primary" />;
    case 'regenerate-primary':
    case 'regenerate-secondary': {
      const inUse = keyInUse(rotation);
      const other: WhichKey = inUse === 'primary' ? 'secondary' : 'primary';
      return (
        <Group gap="lg">
          <Button data-autofocus onClick={() => onTaken(afterRegenerating(rotation, other))}>
            {`Ho rigenerato la ${whichLabels[other]}`}
          </Button>
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => onTaken(afterRegenerating(rotation, inUse))}
          >
            {`Ho rigenerato invece la ${whichLabels[inUse]}`}
          </Anchor>
        </Group>
      );
    }
    case 'done':
      return null;
  }
}

function PasteStep(props: {
  readonly service: string;
  readonly rotation: Rotation;
  readonly keep: Keep;
  readonly which: WhichKey;
  readonly again: () => void;
  readonly onTaken: Taken;
}) {
  const { service, rotation, keep, which, onTaken } = props;
  const { link } = useApi();
  const save = useTask('keys.save');
  const [key, setKey] = useState('');
  const [isSaved, setIsSaved] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function paste(): Promise<void> {
    if (key === '' || save.running) return;
    const told = await save.run({ service, key, keep, which });
    setKey('');
    props.again();
    setIsSaved(told.ok);
  }
  async function judge(told: Output<'keys.test'>): Promise<void> {
    const services = await link.call('messages.services', {});
    setProblem(services.ok ? null : services.problem);
    if (!services.ok) return;
    const tag = services.value.services.find(({ id }) => id === service)?.key?.tag ?? '';
    onTaken(afterPasting(rotation, { which, tag, proven: provesKey(told.outcome) }));
  }
  return (
    <Stack gap="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void paste();
        }}
      >
        <Stack gap="sm">
          <KeyField
            label={`Chiave ${whichLabels[which]}`}
            value={key}
            onChange={(text) => {
              setKey(text);
              setIsSaved(false);
            }}
          />
          <Group>
            <Button type="submit" loading={save.running} disabled={key === ''}>
              Tieni la chiave
            </Button>
          </Group>
        </Stack>
      </form>
      {isSaved && <KeyTestForm service={service} onTold={(told) => void judge(told)} />}
      <ProblemNotice problem={save.problem ?? problem} />
    </Stack>
  );
}
