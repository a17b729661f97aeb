import type { Output } from '../../../shared/contract/api.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { useApi } from '../../state/api.tsx';
import { addressOf } from '../../state/route.ts';
import classes from './cruscotto.module.css';

/** They are reconciled all the same: a line at the foot, not a difference. */
export function WithoutService(props: { readonly amount: Output<'dashboard.details'>['withoutService'] }) {
  const { count, cents } = props.amount;
  const { ledger } = useApi();
  if (count === 0) return null;
  return (
    <p className={`${classes['hint']} figures`}>
      <a href={addressOf({ ledger, screen: 'impostazioni', ask: { sezione: 'servizi' } })}>
        {many(count, 'pagamento', 'pagamenti')} senza servizio
      </a>{' '}
      per {euro(cents)}: si può dire di quale sono.
    </p>
  );
}
