import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import {
  lacks,
  profileOf,
  settled,
  withField,
  type ProfileDraft,
} from '../../../shared/domain/profile-draft.ts';
import { columnsOf, profileKinds, type ProfileKind } from '../../../shared/domain/profile.ts';
import { profileKindLabels, sayFields } from '../../../shared/wording/profiles.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTask } from '../../state/use-task.ts';
import classes from './columns.module.css';
import { ColumnsQuestions } from './columns-questions.tsx';
import { ColumnsReading } from './columns-reading.tsx';
import { ColumnsTable } from './columns-table.tsx';

type Proposal = Output<'profiles.propose'>;

/** The table of the bank, what each column is, what only a person can say, and how its rows would be read. */
export function ColumnsForm(props: {
  readonly proposal: Proposal;
  /** Documents of the same drop that go in with it. */
  readonly others: number;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const { proposal, others, onSaved, onClose } = props;
  const { table, fits } = proposal;
  const [name, setName] = useState(fits?.profile ?? '');
  const [draft, setDraft] = useState<ProfileDraft>(proposal.drafts[proposal.what]);
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  // The dialog opened before the list was read.
  useEffect(() => first.current?.focus(), []);
  const save = useTask('profiles.save');
  const profile = profileOf(name, table, draft);
  const nameComplaint = name.trim() === '' ? 'Manca il nome del profilo.' : null;
  const change = (next: Partial<ProfileDraft>): void =>
    setDraft(settled(table.columns, { ...draft, ...next }));

  async function keep(event: React.FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (profile === null || nameComplaint !== null || save.running) return;
    const told = await save.run({ profile });
    if (told.ok) onSaved();
  }

  return (
    <form onSubmit={(event) => void keep(event)} noValidate>
      <Stack gap="md">
        <Text size="sm">
          «{proposal.name}» è un elenco in colonne. Dire una volta che cosa c’è in ognuna: gli altri file con
          le stesse colonne si leggeranno da soli.
          {fits !== null &&
            ` ${fits.exactly ? 'Sono le colonne' : 'Sono quasi le colonne'} del profilo «${fits.profile}»: salvando con lo stesso nome lo si sostituisce.`}
        </Text>
        <div className={classes['fields']}>
          <TextInput
            label="Nome del profilo"
            placeholder="per esempio Banca di Prova, movimenti"
            ref={first}
            required
            maxLength={200}
            autoComplete="off"
            value={name}
            error={tried ? nameComplaint : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            label="Che elenco è"
            data={profileKinds.map((value) => ({ value, label: profileKindLabels[value] }))}
            value={draft.what}
            onChange={(event) => setDraft(proposal.drafts[kindOf(event.currentTarget.value)])}
          />
          {draft.what === 'tesoreria' && columnsOf(draft.columns, 'conto').length === 0 && (
            <TextInput
              label="Conto (facoltativo)"
              placeholder="IBAN o numero, se nessuna colonna lo dice"
              maxLength={100}
              autoComplete="off"
              value={draft.conto}
              onChange={(event) => change({ conto: event.currentTarget.value })}
            />
          )}
        </div>
        <ColumnsTable
          table={table}
          draft={draft}
          onChoose={(column, field) => change({ columns: withField(draft.columns, column, field) })}
        />
        <ColumnsQuestions table={table} draft={draft} onAnswer={change} />
        <ColumnsReading table={table} draft={draft} />
        <ProblemNotice problem={save.problem} />
        <Group justify="flex-end" gap="xs">
          <Text size="sm" c="dimmed" role="status" flex={1}>
            {sayLacks(table, draft) ?? sayOthers(others)}
          </Text>
          <Button variant="default" onClick={onClose}>
            Lascia perdere
          </Button>
          <Button type="submit" loading={save.running} disabled={profile === null}>
            Salva e importa
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function kindOf(value: string): ProfileKind {
  return profileKinds.find((kind) => kind === value) ?? 'tesoreria';
}

function sayLacks({ columns }: Proposal['table'], draft: ProfileDraft): string | null {
  const { fields, questions } = lacks(columns, draft);
  if (fields.length > 0) return `Da abbinare ancora: ${fields.map(sayFields).join('; ')}.`;
  return questions > 0 ? 'C’è ancora una domanda senza risposta.' : null;
}

function sayOthers(others: number): string {
  if (others === 0) return '';
  return `Con questo file si importa${others === 1 ? ' anche l’altro documento nuovo' : `no anche gli altri ${others} documenti nuovi`} dell’anteprima.`;
}
