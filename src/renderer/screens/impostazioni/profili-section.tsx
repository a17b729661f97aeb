import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import { columnsOf, fieldsOfKind } from '../../../shared/domain/profile.ts';
import { profileFieldLabels, profileKindLabels } from '../../../shared/wording/profiles.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { useTask } from '../../state/use-task.ts';
import classes from './impostazioni.module.css';
import { Subject } from '../../components/subject.tsx';

type Profile = Output<'profiles.save'>;

/** How the lists of each bank are read, as somebody said it. */
export function ProfiliSection() {
  const { value, problem } = useQuestion('profiles.list', {});
  const removing = useTask('profiles.remove');
  const putting = useTask('profiles.save');
  const [removed, setRemoved] = useState<Profile | null>(null);
  const profiles = value?.profiles ?? [];

  async function remove(name: string): Promise<void> {
    const told = await removing.run({ name });
    if (told.ok) setRemoved(told.value);
  }

  async function putBack(profile: Profile): Promise<void> {
    const told = await putting.run({ profile });
    if (told.ok) setRemoved(null);
  }

  return (
    <Subject
      name="profili"
      title="Profili delle banche"
      about="Che cosa sono le colonne degli elenchi che il programma non conosce da solo. Se ne aggiunge uno importando il file e scegliendo «Abbina le colonne»; togliendolo, quello che è stato importato resta."
    >
      <ProblemNotice problem={problem ?? removing.problem ?? putting.problem} />
      {value !== null && profiles.length === 0 && (
        <Text size="sm" c="dimmed">
          Ancora nessun profilo.
        </Text>
      )}
      {profiles.length > 0 && (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">Nome</th>
              <th scope="col">Elenco</th>
              <th scope="col">Colonne</th>
              <th scope="col" className={classes['actions']}>
                <span className="visually-hidden">Azioni</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {profiles.map((profile) => (
              <tr key={profile.name}>
                <th scope="row">{profile.name}</th>
                <td>{profileKindLabels[profile.what]}</td>
                <td>{sayColumns(profile)}</td>
                <td className={classes['actions']}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={30}
                    aria-label={`Togli il profilo ${profile.name}`}
                    data-tip="Togli"
                    onClick={() => void remove(profile.name)}
                  >
                    <IconTrash size={18} stroke={1.7} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {removed !== null && (
        <Group gap="sm" role="status">
          <Text size="sm">Profilo «{removed.name}» tolto.</Text>
          <Button
            size="compact-sm"
            variant="light"
            loading={putting.running}
            onClick={() => void putBack(removed)}
          >
            Rimetti
          </Button>
        </Group>
      )}
    </Subject>
  );
}

function sayColumns({ what, columns }: Profile): string {
  return fieldsOfKind[what]
    .filter((field) => columnsOf(columns, field).length > 0)
    .map((field) => profileFieldLabels[field])
    .join(', ');
}
