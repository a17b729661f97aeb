import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import { italianDay } from '../../../shared/wording/figures.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { useTask } from '../../state/use-task.ts';
import { ConsumerDialog } from './consumer-dialog.tsx';
import classes from './impostazioni.module.css';

type Consumer = Output<'consumers.list'>['consumers'][number];

/** Who may ask, since when, and who was last heard. */
export function ConsumersTable() {
  const { value, problem } = useQuestion('consumers.list', {});
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<Consumer | null>(null);
  const standing = value?.consumers.filter(({ revokedAt }) => revokedAt === null) ?? [];
  return (
    <>
      <ProblemNotice problem={problem} />
      {value !== null && standing.length === 0 && (
        <Text size="sm" c="dimmed">
          Ancora nessun programma: senza un token non si legge nulla.
        </Text>
      )}
      {standing.length > 0 && (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">Programma</th>
              <th scope="col">Chi paga</th>
              <th scope="col">Dal</th>
              <th scope="col">Ultimo uso</th>
              <th scope="col" className={classes['actions']}>
                <span className="visually-hidden">Azioni</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {standing.map((consumer) => (
              <tr key={consumer.id}>
                <th scope="row">{consumer.name}</th>
                <td>{consumer.clear ? 'in chiaro' : 'mascherato'}</td>
                <td className="figures">{italianDay(consumer.createdAt.slice(0, 10))}</td>
                <td className="figures">{italianDay(consumer.lastUsedOn, 'mai')}</td>
                <td className={classes['actions']}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Revoca il token di ${consumer.name}`}
                    onClick={() => setRevoking(consumer)}
                  >
                    Revoca
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button
        variant="default"
        size="sm"
        className={classes['start']}
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => setCreating(true)}
      >
        Aggiungi un programma
      </Button>
      <ConsumerDialog opened={creating} onClose={() => setCreating(false)} />
      <RevokeDialog consumer={revoking} onClose={() => setRevoking(null)} />
    </>
  );
}

/** It cannot be undone: the token is nowhere, and nobody can give it back. */
function RevokeDialog(props: { readonly consumer: Consumer | null; readonly onClose: () => void }) {
  const { consumer, onClose } = props;
  const task = useTask('consumers.revoke');
  async function revoke(id: number): Promise<void> {
    const told = await task.run({ id });
    if (told.ok) onClose();
  }
  return (
    <Modal
      opened={consumer !== null}
      onClose={onClose}
      title="Revocare il token?"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi senza revocare' }}
    >
      {consumer !== null && (
        <Stack gap="md">
          <Text size="sm">
            «{consumer.name}» da subito non leggerà più. Il token non si può ridare: se servirà ancora, se ne
            farà uno nuovo.
          </Text>
          <ProblemNotice problem={task.problem} onClose={task.forget} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Lascia com’è
            </Button>
            <Button color="red" disabled={task.running} onClick={() => void revoke(consumer.id)}>
              Revoca
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
