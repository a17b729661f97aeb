import { Tabs } from '@mantine/core';
import type { ComponentType } from 'react';
import { Page } from '../../components/page.tsx';
import { useApi } from '../../state/api.tsx';
import { goTo } from '../../state/route.ts';
import { useQuestion } from '../../state/use-question.ts';
import { Campagne } from './campagne/campagne.tsx';
import { Coda } from './coda/coda.tsx';
import { Incerti } from './incerti/incerti.tsx';
import { Modelli } from './modelli/modelli.tsx';
import { Promemoria } from './promemoria/promemoria.tsx';
import { Servizi } from './servizi/servizi.tsx';
import { UncertainCount } from './uncertain-count.tsx';

/** What a part of the screen is asked to show; each reads it with care: people edit addresses. */
export interface PartProps {
  readonly ask: Readonly<Record<string, unknown>>;
  /** Goes to a part of the screen. */
  readonly open: (parte: string, ask?: Readonly<Record<string, unknown>>) => void;
}

const parts: readonly {
  readonly name: string;
  readonly title: string;
  readonly part: ComponentType<PartProps>;
}[] = [
  { name: 'campagne', title: 'Campagne', part: Campagne },
  { name: 'coda', title: 'Coda', part: Coda },
  { name: 'incerti', title: 'Esiti incerti', part: Incerti },
  { name: 'promemoria', title: 'Promemoria e regole', part: Promemoria },
  { name: 'modelli', title: 'Modelli', part: Modelli },
  { name: 'servizi', title: 'Servizi e chiavi', part: Servizi },
];

/** The messages that the services of the Comune write to citizens in the IO app. */
export function MessaggiScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const { ledger } = useApi();
  const uncertain = useQuestion('outbox.read', {}).value?.byState.uncertain ?? 0;
  const open: PartProps['open'] = (parte, more = {}) =>
    goTo({ ledger, screen: 'messaggi', ask: { parte, ...more } });
  const current = parts.find(({ name }) => name === ask['parte']) ?? parts[0];
  if (current === undefined) return null;
  const { part: Part } = current;
  return (
    <Page
      title="Messaggi IO"
      lead="I servizi del Comune scrivono ai cittadini nell’app IO, con l’avviso pagoPA dentro. Ogni messaggio parte una volta sola."
    >
      <Tabs value={current.name} onChange={(name) => open(name ?? 'campagne')} keepMounted={false}>
        <Tabs.List>
          {parts.map(({ name, title }) => (
            <Tabs.Tab
              key={name}
              value={name}
              rightSection={name === 'incerti' && uncertain > 0 ? <UncertainCount count={uncertain} /> : null}
            >
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={current.name} pt="md">
          <Part ask={ask} open={open} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
