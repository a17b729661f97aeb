import { Button, Checkbox, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import { isDay } from '../../../shared/domain/day.ts';
import { italianDay, many } from '../../../shared/wording/figures.ts';
import { discardedText } from '../../../shared/wording/personal-data.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Subject } from '../../components/subject.tsx';
import { useTask } from '../../state/use-task.ts';
import classes from './dati-personali.module.css';

/** Documents are discarded for good, by an act. */
export function ScartoSection(props: {
  readonly scarti: Output<'privacy.read'>['scarti'];
  readonly onDone: () => void;
}) {
  const [year, setYear] = useState<number | null>(null);
  const [found, setFound] = useState<Output<'discard.preview'> | null>(null);
  const preview = useTask('discard.preview');

  async function look(upToYear: number): Promise<void> {
    setFound(null);
    const told = await preview.run({ upToYear });
    if (told.ok) setFound(told.value);
  }

  return (
    <Subject
      name="scarto"
      title="Scarto d’archivio"
      about="Gli archivi dei Comuni sono beni culturali: per scartarne anche una parte serve l’autorizzazione della Soprintendenza archivistica (art. 21, comma 1, lettera d, D.Lgs. 42/2004). Qui si scrive quale atto la dà: i dati dei documenti se ne vanno per sempre, l’atto resta, e gli stessi file da allora sono rifiutati."
    >
      <Group gap="sm" align="flex-end">
        <NumberInput
          label="Documenti tutti fino all’anno"
          min={1990}
          max={2200}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=""
          w={220}
          value={year ?? ''}
          onChange={(value) => {
            setFound(null);
            setYear(typeof value === 'number' && value >= 1990 && value <= 2200 ? value : null);
          }}
        />
        <Button
          variant="default"
          disabled={year === null || preview.running}
          onClick={() => year !== null && void look(year)}
        >
          {preview.running ? 'Si cercano…' : 'Quali sono?'}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        I singoli documenti si scartano con il comando «scarta».
      </Text>
      <ProblemNotice problem={preview.problem} onClose={preview.forget} />
      <div role="status">
        {found !== null && (
          <Text size="sm" className={classes['list']}>
            {discardedText(found, false)}
          </Text>
        )}
      </div>
      {found !== null && found.documents.length > 0 && year !== null && (
        <ActForm
          year={year}
          onDone={() => {
            setFound(null);
            props.onDone();
          }}
        />
      )}
      {props.scarti.length > 0 && (
        <ul className={classes['copies']}>
          {props.scarti.map(({ id, act, actDay, author, documents, facts }) => (
            <li key={id}>
              «{act}» del {italianDay(actDay)}: {many(documents, 'documento', 'documenti')},{' '}
              {many(facts, 'riga', 'righe')}, di {author}
            </li>
          ))}
        </ul>
      )}
    </Subject>
  );
}

function ActForm({ year, onDone }: { readonly year: number; readonly onDone: () => void }) {
  const [act, setAct] = useState('');
  const [actDay, setActDay] = useState('');
  const [isSure, setIsSure] = useState(false);
  const [dropCopies, setDropCopies] = useState(false);
  const task = useTask('discard.run');
  const isWhole = act.trim().length >= 3 && isDay(actDay) && isSure;

  async function discard(): Promise<void> {
    const told = await task.run({ what: { upToYear: year }, act: act.trim(), actDay, dropCopies });
    if (told.ok) onDone();
  }
  return (
    <Stack gap="sm" align="flex-start">
      <Group gap="sm" align="flex-end">
        <TextInput
          label="Atto di autorizzazione"
          placeholder="Soprintendenza archivistica, prot. n. …"
          w={340}
          value={act}
          onChange={(event) => setAct(event.currentTarget.value)}
        />
        <TextInput
          label="Data dell’atto"
          type="date"
          w={170}
          value={actDay}
          onChange={(event) => setActDay(event.currentTarget.value)}
        />
      </Group>
      <Checkbox
        checked={isSure}
        onChange={(event) => setIsSure(event.currentTarget.checked)}
        label="L’autorizzazione riguarda proprio questi documenti"
      />
      <Checkbox
        checked={dropCopies}
        onChange={(event) => setDropCopies(event.currentTarget.checked)}
        label="Elimina anche le copie precedenti, dopo averne fatta una nuova"
      />
      <ProblemNotice problem={task.problem} onClose={task.forget} />
      <Button color="red" disabled={!isWhole || task.running} onClick={() => void discard()}>
        {task.running ? 'Scarto in corso…' : 'Scarta per sempre'}
      </Button>
    </Stack>
  );
}
