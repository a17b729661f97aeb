import { Switch, Text, TextInput } from '@mantine/core';
import type { Output } from '../../../shared/contract/api.ts';
import { doorsUnreadable, sayPortTrouble } from '../../../shared/wording/doors.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { useTask } from '../../state/use-task.ts';
import { ProgramsTable } from './programs-table.tsx';
import classes from './impostazioni.module.css';
import { complainOfPort } from './porta.ts';
import { Subject } from '../../components/subject.tsx';
import { useDraft } from '../../state/use-draft.ts';

/** Programs of this computer that may read the ledger while the window is open. */
export function ProgrammiSection() {
  const doors = useQuestion('doors.read', {});
  return (
    <Subject
      name="programmi"
      title="Altri programmi"
      about="Un gestionale, il controllo di gestione o un foglio di calcolo di questo computer possono leggere i pagamenti mentre la finestra è aperta: con l’API locale, ciascuno con il suo token. Nessuno può scrivere, e nessun altro computer può chiedere."
    >
      <ProblemNotice problem={doors.problem} />
      {doors.value !== null && (doors.value.available ? <Api {...doors.value.api} /> : <OnlyOwn />)}
    </Subject>
  );
}

/** The doors belong to the office's own ledger. */
export function OnlyOwn() {
  return (
    <Text size="sm" c="dimmed">
      Si accende nel vostro registro, non in quello di prova.
    </Text>
  );
}

function Api({ on, port, state }: Output<'doors.read'>['api']) {
  const write = useTask('doors.write');
  const [draft, setDraft] = useDraft(String(port));
  const complaint = complainOfPort(draft);

  function keepPort(): void {
    const wanted = Number(draft);
    if (complaint === null && wanted !== port) void write.run({ api: { on, port: wanted } });
  }
  return (
    <>
      <Switch
        label="API locale"
        description="Spenta finché non serve. Si riaccende da sola con la finestra."
        checked={on}
        onChange={(event) => void write.run({ api: { on: event.currentTarget.checked } })}
      />
      <TextInput
        label="Porta"
        description="Di solito va bene questa: si cambia se è già di un altro programma."
        inputMode="numeric"
        autoComplete="off"
        maw={280}
        classNames={{ input: 'figures' }}
        value={draft}
        error={complaint}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={keepPort}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keepPort();
        }}
      />
      <div role="status">
        {state === 'open' && (
          <Text size="sm">
            Risponde su <span className="code">http://127.0.0.1:{port}/v1</span>
          </Text>
        )}
        {state === 'settings-unreadable' && (
          <Text size="sm" className={classes['trouble'] ?? ''}>
            {doorsUnreadable}
          </Text>
        )}
        {(state === 'port-taken' || state === 'port-refused') && (
          <Text size="sm" className={classes['trouble'] ?? ''}>
            {sayPortTrouble(state, port)}
          </Text>
        )}
      </div>
      <ProblemNotice problem={write.problem} onClose={write.forget} />
      <ProgramsTable />
    </>
  );
}
