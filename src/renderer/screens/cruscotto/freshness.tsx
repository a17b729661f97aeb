import { Anchor } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Output } from '../../../shared/contract/api.ts';
import { isDay } from '../../../shared/domain/day.ts';
import { addWorkingDays } from '../../../shared/domain/working-days.ts';
import { sayNeverArrived } from '../../../shared/wording/expected.ts';
import { italianDay } from '../../../shared/wording/figures.ts';
import { useLinks } from '../../components/links.ts';
import { Sheet } from '../../components/page.tsx';
import { useApi } from '../../state/api.tsx';
import { addressOf } from '../../state/route.ts';
import { useQuestion } from '../../state/use-question.ts';
import classes from './cruscotto.module.css';

const sources = [
  { id: 'giornale', label: 'Giornale di cassa' },
  { id: 'rendicontazione', label: 'Flussi' },
  { id: 'ricevute', label: 'Ricevute' },
] as const;

const freshDays = 5;

/** Up to which day each source was imported: a difference may only be old papers. */
export function Freshness(props: {
  readonly freshness: Output<'dashboard.read'>['freshness'];
  readonly today: string;
}) {
  const { freshness, today } = props;
  const { ledger } = useApi();
  const rows = sources.map(({ id, label }) => ({
    id,
    label,
    day: freshness[id],
    old: isOld(freshness[id], today),
  }));
  return (
    <Sheet
      title="Aggiornamento"
      aside={
        <Anchor size="sm" href={addressOf({ ledger, screen: 'importazioni', ask: {} })}>
          Importa
        </Anchor>
      }
    >
      <ul className={`${classes['sources']} figures`}>
        {rows.map(({ id, label, day, old }) => (
          <li key={id} className={classes['source']} data-old={old}>
            {old ? (
              <IconAlertTriangle size={17} aria-hidden="true" />
            ) : (
              <IconCircleCheck size={17} aria-hidden="true" />
            )}
            <span>{label}</span>
            <span className={classes['sourceDay']}>
              {day === null ? 'mai importato' : `aggiornato al ${italianDay(day)}`}
              {old && day !== null && <span className="visually-hidden">, da aggiornare</span>}
            </span>
          </li>
        ))}
      </ul>
      <NeverArrived />
      {rows.some(({ old }) => old) && (
        <p className={classes['hint']}>
          Segnato ciò che manca o è fermo da più di {freshDays} giorni lavorativi: importare i file più
          recenti prima di cercare la differenza.
        </p>
      )}
    </Sheet>
  );
}

/** Flussi that a list names and nobody imported: a difference may be only that. */
function NeverArrived() {
  const links = useLinks();
  const missing = useQuestion('expected.count', {}).value?.missing ?? 0;
  if (missing === 0) return null;
  return (
    <p className={classes['hint']}>
      <a href={links.expected('missing')}>{sayNeverArrived(missing)}</a>: un elenco{' '}
      {missing === 1 ? 'lo nomina' : 'li nomina'}, nel registro non {missing === 1 ? 'c’è' : 'ci sono'}.
    </p>
  );
}

/** Papers of a source are expected within these working days. */
function isOld(day: string | null, today: string): boolean {
  return day === null || !isDay(day) || addWorkingDays(day, freshDays) < today;
}
