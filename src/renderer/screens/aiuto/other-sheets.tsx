import { Text } from '@mantine/core';
import { KeysTable } from '../../components/keys-table.tsx';
import { Sheet } from '../../components/page.tsx';
import { useApi } from '../../state/api.tsx';
import { addressOf } from '../../state/route.ts';
import { useShortcutList } from '../../state/shortcuts.ts';
import { useQuestion } from '../../state/use-question.ts';
import classes from './aiuto.module.css';
import { elementIdOf } from './voce.ts';

const keys = { id: 'tastiera', title: 'Scorciatoie da tastiera', count: null };
const about = { id: 'informazioni', title: 'Informazioni', count: null };

/** What stands after the entries, for the table of contents. */
export const otherSheets = [keys, about];

export function KeysSheet() {
  const shortcuts = useShortcutList();
  const { ledger } = useApi();
  return (
    <div id={elementIdOf(keys.id)} tabIndex={-1} className={classes['voce']}>
      <Sheet title={keys.title}>
        <Text size="sm" c="dimmed" className={classes['lead']}>
          Quelle di una lettera si possono spegnere in{' '}
          <a href={addressOf({ ledger, screen: 'impostazioni', ask: { sezione: 'aspetto' } })}>
            Impostazioni
          </a>
          .
        </Text>
        <KeysTable shortcuts={shortcuts} />
      </Sheet>
    </div>
  );
}

export function AboutSheet() {
  const { value } = useQuestion('about.read', {});
  return (
    <div id={elementIdOf(about.id)} tabIndex={-1} className={classes['voce']}>
      <Sheet title={about.title}>
        <dl className={classes['facts']}>
          <dt>Programma</dt>
          <dd>Tre Pallini{value !== null && `, versione ${value.version}`}</dd>
          <dt>Licenza</dt>
          <dd>
            EUPL-1.2, licenza pubblica dell’Unione europea: si può usare, studiare, cambiare e ridistribuire
          </dd>
          {value !== null && (
            <>
              <dt>Registro</dt>
              <dd className="code">{value.folder}</dd>
            </>
          )}
        </dl>
      </Sheet>
    </div>
  );
}
