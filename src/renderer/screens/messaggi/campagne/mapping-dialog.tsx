import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ListProfile } from '../../../../shared/domain/message/list-profile.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useQuestion } from '../../../state/use-question.ts';
import type { HandedFile } from './draft.ts';
import { MappingForm } from './mapping-form.tsx';

/** «Abbina le colonne»: a person says once what the columns of a list of people are. */
export function MappingDialog(props: {
  readonly list: HandedFile;
  readonly onSaved: (profile: ListProfile) => void;
  readonly onClose: () => void;
}) {
  const { list, onSaved, onClose } = props;
  const { value, problem } = useQuestion('lists.propose', { parcel: list.parcel });
  // What was being said stays, whatever happens to the ledger meanwhile.
  const [proposal, setProposal] = useState(value);
  useEffect(() => setProposal((before) => before ?? value), [value]);
  return (
    <Dialog
      onClose={onClose}
      title="Abbina le colonne"
      size="min(1080px, 94vw)"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi senza salvare' }}
    >
      <ProblemNotice problem={proposal === null ? problem : null} />
      {proposal === null && problem === null && <Loader size="sm" aria-label="Lettura delle colonne" />}
      {proposal !== null && (
        <MappingForm
          name={list.name}
          proposal={proposal}
          onClose={onClose}
          onSaved={(profile) => {
            onSaved(profile);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}
