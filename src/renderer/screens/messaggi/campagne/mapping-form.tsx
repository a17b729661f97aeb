import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ListProfile } from '../../../../shared/domain/message/list-profile.ts';
import type { ListProposal } from '../../../../shared/domain/message/list-proposal.ts';
import { sayRata } from '../../../../shared/wording/messages/list.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useTask } from '../../../state/use-task.ts';
import { lacksOf, questionsOf, withUse, type MappingLack } from './list-mapping.ts';
import { MappingQuestions } from './mapping-questions.tsx';
import { MappingTable } from './mapping-table.tsx';

/** What each column is, what only a person can say, and the name under which it is kept. */
export function MappingForm(props: {
  /** Of the file. */
  readonly name: string;
  readonly proposal: ListProposal;
  readonly onSaved: (profile: ListProfile) => void;
  readonly onClose: () => void;
}) {
  const { proposal, onSaved, onClose } = props;
  const [profile, setProfile] = useState<ListProfile>(proposal.profile);
  const save = useTask('lists.saveProfile');
  const first = useRef<HTMLInputElement>(null);
  // The dialog opened before the list was read.
  useEffect(() => first.current?.focus(), []);
  const lacks = lacksOf(profile, proposal);
  const [lack] = lacks;

  async function keep(event: React.FormEvent): Promise<void> {
    event.preventDefault();
    if (lack !== undefined || save.running) return;
    const told = await save.run({ profile: { ...profile, name: profile.name.trim() } });
    if (told.ok) onSaved(told.value.profile);
  }

  return (
    <form onSubmit={(event) => void keep(event)} noValidate>
      <Stack gap="md">
        <Text size="sm">
          Dire una volta che cosa c’è in ogni colonna di «{props.name}»: gli elenchi con le stesse
          intestazioni si leggeranno da soli. Quello che non è abbinato resta a disposizione dei modelli come{' '}
          {'{{colonna:Nome}}'}.
        </Text>
        <TextInput
          label="Nome del profilo"
          placeholder="per esempio TARI, programma dei tributi"
          ref={first}
          w={380}
          maw="100%"
          maxLength={200}
          autoComplete="off"
          value={profile.name}
          onChange={(event) => setProfile({ ...profile, name: event.currentTarget.value })}
        />
        <MappingTable
          proposal={proposal}
          profile={profile}
          onChoose={(column, use) => setProfile(withUse(profile, column, use))}
        />
        <MappingQuestions
          questions={questionsOf(profile, proposal)}
          profile={profile}
          onAnswer={(answer) => setProfile({ ...profile, ...answer })}
        />
        <ProblemNotice problem={save.problem} />
        <Group justify="flex-end" gap="xs">
          <Text size="sm" c="dimmed" role="status" flex={1}>
            {lack === undefined ? '' : sayLack(lack)}
          </Text>
          <Button variant="default" onClick={onClose}>
            Lascia perdere
          </Button>
          <Button type="submit" loading={save.running} disabled={lack !== undefined}>
            Salva il profilo
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function sayLack(lack: MappingLack): string {
  switch (lack.code) {
    case 'no-name':
      return 'Manca il nome del profilo.';
    case 'no-person':
      return 'Manca la colonna del codice fiscale.';
    case 'no-notice':
      return `Manca la colonna del numero avviso della ${sayRata(
        lack.rata === 0 ? { kind: 'unica' } : { kind: 'rata', n: lack.rata, of: null },
      )}.`;
    case 'decimals-open':
      return 'Va detto come sono scritti gli importi.';
    case 'days-open':
      return 'Va detto come sono scritte le date.';
  }
}
