import { Group, Text } from '@mantine/core';
import { italianDay } from '../../../shared/wording/figures.ts';
import { KeysTable } from '../../components/keys-table.tsx';
import { sayPolicies } from '../../../shared/wording/policies.ts';
import { Sheet } from '../../components/page.tsx';
import { SaveMade } from '../../components/save-made.tsx';
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
  const { ledger, link } = useApi();
  const { value } = useQuestion('about.read', {});
  return (
    <div id={elementIdOf(about.id)} tabIndex={-1} className={classes['voce']}>
      <Sheet title={about.title}>
        <dl className={classes['facts']}>
          <dt>Programma</dt>
          <dd>Tre Pallini{value !== null && `, versione ${value.version}`}</dd>
          {value !== null && (
            <>
              <dt>Costruito da</dt>
              <dd>
                {value.build === null ? (
                  'i suoi sorgenti'
                ) : (
                  <>
                    <span className="code">{value.build.commit.slice(0, 12)}</span>, del{' '}
                    {italianDay(value.build.day)}
                  </>
                )}
              </dd>
            </>
          )}
          <dt>Licenza</dt>
          <dd>
            EUPL-1.2, licenza pubblica dell’Unione europea: si può usare, studiare, cambiare e ridistribuire
          </dd>
          {value !== null && (
            <>
              <dt>Registro</dt>
              <dd className="code">{value.folder}</dd>
              <dt>Criteri di questo computer</dt>
              <dd>{sayPolicies(value.policies)}</dd>
              <dt>Schema del registro</dt>
              <dd className="figures">{value.schema}</dd>
            </>
          )}
        </dl>
        <Group gap="sm" mt="sm">
          <SaveMade size="xs" make={async () => link.call('about.notices', {})}>
            Licenze dei componenti
          </SaveMade>
          <a href={addressOf({ ledger, screen: 'impostazioni', ask: { sezione: 'aggiornamento' } })}>
            Verifica un aggiornamento
          </a>
        </Group>
      </Sheet>
    </div>
  );
}
