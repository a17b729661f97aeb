import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import type { Settings } from '../../../shared/domain/settings.ts';
import { CodiciProposalList } from '../../components/codici-proposal-list.tsx';
import { ownersOf, withOwners, type Owners } from '../../components/codici-proposals.ts';
import { nameOf } from '../../state/api.tsx';
import { useSettings } from '../../state/settings.tsx';
import { useQuestion } from '../../state/use-question.ts';
import classes from './impostazioni.module.css';

/** Codici that stand in the documents and in no list here: whose they seem to be, to be confirmed. */
export function ProposedCodici({ settings }: { readonly settings: Settings }) {
  const { change } = useSettings();
  const proposals = useQuestion('codici.propose', {}).value?.codici ?? [];
  const [chosen, setChosen] = useState<Owners>(new Map());
  if (proposals.length === 0) return null;
  const owners: Owners = new Map(
    [...ownersOf(proposals)].map(([codice, owner]) => [codice, chosen.get(codice) ?? owner]),
  );
  const next = withOwners(settings, owners);
  return (
    <div className={classes['unknown']}>
      <Title order={3} size="sm">
        Codici nei documenti, ancora di nessuno ({proposals.length})
      </Title>
      <CodiciProposalList proposals={proposals} owners={owners} onChange={setChosen} />
      <Button
        size="sm"
        className={classes['start']}
        disabled={nameOf(next) === nameOf(settings)}
        onClick={() => {
          if (next.codiciPropri.length > settings.codiciPropri.length)
            change('codiciPropri', next.codiciPropri);
          if (next.altriPartner.length > settings.altriPartner.length)
            change('altriPartner', next.altriPartner);
        }}
      >
        Conferma
      </Button>
    </div>
  );
}
