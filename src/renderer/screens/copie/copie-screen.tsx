import { Button, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import { many } from '../../../shared/wording/figures.ts';
import { Empty } from '../../components/empty.tsx';
import { Page, Sheet } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { useTask } from '../../state/use-task.ts';
import { CopiesTable } from './copies-table.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { SecondFolder } from './second-folder.tsx';

export type Copy = Output<'backups.make'>;

/** The copies of the ledger; the screen works also when the ledger does not open. */
export function CopieScreen(_props: { readonly ask: Readonly<Record<string, unknown>> }) {
  const [made, setMade] = useState(0);
  const make = useTask('backups.make');
  const [restoring, setRestoring] = useState<Copy | null>(null);
  const [done, setDone] = useState<Output<'backups.restore'> | null>(null);

  async function makeOne(): Promise<void> {
    const told = await make.run({});
    if (told.ok) setMade((before) => before + 1);
  }
  return (
    <Page
      title="Copie di sicurezza"
      lead="Si fanno da sole dopo le importazioni, prima di un annullamento e alla chiusura: tre di oggi, una al giorno per quattordici giorni, una al mese per dodici mesi."
      actions={
        <Button
          leftSection={<IconDeviceFloppy size={18} aria-hidden="true" />}
          disabled={make.running}
          onClick={() => void makeOne()}
        >
          Fai una copia adesso
        </Button>
      }
    >
      <Stack gap="md">
        <ProblemNotice problem={make.problem} onClose={make.forget} />
        <div role="status">{done !== null && <Done {...done} />}</div>
        {/* Asked anew after a copy, which writes nothing in the ledger. */}
        <Copies key={made} onRestore={setRestoring} />
      </Stack>
      <RestoreDialog
        copy={restoring}
        onClose={() => setRestoring(null)}
        onDone={(restored) => {
          setRestoring(null);
          setDone(restored);
          setMade((before) => before + 1);
        }}
      />
    </Page>
  );
}

function Copies({ onRestore }: { readonly onRestore: (copy: Copy) => void }) {
  const listed = useQuestion('backups.list', {});
  // Reading every copy again may take a while: until then they stand there unchecked.
  const read = useQuestion('backups.list', { readAgain: true });
  const list = read.value ?? listed.value;
  return (
    <>
      <ProblemNotice problem={listed.problem ?? read.problem} />
      {list !== null && (
        <>
          <Sheet
            title="Le copie"
            aside={<span className="figures">{many(list.copies.length, 'copia', 'copie')}</span>}
          >
            {list.copies.length === 0 ? (
              <Empty icon={IconRestore} title="Ancora nessuna copia">
                La prima si fa da sola dopo la prossima importazione, o quando si chiude la finestra.
              </Empty>
            ) : (
              <CopiesTable copies={list.copies} onRestore={onRestore} />
            )}
            <Text size="sm" c="dimmed" mt="sm">
              Cartella: <span className="code">{list.folder}</span>
            </Text>
          </Sheet>
          <SecondFolder folder={list.secondFolder} />
        </>
      )}
    </>
  );
}

function Done({ documents, kept }: Output<'backups.restore'>) {
  return (
    <Text size="sm">
      Ripristinato: {many(documents, 'documento', 'documenti')}.{' '}
      {kept !== null && (
        <>
          Il registro di prima è rimasto in <span className="code">{kept}</span>.{' '}
        </>
      )}
      I messaggi ai cittadini sono fermi finché non si è guardata la coda.
    </Text>
  );
}
