import { Sheet } from '../../components/page.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { sayBytes } from '../../../shared/wording/figures.ts';
import { useImporting, type Importing } from '../../state/importing.tsx';
import { useFileName } from '../../components/personal.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { shareOfImport } from './share-of-import.ts';

type Busy = Extract<Importing, { readonly step: 'uploading' | 'looking' | 'importing' }>;

/** While files are handed over, looked at or written. */
export function ImportProgress({ state }: { readonly state: Busy }) {
  const { cancel } = useImporting();
  const shownName = useFileName();
  useKeys({ onEscape: cancel });
  return (
    <Sheet>
      <WorkProgress {...shownOf(state, shownName)} startedAt={state.startedAt} onCancel={cancel} />
    </Sheet>
  );
}

function shownOf(state: Busy, shownName: (name: string) => string) {
  if (state.step === 'uploading') {
    const { bytes, sent, file, files, filesSent } = state;
    return {
      title: 'Caricamento dei file',
      now: shownName(file),
      figures: `${filesSent.toLocaleString('it-IT')} di ${files.toLocaleString('it-IT')} file · ${sayBytes(sent)} di ${sayBytes(bytes)}`,
      share: bytes === 0 ? filesSent / files : sent / bytes,
    };
  }
  const { progress } = state;
  const looking = state.step === 'looking';
  if (progress === null)
    return {
      title: looking ? 'Anteprima: lettura dei file' : 'Importazione: lettura dei file',
      now: null,
      figures: '',
      share: null,
    };
  const { step, done, total, unit, file } = progress;
  return {
    title: `${looking ? 'Anteprima' : 'Importazione'}: ${phases[step]}`,
    now:
      file === undefined || file === null
        ? looking
          ? 'Nel registro non si scrive ancora nulla'
          : 'Fino alla fine si può annullare tutto'
        : shownName(file),
    figures:
      unit === 'bytes'
        ? `${sayBytes(done)} di ${sayBytes(total)}`
        : `${done.toLocaleString('it-IT')} di ${total.toLocaleString('it-IT')}`,
    share: shareOfImport(progress, looking),
  };
}

const phases = {
  read: 'lettura dei file',
  match: 'riconciliazione',
  save: 'salvataggio',
  verify: 'verifica',
  export: 'esportazione',
} as const;
