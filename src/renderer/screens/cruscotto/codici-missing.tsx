import { useApi } from '../../state/api.tsx';
import { addressOf } from '../../state/route.ts';
import classes from './cruscotto.module.css';

/** What was skipped on the first day: without it the payments of other partners look like ours. */
export function CodiciMissing() {
  const { ledger } = useApi();
  return (
    <p className={classes['hint']}>
      Non è ancora detto quali codici sono nostri: finché manca, anche i pagamenti di altri partner contano
      come nostri.{' '}
      <a href={addressOf({ ledger, screen: 'impostazioni', ask: { sezione: 'codici' } })}>
        Confermarli con un clic
      </a>
      .
    </p>
  );
}
