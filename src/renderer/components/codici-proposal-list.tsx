import { Select } from '@mantine/core';
import { sayProposal } from '../../shared/wording/codici.ts';
import type { CodiceProposal, Owners } from './codici-proposals.ts';
import classes from './codici-proposal-list.module.css';

const choices: readonly { readonly value: CodiceProposal['owner']; readonly label: string }[] = [
  { value: 'ours', label: 'È nostro' },
  { value: 'other', label: 'È di un altro partner' },
  { value: 'unsure', label: 'Non lo so: dopo' },
];

/** The codici of the documents, why each seems whose, and the choice. */
export function CodiciProposalList(props: {
  readonly proposals: readonly CodiceProposal[];
  readonly owners: Owners;
  readonly onChange: (owners: Owners) => void;
}) {
  const { proposals, owners, onChange } = props;
  return (
    <ul className={classes['list']}>
      {proposals.map((proposal) => (
        <li key={proposal.codice} className={classes['row']}>
          <span className={`code ${classes['codice']}`}>{proposal.codice}</span>
          <span className={classes['why']}>{sayProposal(proposal)}</span>
          <Select
            size="sm"
            aria-label={`Di chi è il codice ${proposal.codice}`}
            data={choices}
            value={owners.get(proposal.codice) ?? null}
            allowDeselect={false}
            onChange={(owner) => {
              if (owner !== null) onChange(new Map(owners).set(proposal.codice, owner));
            }}
          />
        </li>
      ))}
    </ul>
  );
}
