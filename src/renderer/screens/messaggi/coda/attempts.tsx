import type { Output } from '../../../../shared/contract/api.ts';
import { sayMoment } from '../../../../shared/wording/figures.ts';
import { sayAttempt } from '../../../../shared/wording/messages/attempts.ts';
import { settlementLabels } from '../../../../shared/wording/messages/states.ts';
import { Section } from '../../../components/evidence.tsx';
import evidence from '../../../components/evidence.module.css';

type Card = Output<'outbox.message'>;

/** Each request that left, or may have. */
export function Attempts({ attempts }: { readonly attempts: Card['attempts'] }) {
  if (attempts.length === 0) return null;
  return (
    <Section title="Tentativi">
      <ol className={evidence['plainList']}>
        {attempts.map(({ startedAt, endedAt, outcome, httpCode, detail }) => (
          <li key={startedAt} className={evidence['item']}>
            <div className={evidence['itemHead']}>
              <span className={evidence['itemName']}>{sayAttempt(outcome)}</span>
              <span className={evidence['soft']}>
                {httpCode === null ? 'nessuna risposta' : `HTTP ${httpCode}`}
              </span>
            </div>
            <div className="figures">
              {sayMoment(startedAt)}
              {endedAt !== null && <span className={evidence['soft']}> · {sayTook(startedAt, endedAt)}</span>}
            </div>
            {detail !== null && <p className={`${evidence['remark']} ${evidence['soft']}`}>{detail}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What persons decided of it. */
export function Settlements({ settlements }: { readonly settlements: Card['settlements'] }) {
  if (settlements.length === 0) return null;
  return (
    <Section title="Deciso da una persona">
      <ol className={evidence['plainList']}>
        {settlements.map(({ how, note, author, madeAt }) => (
          <li key={madeAt} className={evidence['item']}>
            <div className={evidence['itemHead']}>
              <span className={evidence['itemName']}>{settlementLabels[how]}</span>
              <span className={evidence['soft']}>{author}</span>
            </div>
            <div className="figures">{sayMoment(madeAt)}</div>
            {note !== null && <p className={evidence['remark']}>{note}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function sayTook(startedAt: string, endedAt: string): string {
  const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1_000;
  return `durato ${seconds.toLocaleString('it-IT', { maximumFractionDigits: 1 })} s`;
}
