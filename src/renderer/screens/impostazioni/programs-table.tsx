import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import { italianDay } from '../../../shared/wording/figures.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { useTask } from '../../state/use-task.ts';
import { ProgramDialog } from './program-dialog.tsx';
import classes from './impostazioni.module.css';

type Program = Output<'programs.list'>['programs'][number];

/** Who may ask, since when, and who was last heard. */
export function ProgramsTable() {
  const { value, problem } = useQuestion('programs.list', {});
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<Program | null>(null);
  const standing = value?.programs.filter(({ revokedAt }) => revokedAt === null) ?? [];
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
            {standing.map((program) => (
              <tr key={program.id}>
                <th scope="row">{program.name}</th>
                <td>{program.clear ? 'in chiaro' : 'mascherato'}</td>
                <td className="figures">{italianDay(program.createdAt.slice(0, 10))}</td>
                <td className="figures">{italianDay(program.lastUsedOn, 'mai')}</td>
                <td className={classes['actions']}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Revoca il token di ${program.name}`}
                    onClick={() => setRevoking(program)}
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
      <ProgramDialog opened={creating} onClose={() => setCreating(false)} />
      <RevokeDialog program={revoking} onClose={() => setRevoking(null)} />
    </>
  );
}

/** It cannot be undone: the token is nowhere, and nobody can give it back. */
function RevokeDialog(props: { readonly program: Program | null; readonly onClose: () => void }) {
  const { program, onClose } = props;
  const task = useTask('programs.revoke');
  async function revoke(id: number): Promise<void> {
    const told = await task.run({ id });
    if (told.ok) onClose();
  }
  return (
    <Modal
      opened={program !== null}
      onClose={onClose}
      title="Revocare il token?"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi senza revocare' }}
    >
      {program !== null && (
        <Stack gap="md">
          <Text size="sm">
            «{program.name}» da subito non leggerà più. Il token non si può ridare: se servirà ancora, se ne
            farà uno nuovo.
          </Text>
          <ProblemNotice problem={task.problem} onClose={task.forget} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Lascia com’è
            </Button>
            <Button color="red" disabled={task.running} onClick={() => void revoke(program.id)}>
              Revoca
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
