import { Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Page } from '../../components/page.tsx';
import { useApi } from '../../state/api.tsx';
import { useImporting } from '../../state/importing.tsx';
import { goTo } from '../../state/route.ts';
import { useQuestion } from '../../state/use-question.ts';
import { DropTarget } from './drop-target.tsx';
import { FilePicker, type Picker } from './file-picker.tsx';
import { History } from './history.tsx';
import { ImportFailed } from './import-failed.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportReport } from './import-report.tsx';

/** Where papers come in: the drop, what is in it, its report, and everything that was imported before. */
export function ImportazioniScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const { ledger } = useApi();
  const { state, begin } = useImporting();
  const about = useQuestion('about.read', {});
  const picker = useRef<Picker>(null);
  const wantsPicker = ask['scegli'] === true;
  const drop = typeof ask['drop'] === 'string' ? ask['drop'] : null;
  const quiet = state.step === 'idle' || state.step === 'cancelled';

  const hadWork = useRef(false);
  if (!quiet) hadWork.current = true;

  useEffect(() => {
    if (!wantsPicker) return;
    // Once: going back must not open it again.
    goTo({ ledger, screen: 'importazioni', ask: {} }, true);
    picker.current?.files();
  }, [wantsPicker, ledger]);

  return (
    <Page title="Importazioni" lead="Prima di scrivere si vede un’anteprima; dopo, tutto si può annullare.">
      <FilePicker ref={picker} onPick={(files) => void begin(files)} />
      <Stack gap="md">
        {quiet && (
          <DropTarget
            large={about.value?.empty ?? false}
            cancelled={state.step === 'cancelled'}
            focused={hadWork.current}
            onFiles={() => picker.current?.files()}
            onFolder={() => picker.current?.folder()}
          />
        )}
        {(state.step === 'uploading' || state.step === 'looking' || state.step === 'importing') && (
          <ImportProgress state={state} />
        )}
        {state.step === 'preview' && <ImportPreview preview={state.preview} unreadable={state.unreadable} />}
        {state.step === 'done' && <ImportReport result={state.result} unreadable={state.unreadable} />}
        {state.step === 'failed' && <ImportFailed problem={state.problem} again={state.again !== null} />}
        <History open={drop} />
      </Stack>
    </Page>
  );
}
