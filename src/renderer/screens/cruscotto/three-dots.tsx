import type { Output } from '../../../shared/contract/api.ts';
import { dotNames, dotOrder } from '../../../shared/wording/dots.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { Sheet } from '../../components/page.tsx';
import { percentOf } from '../../components/shares.ts';
import classes from './three-dots.module.css';

const plurals = {
  pagamento: 'Pagati',
  rendicontazione: 'Rendicontati',
  riconciliazione: 'Riconciliati',
} as const satisfies Record<keyof typeof dotNames, string>;

const said = {
  pagamento: 'con la ricevuta',
  rendicontazione: 'in un flusso',
  riconciliazione: 'con il denaro',
} as const satisfies Record<keyof typeof dotNames, string>;

const radius = 44;
const around = 2 * Math.PI * radius;

/** How far our payments have come: three dots on one track, each filled as far as it is true. */
export function ThreeDots({ dots }: { readonly dots: Output<'dashboard.details'>['dots'] }) {
  const { total } = dots;
  return (
    <Sheet title="I tre pallini">
      {total.count === 0 ? (
        <p className={classes['none']}>
          Non c’è ancora nessun pagamento: si contano dalle ricevute e dai flussi.
        </p>
      ) : (
        <ol className={`${classes['track']} figures`}>
          {dotOrder.map((which) => {
            const { count, cents } = dots[which];
            const percent = percentOf(count, total.count);
            return (
              <li key={which} className={classes['stop']}>
                <svg viewBox="0 0 100 100" className={classes['circle']} aria-hidden="true">
                  <circle className={classes['ground']} cx="50" cy="50" r={radius} />
                  <circle
                    className={classes['filled']}
                    cx="50"
                    cy="50"
                    r={radius}
                    strokeDasharray={`${(around * count) / total.count} ${around}`}
                    transform="rotate(-90 50 50)"
                  />
                  <text x="50" y="50" className={classes['percent']}>
                    {percent}%
                  </text>
                </svg>
                <span className={classes['name']}>{plurals[which]}</span>
                <span className={classes['said']}>{said[which]}</span>
                <span className={classes['count']}>
                  {count.toLocaleString('it-IT')}
                  <span className="visually-hidden"> su {many(total.count, 'pagamento', 'pagamenti')}</span>
                </span>
                <span className={classes['cents']}>{euro(cents)}</span>
              </li>
            );
          })}
        </ol>
      )}
    </Sheet>
  );
}
