import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { withHint, type ServiceHint } from '../../../shared/domain/service.ts';
import type { Servizio } from '../../../shared/domain/settings.ts';
import { useSettings } from '../../state/settings.tsx';
import classes from './impostazioni.module.css';
import type { Removal } from './save-note.tsx';
import { SavedSection } from './section.tsx';
import { moved, withServizio } from './servizi.ts';
import { ServizioDialog } from './servizio-dialog.tsx';
import { UnknownServices } from './unknown-services.tsx';

/** What citizens pay for, and by what it is recognised. */
export function ServiziSection({ servizi }: { readonly servizi: readonly Servizio[] }) {
  const { change } = useSettings();
  const [edited, setEdited] = useState<Servizio | 'new' | null>(null);
  /** By what a new service is recognised to begin with. */
  const [hint, setHint] = useState<ServiceHint | null>(null);
  const [removal, setRemoval] = useState<Removal | null>(null);

  function keep(next: readonly Servizio[]): void {
    setRemoval(null);
    change('servizi', next);
  }

  function remove(servizio: Servizio): void {
    change(
      'servizi',
      servizi.filter(({ id }) => id !== servizio.id),
    );
    setRemoval({ name: servizio.nome, undo: () => keep(servizi) });
  }

  return (
    <SavedSection
      part="servizi"
      name="servizi"
      title="Servizi"
      complaint={null}
      removal={removal}
      about="Mensa, TARI, diritti di segreteria: ciò per cui si paga. Un pagamento appartiene al servizio che ha il codice più lungo con cui comincia il suo IUV; senza, lo dicono la tassonomia, la posizione debitoria o le parole della causale. Capitolo e accertamento servono per la reversale."
    >
      {servizi.length === 0 ? (
        <Text size="sm" c="dimmed">
          Ancora nessun servizio: senza, i pagamenti si riconciliano lo stesso, ma non si dividono per
          servizio.
        </Text>
      ) : (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">Nome</th>
              <th scope="col">Si riconosce da</th>
              <th scope="col">Capitolo</th>
              <th scope="col">Accertamento</th>
              <th scope="col" className={classes['actions']}>
                <span className="visually-hidden">Azioni</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {servizi.map((servizio, index) => (
              <tr key={servizio.id}>
                <th scope="row">{servizio.nome}</th>
                <td>
                  <ToldBy servizio={servizio} />
                </td>
                <td className="figures">{servizio.capitolo ?? <None />}</td>
                <td className="figures">{servizio.accertamento ?? <None />}</td>
                <td className={classes['actions']}>
                  <Group gap={2} wrap="nowrap" justify="flex-end">
                    <RowAction
                      label={`Sposta in su ${servizio.nome}`}
                      tip="Sposta in su"
                      disabled={index === 0}
                      run={() => keep(moved(servizi, index, -1))}
                    >
                      <IconArrowUp size={18} stroke={1.7} />
                    </RowAction>
                    <RowAction
                      label={`Sposta in giù ${servizio.nome}`}
                      tip="Sposta in giù"
                      disabled={index === servizi.length - 1}
                      run={() => keep(moved(servizi, index, 1))}
                    >
                      <IconArrowDown size={18} stroke={1.7} />
                    </RowAction>
                    <RowAction
                      label={`Modifica ${servizio.nome}`}
                      tip="Modifica"
                      run={() => setEdited(servizio)}
                    >
                      <IconPencil size={18} stroke={1.7} />
                    </RowAction>
                    <RowAction label={`Togli ${servizio.nome}`} tip="Togli" run={() => remove(servizio)}>
                      <IconTrash size={18} stroke={1.7} />
                    </RowAction>
                  </Group>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button
        variant="default"
        size="sm"
        className={classes['start']}
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => {
          setHint(null);
          setEdited('new');
        }}
      >
        Aggiungi un servizio
      </Button>
      <UnknownServices
        servizi={servizi}
        onAssign={(id, told) => keep(withHint(servizi, id, told))}
        onNew={(told) => {
          setHint(told);
          setEdited('new');
        }}
      />
      <ServizioDialog
        servizio={edited}
        hint={hint}
        servizi={servizi}
        onClose={() => setEdited(null)}
        onKeep={(servizio) => {
          setEdited(null);
          keep(withServizio(servizi, servizio));
        }}
      />
    </SavedSection>
  );
}

function ToldBy({ servizio }: { readonly servizio: Servizio }) {
  const { codici, tassonomie = [], tipiDovuto = [], parole = [] } = servizio;
  const others = [
    ...tassonomie.map((text) => `tassonomia ${text}`),
    ...tipiDovuto.map((text) => `tipo dovuto ${text}`),
    ...parole.map((text) => `«${text}»`),
  ];
  if (codici.length + others.length === 0) return <None />;
  return (
    <>
      {codici.length > 0 && <div className="code">{codici.join(', ')}</div>}
      {others.length > 0 && <div>{others.join(', ')}</div>}
    </>
  );
}

function None() {
  return (
    <Text span c="dimmed" aria-label="nessuno">
      –
    </Text>
  );
}

function RowAction(props: {
  readonly label: string;
  readonly tip: string;
  readonly disabled?: boolean;
  readonly run: () => void;
  readonly children: React.ReactNode;
}) {
  const { label, tip, disabled = false, run, children } = props;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={30}
      className={classes['rowAction'] ?? ''}
      aria-label={label}
      data-tip={tip}
      // Still to be reached by Tab: the focus must not fall when a service arrives at the top.
      aria-disabled={disabled}
      {...(disabled && { 'data-disabled': true })}
      onClick={() => {
        if (!disabled) run();
      }}
    >
      {children}
    </ActionIcon>
  );
}
