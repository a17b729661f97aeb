import { List, Switch, Text, TextInput } from '@mantine/core';
import type { Output } from '../../../shared/contract/api.ts';
import { doorsUnreadable } from '../../../shared/wording/doors.ts';
import { sayWatchNotice } from '../../../shared/wording/watch.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { useTask } from '../../state/use-task.ts';
import classes from './impostazioni.module.css';
import { OnlyOwn } from './programmi-section.tsx';
import { Subject } from '../../components/subject.tsx';
import { useDraft } from '../../state/use-draft.ts';

/** A folder whose files are imported by themselves. */
export function CartellaSection() {
  const doors = useQuestion('doors.read', {});
  return (
    <Subject
      name="cartella"
      title="Cartella sorvegliata"
      about="Ciò che si salva in questa cartella (un giornale di cassa scaricato dal sito del tesoriere, per esempio) si importa da sé mentre la finestra è aperta. I file restano dove sono, e le sottocartelle non si guardano."
    >
      <ProblemNotice problem={doors.problem} />
      {doors.value !== null && (doors.value.available ? <Watched {...doors.value.watch} /> : <OnlyOwn />)}
    </Subject>
  );
}

function Watched({ on, folder, state, notices }: Output<'doors.read'>['watch']) {
  const write = useTask('doors.write');
  const [draft, setDraft] = useDraft(folder ?? '');
  const wanted = draft.trim();

  function keepFolder(): void {
    if (wanted !== '' && wanted !== folder) void write.run({ watch: { on, folder: wanted } });
  }
  return (
    <>
      <TextInput
        label="Cartella"
        description="Scritta per intero, dal disco in poi. Una cartella di rete va prima collegata a una lettera di unità."
        placeholder="per esempio C:\Giornali di cassa"
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: 'code' }}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={keepFolder}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keepFolder();
        }}
      />
      <Switch
        label="Sorveglia questa cartella"
        checked={on}
        disabled={wanted === '' && !on}
        onChange={({ currentTarget: { checked } }) =>
          // To turn it off no folder need be there.
          void write.run({ watch: checked ? { on: true, folder: wanted } : { on: false } })
        }
      />
      <div role="status">
        {state === 'watching' && <Text size="sm">Si sorveglia: ciò che vi si salva si importa da sé.</Text>}
        {state === 'settings-unreadable' && (
          <Text size="sm" className={classes['trouble'] ?? ''}>
            {doorsUnreadable}
          </Text>
        )}
        {state === 'gone' && (
          <Text size="sm" className={classes['trouble'] ?? ''}>
            La cartella ora non si trova: appena torna, si riprende da sé.
          </Text>
        )}
      </div>
      <ProblemNotice problem={write.problem} onClose={write.forget} />
      {notices.length > 0 && (
        <div>
          <Text size="sm" fw={500}>
            Da quando la finestra è aperta
          </Text>
          <List size="sm" spacing={4}>
            {notices.map((notice, index) => (
              // Notices have no name of their own.
              <List.Item key={index} style={{ whiteSpace: 'pre-line' }}>
                {sayWatchNotice(notice)}
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </>
  );
}
