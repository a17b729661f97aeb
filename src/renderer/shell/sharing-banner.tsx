import { Button } from '@mantine/core';
import { usePrivacy } from '../state/privacy.tsx';
import classes from './shell.module.css';

/** Stands above every screen while others look on: nobody should wonder why there are dots. */
export function SharingBanner() {
  const { sharing, setSharing } = usePrivacy();
  if (!sharing) return null;
  return (
    <aside className={classes['banner']} data-kind="sharing" aria-label="Condivisione schermo">
      <span className={classes['bannerText']}>
        <strong>Condivisione schermo.</strong> Nomi, codici fiscali, code degli IUV e causali sono coperti in
        tutte le schermate. Non lo sono nei file che si esportano.
      </span>
      <Button size="compact-sm" variant="default" onClick={() => setSharing(false)}>
        Mostra di nuovo tutto
      </Button>
    </aside>
  );
}
