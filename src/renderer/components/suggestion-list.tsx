import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { flowLabels } from '../../shared/wording/labels.ts';
import { sayFit } from '../../shared/wording/evidence.ts';
import { euro, italianDay, many } from '../../shared/wording/figures.ts';
import { useDecisions } from '../state/decisions.tsx';
import { Causale } from './causale.tsx';
import classes from './evidence.module.css';
import { Section } from './evidence.tsx';
import { useLinks } from './links.ts';
import { ProblemNotice } from './problem-notice.tsx';

type Suggestion = Output<'provvisori.read'>['suggestions'][number];

/** What could belong together, why, and one key to say that it does. Nothing happens without it. */
export function SuggestionList(props: {
  readonly suggestions: readonly Suggestion[];
  /** What is proposed: flussi for a provvisorio, or provvisori for a flusso. */
  readonly of: 'flusso' | 'provvisorio';
}) {
  const { suggestions, of } = props;
  const { make } = useDecisions();
  const links = useLinks();
  const [running, setRunning] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (suggestions.length === 0) return null;

  async function link({ provvisorio, iuf }: Suggestion, name: string): Promise<void> {
    setRunning(name);
    const told = await make({ kind: 'link', provvisorio, iuf }, 'Provvisorio abbinato al flusso.');
    setRunning(null);
    setProblem(told.ok ? null : told.problem);
  }

  return (
    <Section
      title={of === 'flusso' ? 'Potrebbe essere il denaro di' : 'Potrebbe essere questo il suo denaro'}
    >
      <ProblemNotice problem={problem} onClose={() => setProblem(null)} />
      <ul className={classes['plainList']}>
        {suggestions.map((suggestion) => {
          const { iuf, provvisorio, date, cents, causale, bucket, reasons, rivals } = suggestion;
          // The bank left the beginning of this one IUF, and it fits no other.
          const confirms = rivals === 0 && reasons.some(({ code }) => code === 'truncated-iuf');
          const name =
            of === 'flusso'
              ? `il flusso ${iuf}`
              : `il provvisorio ${provvisorio.numero}/${provvisorio.esercizio}`;
          return (
            <li key={name} className={classes['item']}>
              <div className={classes['itemHead']}>
                <a
                  className={of === 'flusso' ? 'code' : undefined}
                  href={of === 'flusso' ? links.flusso(iuf) : links.provvisorio(provvisorio)}
                >
                  {of === 'flusso' ? iuf : `${provvisorio.numero}/${provvisorio.esercizio}`}
                </a>
                <span className={`${classes['itemName']} figures`}>{euro(cents)}</span>
              </div>
              <Text size="sm" c="dimmed" component="div">
                {italianDay(date)}
                {of === 'flusso' && ` · ${flowLabels[bucket]}`}
              </Text>
              {of === 'provvisorio' && <Causale text={causale} codes={[iuf]} />}
              <ul className={classes['reasons']} aria-label="Perché">
                {reasons.map((reason) => (
                  <li key={reason.code} data-kind={reason.code === 'days-apart' ? 'plain' : 'strong'}>
                    {sayFit(reason)}
                  </li>
                ))}
              </ul>
              {rivals > 0 && (
                <p className={classes['rivals']}>
                  Attenzione: {rivals === 1 ? 'c’è' : 'ci sono'} {many(rivals, 'altro', 'altri')} che{' '}
                  {rivals === 1 ? 'va' : 'vanno'} bene allo stesso modo.
                </p>
              )}
              <div className={classes['itemActions']}>
                <Button
                  size="compact-sm"
                  variant={rivals > 0 ? 'default' : 'filled'}
                  loading={running === name}
                  aria-label={`${confirms ? 'Conferma' : 'Abbina'} ${name}`}
                  onClick={() => void link(suggestion, name)}
                >
                  {confirms ? 'Conferma' : 'Abbina'}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
