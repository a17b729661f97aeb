import { Button, Group, Kbd, Text } from '@mantine/core';
import type { Output } from '../../../shared/contract/api.ts';
import { many } from '../../../shared/wording/figures.ts';
import { voceOfProblem } from '../../../shared/wording/guide/places.ts';
import { sayProblem } from '../../../shared/wording/problems.ts';
import { Sheet } from '../../components/page.tsx';
import { useImporting, type Unreadable } from '../../state/importing.tsx';
import classes from './importazioni.module.css';
import { PreviewKinds } from './preview-kinds.tsx';
import { remarkOf, type Remark } from './remarks-of.ts';
import { Remarks } from './remarks.tsx';
import { useProposedCodici, WhoseCodici } from './whose-codici.tsx';
import { WhoseFiles } from './whose-files.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { useFileName } from '../../components/personal.tsx';

type Preview = Output<'documents.preview'>;

/** What is in the files, before anything is written. */
export function ImportPreview(props: {
  readonly preview: Preview;
  readonly unreadable: readonly Unreadable[];
}) {
  const { preview, unreadable } = props;
  const { confirm, close, retry } = useImporting();
  const fresh = preview.documents.new;
  const codici = useProposedCodici(preview.codici);
  const isAsking = fresh > 0 && preview.codici.length > 0;
  const needsEnte = preview.shown.some(({ problem }) => problem?.code === 'ente-not-configured');
  const remarks = needsEnte ? unreadable.map(unreadRemark) : remarksOf(preview, unreadable);
  const plain = preview.shown.filter((told) => remarkOf(told, told.refusedRows, null) === null);
  useKeys({ onEnter: fresh > 0 ? () => void begin() : undefined, onEscape: close });

  async function begin(): Promise<void> {
    if (!isAsking || (await codici.keep())) await confirm();
  }

  return (
    <Sheet
      title="Anteprima: nel registro non è ancora scritto nulla"
      aside={
        <Text size="sm" c="dimmed" role="status">
          {needsEnte ? sayWaiting(preview) : sayCounts(preview, unreadable.length)}
        </Text>
      }
    >
      <div className={classes['stack']}>
        {needsEnte && <WhoseFiles enti={preview.enti} onSaved={() => void retry()} />}
        {preview.kinds.length > 0 && !needsEnte && <PreviewKinds kinds={preview.kinds} />}
        {fresh === 0 && !needsEnte && (
          <Text>
            {preview.documents.known > 0
              ? 'Non c’è nulla di nuovo: il registro conosce già questi documenti.'
              : 'Non c’è nulla da importare.'}
          </Text>
        )}
        {isAsking && <WhoseCodici {...codici} proposals={preview.codici} />}
        <Group gap="xs">
          {fresh > 0 && (
            <Button
              size="md"
              autoFocus
              loading={codici.saving}
              onClick={() => void begin()}
              rightSection={<Kbd size="xs">Invio</Kbd>}
            >
              {`${isAsking ? 'Conferma i codici e importa' : 'Importa'} ${many(fresh, 'documento', 'documenti')}`}
            </Button>
          )}
          {isAsking && (
            <Button size="md" variant="default" onClick={() => void confirm()}>
              Importa, i codici dopo
            </Button>
          )}
          <Button
            size={fresh > 0 ? 'md' : 'sm'}
            variant="default"
            autoFocus={fresh === 0 && !needsEnte}
            onClick={close}
            rightSection={<Kbd size="xs">Esc</Kbd>}
          >
            {fresh > 0 ? 'Lascia perdere' : 'Chiudi'}
          </Button>
        </Group>
        {remarks.length > 0 && (
          <div>
            <h3 className={classes['subtitle']}>Da sapere prima</h3>
            <Remarks remarks={remarks} />
          </div>
        )}
        {plain.length > 0 && <PlainNames documents={plain} preview={preview} />}
      </div>
    </Sheet>
  );
}

function PlainNames(props: { readonly documents: Preview['shown']; readonly preview: Preview }) {
  const { documents, preview } = props;
  const shownName = useFileName();
  const { new: fresh, known, refused } = preview.documents;
  const untold = fresh + known + refused - preview.shown.length;
  return (
    <details className={classes['fold']}>
      <summary>Gli altri documenti ({(documents.length + untold).toLocaleString('it-IT')})</summary>
      <ul className={classes['names']}>
        {documents.slice(0, 200).map(({ name, outcome }, index) => (
          <li key={index}>
            <span className={classes['name']}>{shownName(name)}</span>
            {outcome === 'already-imported' && <span className={classes['soft']}> · già noto</span>}
          </li>
        ))}
        {documents.length + untold > 200 && (
          <li className={classes['soft']}>
            e altri {(documents.length + untold - 200).toLocaleString('it-IT')}
          </li>
        )}
      </ul>
    </details>
  );
}

function remarksOf(preview: Preview, unreadable: readonly Unreadable[]): Remark[] {
  const remarks = preview.shown.flatMap((told) => remarkOf(told, told.refusedRows, null) ?? []);
  return [...unreadable.map(unreadRemark), ...remarks];
}

/** A file that could not even be handed over. */
export function unreadRemark({ name, problem }: Unreadable): Remark {
  return {
    name,
    kind: null,
    bad: true,
    sentences: [sayProblem(problem)],
    voce: voceOfProblem[problem.code] ?? null,
    refusedRowsOf: null,
    hasColumnsToMatch: false,
  };
}

/** Nothing is refused as long as nobody has said who we are: it waits. */
function sayWaiting({ documents }: Preview): string {
  return many(
    documents.new + documents.known + documents.refused,
    'documento aspetta',
    'documenti aspettano',
  );
}

function sayCounts({ documents }: Preview, unreadable: number): string {
  return [
    many(documents.new, 'documento nuovo', 'documenti nuovi'),
    ...(documents.known > 0 ? [many(documents.known, 'già noto', 'già noti')] : []),
    ...(documents.refused > 0 ? [many(documents.refused, 'rifiutato', 'rifiutati')] : []),
    ...(unreadable > 0 ? [many(unreadable, 'file illeggibile', 'file illeggibili')] : []),
  ].join(' · ');
}
