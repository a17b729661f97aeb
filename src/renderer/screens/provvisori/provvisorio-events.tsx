import type { Output } from '../../../shared/contract/api.ts';
import { operazioni } from '../../../shared/wording/evidence.ts';
import { euro, italianDay } from '../../../shared/wording/figures.ts';
import classes from '../../components/evidence.module.css';
import { Section } from '../../components/evidence.tsx';
import { SourceLink } from '../../components/source-link.tsx';

type Event = Output<'provvisori.read'>['events'][number];

/** What happened to it since: storni, regolarizzazioni, reversali. */
export function ProvvisorioEvents({ events }: { readonly events: readonly Event[] }) {
  if (events.length === 0) return null;
  return (
    <Section title="Che cosa è successo dopo">
      <ul className={classes['plainList']}>
        {events.map((event, index) => (
          <li key={index} className={classes['item']}>
            <div className={classes['itemHead']}>
              <span className={classes['itemName']}>{sayEvent(event)}</span>
              <span className="figures">{event.cents !== null && euro(event.cents)}</span>
            </div>
            <div className={classes['soft']}>
              {italianDay(event.date)} · <SourceLink source={event.source} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function sayEvent({ operazione, reversale }: Event): string {
  return reversale === null
    ? `Il provvisorio è ${operazioni[operazione]}`
    : `Reversale ${reversale.numero}/${reversale.esercizio}`;
}
