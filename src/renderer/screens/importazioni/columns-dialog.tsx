import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useImporting } from '../../state/importing.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { ColumnsForm } from './columns-form.tsx';

/** «Abbina le colonne»: a person says once what the columns of a list are, and it is imported. */
export function ColumnsDialog(props: { readonly document: string; readonly onClose: () => void }) {
  const { document, onClose } = props;
  const { state, filesOf, confirm } = useImporting();
  const [files] = useState(() => filesOf(document));
  const [at, setAt] = useState(0);
  const parcel = files[at] ?? null;
  const { value, problem } = useQuestion(
    'profiles.propose',
    parcel === null ? null : { parcel, name: document },
  );
  // What was being said stays, whatever happens to the ledger meanwhile.
  const [proposal, setProposal] = useState(value);
  useEffect(() => setProposal((before) => before ?? value), [value]);
  // Two files of one name: the list is in the other.
  const isElsewhere = problem?.code === 'no-columns-to-match' && at + 1 < files.length;
  useEffect(() => {
    if (isElsewhere) setAt((before) => before + 1);
  }, [isElsewhere]);
  const shown =
    proposal === null && !isElsewhere
      ? parcel === null
        ? { code: 'no-such-parcel' as const, parcel: document }
        : problem
      : null;

  return (
    <Dialog
      onClose={onClose}
      title="Abbina le colonne"
      size="min(1180px, 94vw)"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi senza salvare' }}
    >
      <ProblemNotice problem={shown} />
      {proposal === null && shown === null && <Loader size="sm" aria-label="Lettura delle colonne" />}
      {proposal !== null && (
        <ColumnsForm
          proposal={proposal}
          others={state.step === 'preview' ? state.preview.documents.new : 0}
          onClose={onClose}
          onSaved={() => {
            onClose();
            void confirm();
          }}
        />
      )}
    </Dialog>
  );
}
