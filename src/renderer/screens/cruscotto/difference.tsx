import { IconCircleCheck } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import { exceptFor, nothingLeft, sayWhatIsLeft } from '../../../shared/wording/difference.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { useApi } from '../../state/api.tsx';
import { addressOf } from '../../state/route.ts';
import classes from './cruscotto.module.css';
import { addressOfDifference, type Reason } from './reasons-links.ts';

/** The one sentence that the office asks for. */
export function Difference(props: {
  readonly figures: Output<'dashboard.read'>;
  readonly details: Output<'dashboard.details'>;
}) {
  const { figures, details } = props;
  const { total } = details.dots;
  const { difference } = figures;
  const clear = difference.count === 0;
  return (
    <section className={classes['difference']} data-clear={clear} aria-label="Differenza">
      {clear && <IconCircleCheck size={44} stroke={1.6} aria-hidden="true" className={classes['check']} />}
      <div>
        <p className={`${classes['sentence']} figures`}>
          {clear ? (
            nothingLeft
          ) : (
            <>
              {exceptFor} <ToDifference reasons={details.reasons}>{sayWhatIsLeft(difference)}</ToDifference>
            </>
          )}
        </p>
        <p className={`${classes['beside']} figures`}>
          {clear && 'Nessuna voce da guardare. '}
          {many(total.count, 'pagamento nostro', 'pagamenti nostri')} per {euro(total.cents)}
          <Awaiting figures={figures} />
        </p>
      </div>
    </section>
  );
}

/** Where the voci stand on two screens, the figures lead to their list on this page. */
function ToDifference(props: { readonly reasons: readonly Reason[]; readonly children: string }) {
  const { ledger } = useApi();
  const address = addressOfDifference(ledger, props.reasons);
  return address === null ? (
    <a href={addressOf({ ledger, screen: 'cruscotto', ask: {} })} onClick={toReasons}>
      {props.children}
    </a>
  ) : (
    <a href={address}>{props.children}</a>
  );
}

function toReasons(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('voci')?.focus();
}

function Awaiting({ figures }: { readonly figures: Output<'dashboard.read'> }) {
  const { ledger } = useApi();
  const { 'awaiting-report': report, 'awaiting-settlement': settlement } = figures.byStatus;
  const count = report.count + settlement.count;
  if (count === 0) return '.';
  const statuses = ['awaiting-report', 'awaiting-settlement'];
  return (
    <>
      ;{' '}
      <a href={addressOf({ ledger, screen: 'pagamenti', ask: { filter: { statuses } } })}>
        {count.toLocaleString('it-IT')} in attesa, nei tempi
      </a>
      .
    </>
  );
}
