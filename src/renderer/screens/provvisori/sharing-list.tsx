import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { saySharing } from '../../../shared/wording/evidence.ts';
import { euro, italianDay, many } from '../../../shared/wording/figures.ts';
import classes from '../../components/evidence.module.css';
import { Section } from '../../components/evidence.tsx';
import { useLinks } from '../../components/links.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useDecisions } from '../../state/decisions.tsx';

type Card = Output<'provvisori.read'>;

/** Ways to share the money out over flussi that await some, and one key to do so. */
export function SharingList({ sharings, provvisorio }: Pick<Card, 'sharings' | 'provvisorio'>) {
  const { make } = useDecisions();
  const links = useLinks();
  const [running, setRunning] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (sharings.length === 0) return null;
  const { esercizio, numero, conto } = provvisorio;

  async function share({ shares }: Card['sharings'][number], name: string): Promise<void> {
    setRunning(name);
    const told = await make(
      {
        kind: 'share',
        provvisorio: { esercizio, numero, conto },
        shares: shares.map(({ iuf, cents }) => ({ iuf, cents })),
      },
      'Provvisorio ripartito fra i flussi.',
    );
    setRunning(null);
    setProblem(told.ok ? null : told.problem);
  }

  return (
    <Section title="Potrebbe essere il denaro di più flussi">
      <ProblemNotice problem={problem} onClose={() => setProblem(null)} />
      <ul className={classes['plainList']}>
        {sharings.map((sharing) => {
          const { shares, reasons, rivals } = sharing;
          const name = shares.map(({ iuf }) => iuf).join(' ');
          return (
            <li key={name} className={classes['item']}>
              {shares.map(({ iuf, cents, date }) => (
                <div key={iuf} className={classes['itemHead']}>
                  <span>
                    <a className="code" href={links.flusso(iuf)}>
                      {iuf}
                    </a>{' '}
                    <span className={classes['soft']}>{italianDay(date)}</span>
                  </span>
                  <span className={`${classes['itemName']} figures`}>{euro(cents)}</span>
                </div>
              ))}
              <ul className={classes['reasons']} aria-label="Perché">
                {reasons.map((reason) => (
                  <li key={reason}>{saySharing(reason)}</li>
                ))}
              </ul>
              {rivals > 0 && (
                <p className={classes['rivals']}>
                  Attenzione: {rivals === 1 ? 'c’è' : 'ci sono'} {many(rivals, 'altro modo', 'altri modi')} di
                  ripartirlo.
                </p>
              )}
              <div className={classes['itemActions']}>
                <Button
                  size="compact-sm"
                  variant={rivals > 0 ? 'default' : 'filled'}
                  loading={running === name}
                  aria-label={`Ripartisci fra ${shares.map(({ iuf }) => iuf).join(' e ')}`}
                  onClick={() => void share(sharing, name)}
                >
                  Ripartisci
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
