import { useState } from 'react';
import type { Problem } from '../../../shared/contract/problems.ts';
import { CodiciProposalList } from '../../components/codici-proposal-list.tsx';
import { ownersOf, withOwners, type CodiceProposal, type Owners } from '../../components/codici-proposals.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useApi } from '../../state/api.tsx';
import { changeSettings } from '../../state/change-settings.ts';
import classes from './importazioni.module.css';

interface ProposedCodici {
  readonly owners: Owners;
  readonly onChange: (owners: Owners) => void;
  readonly saving: boolean;
  readonly problem: Problem | null;
  /** Keeps what is chosen; false when that failed, and the problem says why. */
  readonly keep: () => Promise<boolean>;
}

/** What a person says of the codici that the documents propose. */
export function useProposedCodici(proposals: readonly CodiceProposal[]): ProposedCodici {
  const { link } = useApi();
  const [owners, setOwners] = useState(() => ownersOf(proposals));
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    owners,
    onChange: setOwners,
    saving,
    problem,
    async keep() {
      setSaving(true);
      const told = await changeSettings(link, (settings) => withOwners(settings, owners));
      setSaving(false);
      setProblem(told.ok ? null : told.problem);
      return told.ok;
    },
  };
}

/** Which codici of the first documents are ours. */
export function WhoseCodici(
  props: Pick<ProposedCodici, 'owners' | 'onChange' | 'problem'> & {
    readonly proposals: readonly CodiceProposal[];
  },
) {
  const { proposals, owners, onChange, problem } = props;
  return (
    <div className={classes['asked']}>
      <h3 className={classes['subtitle']}>Di chi sono i pagamenti?</h3>
      <p className={classes['asking']}>
        Lo dice il codice con cui comincia lo IUV. Questo è ciò che si legge nei file: se è giusto basta
        confermare.
      </p>
      <CodiciProposalList proposals={proposals} owners={owners} onChange={onChange} />
      <ProblemNotice problem={problem} />
    </div>
  );
}
