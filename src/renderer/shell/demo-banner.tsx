import { Button } from '@mantine/core';
import type { Output } from '../../shared/contract/api.ts';
import { goTo } from '../state/route.ts';
import classes from './shell.module.css';

/** Stands above every screen of the ledger of invented data. */
export function DemoBanner({ about }: { readonly about: Output<'about.read'> | null }) {
  return (
    <aside className={classes['banner']} aria-label="Dati finti">
      <span className={classes['bannerText']}>
        <strong>Dati finti.</strong> Questo registro è di un Comune inventato: non contiene nulla di vero e
        non tocca il vostro.
        {about !== null && about.empty && ' È ancora vuoto.'}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => goTo({ ledger: 'own', screen: 'cruscotto', ask: {} })}
      >
        Torna al vostro registro
      </Button>
    </aside>
  );
}
