import { Kbd, Loader, Progress, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Output } from '../../shared/contract/api.ts';
import { Mark } from '../components/mark.tsx';
import { menuParts, screens } from '../screens/registry.ts';
import { useApi } from '../state/api.tsx';
import type { Importing } from '../state/importing.tsx';
import { addressOf } from '../state/route.ts';
import { openPalette } from './open-palette.ts';
import classes from './shell.module.css';

/** Where one is and where one can go. */
export function Navigation(props: {
  readonly current: string;
  readonly ente: string | null;
  readonly about: Output<'about.read'> | null;
  /** An import that goes on while another screen is open. */
  readonly importing: Importing | null;
}) {
  const { current, ente, about, importing } = props;
  const { ledger } = useApi();
  return (
    <nav className={classes['nav']} aria-label="Schermate">
      <a className={classes['brand']} href={addressOf({ ledger, screen: 'cruscotto', ask: {} })}>
        <Mark size={34} />
        <span className={classes['brandText']}>
          <span className={classes['brandName']}>Tre Pallini</span>
          <span className={classes['ente']}>{ente ?? 'ente da indicare'}</span>
        </span>
      </a>
      <button
        type="button"
        className={classes['find']}
        data-tip="Cerca o vai a… (Ctrl+K)"
        onClick={() => void openPalette()}
      >
        <IconSearch size={18} stroke={1.7} aria-hidden="true" />
        <span className={classes['findText']}>Cerca</span>
        <Kbd size="xs" className={classes['findKey']}>
          Ctrl+K
        </Kbd>
      </button>
      {menuParts.map((part) => (
        <ul key={part} className={classes['part']}>
          {screens
            .filter((screen) => screen.part === part)
            .map(({ name, title, icon: Icon, letter }) => (
              <li key={name}>
                <a
                  className={classes['link']}
                  href={addressOf({ ledger, screen: name, ask: {} })}
                  aria-current={name === current ? 'page' : undefined}
                  aria-label={title}
                  data-tip={`${title} (G, poi ${letter.toUpperCase()})`}
                >
                  <Icon size={20} stroke={1.7} aria-hidden="true" />
                  <span className={classes['linkText']}>{title}</span>
                </a>
              </li>
            ))}
        </ul>
      ))}
      <span className={classes['push']} />
      {importing !== null && (
        <a
          className={classes['link']}
          href={addressOf({ ledger, screen: 'importazioni', ask: {} })}
          aria-label="Importazione in corso…"
        >
          <Loader size={18} aria-hidden="true" />
          <span className={classes['linkText']}>
            <Text size="xs">Importazione in corso…</Text>
            <Progress
              value={shareOf(importing)}
              size="sm"
              mt={4}
              aria-label="Avanzamento dell’importazione"
            />
          </span>
        </a>
      )}
      <div className={classes['foot']}>{about !== null && `versione ${about.version}`}</div>
    </nav>
  );
}

/** How much of an import is done, in hundredths. */
function shareOf(state: Importing): number {
  if (state.step === 'uploading') return state.bytes === 0 ? 0 : (100 * state.sent) / state.bytes;
  if (state.step !== 'looking' && state.step !== 'importing') return 100;
  const { progress } = state;
  return progress === null || progress.total === 0 ? 0 : (100 * progress.done) / progress.total;
}
