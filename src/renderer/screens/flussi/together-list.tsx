import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { euro, italianDay, many } from '../../../shared/wording/figures.ts';
import { Causale } from '../../components/causale.tsx';
import classes from '../../components/evidence.module.css';
import { Section } from '../../components/evidence.tsx';
import { useLinks } from '../../components/links.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useDecisions } from '../../state/decisions.tsx';

type Together = Output<'flussi.read'>['together'][number];

/** Several provvisori that make the missing money up together, and one key to link them all, one decision each. */
export function TogetherList(props: { readonly iuf: string; readonly together: readonly Together[] }) {
  const { iuf, together } = props;
  const { make } = useDecisions();
  const links = useLinks();
  const [running, setRunning] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (together.length === 0) return null;

  async function linkAll({ provvisori }: Together, name: string): Promise<void> {
    setRunning(name);
    setProblem(null);
    for (const { esercizio, numero, conto } of provvisori) {
      const told = await make(
        { kind: 'link', provvisorio: { esercizio, numero, conto }, iuf },
        `Provvisorio ${numero}/${esercizio} abbinato al flusso.`,
      );
      if (!told.ok) {
        setProblem(told.problem);
        break;
      }
    }
    setRunning(null);
  }

  return (
    <Section title="Potrebbero essere insieme il suo denaro">
      <ProblemNotice problem={problem} onClose={() => setProblem(null)} />
      <ul className={classes['plainList']}>
        {together.map((one) => {
          const numbers = one.provvisori.map(({ numero, esercizio }) => `${numero}/${esercizio}`);
          const name = numbers.join(' e ');
          return (
            <li key={name} className={classes['item']}>
              {one.provvisori.map((provvisorio) => (
                <div key={links.provvisorio(provvisorio)}>
                  <div className={classes['itemHead']}>
                    <span>
                      <a href={links.provvisorio(provvisorio)}>
                        {provvisorio.numero}/{provvisorio.esercizio}
                      </a>{' '}
                      <span className={classes['soft']}>{italianDay(provvisorio.date)}</span>
                    </span>
                    <span className={`${classes['itemName']} figures`}>{euro(provvisorio.cents)}</span>
                  </div>
                  <Causale text={provvisorio.causale} codes={[iuf]} />
                </div>
              ))}
              {one.rivals > 0 && (
                <p className={classes['rivals']}>
                  Attenzione: {one.rivals === 1 ? 'c’è' : 'ci sono'}{' '}
                  {many(one.rivals, 'altra somma', 'altre somme')} che{' '}
                  {one.rivals === 1 ? 'torna' : 'tornano'} allo stesso modo.
                </p>
              )}
              <div className={classes['itemActions']}>
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={running === name}
                  aria-label={`Abbina insieme i provvisori ${name}`}
                  onClick={() => void linkAll(one, name)}
                >
                  Abbina insieme
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
