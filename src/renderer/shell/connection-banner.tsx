import { Loader } from '@mantine/core';
import { useApi } from '../state/api.tsx';
import classes from './shell.module.css';

/** Says that the program does not answer, and that nothing typed is lost. */
export function ConnectionBanner() {
  const { connection } = useApi();
  return (
    <div role="status">
      {connection === 'lost' && (
        <div className={classes['banner']} data-kind="lost">
          <Loader size="xs" aria-hidden="true" />
          <span className={classes['bannerText']}>
            Il programma non risponde: si riprova da soli. Quello che è scritto in questa finestra resta.
          </span>
        </div>
      )}
    </div>
  );
}
