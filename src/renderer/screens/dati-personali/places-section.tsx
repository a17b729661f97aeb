import { Button, Group } from '@mantine/core';
import { IconFolder, IconFolderOpen } from '@tabler/icons-react';
import type { Output } from '../../../shared/contract/api.ts';
import { Code, Fact, Facts } from '../../components/evidence.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SaveMade } from '../../components/save-made.tsx';
import { Subject } from '../../components/subject.tsx';
import { useApi } from '../../state/api.tsx';
import { goTo } from '../../state/route.ts';
import { useTask } from '../../state/use-task.ts';

/** Where everything lies, for whoever looks after the computers. */
export function PlacesSection(props: Pick<Output<'privacy.read'>, 'places' | 'canOpenFolder'>) {
  const { places, canOpenFolder } = props;
  const { ledger, link } = useApi();
  const open = useTask('privacy.openFolder');
  return (
    <Subject
      name="dove"
      title="Dove sono i dati"
      about="Tutto sta su questo computer, in queste cartelle: il file del registro non è cifrato, perciò il disco deve esserlo (BitLocker). La diagnosi è un file per chi cura il programma: versioni, conteggi e ultimi eventi, senza dati di persone."
    >
      <Facts>
        {places.map(({ name, path }) => (
          <Fact key={name} name={name}>
            <Code text={path} />
          </Fact>
        ))}
      </Facts>
      <ProblemNotice problem={open.problem} onClose={open.forget} />
      <Group gap="sm">
        {canOpenFolder && (
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={16} aria-hidden="true" />}
            disabled={open.running}
            onClick={() => void open.run({})}
          >
            Apri la cartella
          </Button>
        )}
        <SaveMade make={() => link.call('diagnosis.make', {})}>Salva la diagnosi</SaveMade>
        <Button
          variant="default"
          leftSection={<IconFolder size={16} aria-hidden="true" />}
          onClick={() => goTo({ ledger, screen: 'copie', ask: {} })}
        >
          Vedi le copie
        </Button>
      </Group>
    </Subject>
  );
}
