import type { Output } from '../../../shared/contract/api.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { Sheet } from '../../components/page.tsx';
import classes from './cruscotto.module.css';

type Bands = Output<'dashboard.details'>['ageing'];

/** How long the difference has been waiting. */
export function Ageing({ ageing }: { readonly ageing: Bands }) {
  const most = Math.max(...ageing.map(({ count }) => count));
  if (most <= 0) return null;
  return (
    <Sheet title="Da quanto aspettano">
      <ul className={`${classes['bands']} figures`}>
        {ageing.map(({ upTo, count, cents }, index) => (
          <li key={upTo ?? 'older'} className={classes['band']} data-empty={count === 0}>
            <span>{sayBand(ageing[index - 1]?.upTo ?? null, upTo)}</span>
            <span className={classes['bandTrack']} aria-hidden="true">
              {count > 0 && (
                <span
                  className={classes['bandBar']}
                  style={{ width: `${Math.max(2, (100 * count) / most)}%` }}
                />
              )}
            </span>
            <span className={classes['bandCount']}>{count === 0 ? '–' : many(count, 'voce', 'voci')}</span>
            <span className={classes['bandCents']}>{count === 0 ? '' : euro(cents)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function sayBand(before: number | null, upTo: number | null): string {
  if (upTo === null) return before === 365 ? 'oltre un anno' : `oltre ${before ?? 0} giorni`;
  return upTo === 365 ? 'fino a un anno' : `fino a ${upTo} giorni`;
}
