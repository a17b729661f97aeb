import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { withHint, type ServiceHint } from '../../../shared/domain/service.ts';
import type { Servizio } from '../../../shared/domain/settings.ts';
import { checkServiceCodice } from './codici.ts';
import { CodiciField } from './codici-field.tsx';
import { CoveredIuv } from './codici-section.tsx';
import classes from './impostazioni.module.css';
import { idOfName } from './servizi.ts';
import { TextsField } from '../../components/texts-field.tsx';

/** One service, new or as it is. */
export function ServizioDialog(props: {
  /** Null: closed. */
  readonly servizio: Servizio | 'new' | null;
  /** By what a new one is recognised to begin with. */
  readonly hint: ServiceHint | null;
  readonly servizi: readonly Servizio[];
  readonly onKeep: (servizio: Servizio) => void;
  readonly onClose: () => void;
}) {
  const { servizio, hint, servizi, onKeep, onClose } = props;
  const before = servizio === 'new' ? null : servizio;
  return (
    <Modal
      opened={servizio !== null}
      onClose={onClose}
      title={before === null ? 'Un servizio nuovo' : before.nome}
      size="lg"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi senza salvare' }}
    >
      {servizio !== null && (
        <ServizioForm before={before} hint={hint} servizi={servizi} onKeep={onKeep} onClose={onClose} />
      )}
    </Modal>
  );
}

function ServizioForm(props: {
  readonly before: Servizio | null;
  readonly hint: ServiceHint | null;
  readonly servizi: readonly Servizio[];
  readonly onKeep: (servizio: Servizio) => void;
  readonly onClose: () => void;
}) {
  const { before, hint, servizi, onKeep, onClose } = props;
  const others = servizi.filter(({ id }) => id !== before?.id);
  const [begun] = useState(() => before ?? newServizio(hint));
  const [nome, setNome] = useState(begun.nome);
  const [codici, setCodici] = useState(begun.codici);
  const [tassonomie, setTassonomie] = useState(begun.tassonomie ?? []);
  const [tipiDovuto, setTipiDovuto] = useState(begun.tipiDovuto ?? []);
  const [parole, setParole] = useState(begun.parole ?? []);
  const [capitolo, setCapitolo] = useState(begun.capitolo ?? '');
  const [accertamento, setAccertamento] = useState(begun.accertamento ?? '');
  const [codiceComplaint, setCodiceComplaint] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const nameComplaint = complainOfName(nome, others);

  function keep(event: React.FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (nameComplaint !== null || codiceComplaint !== null) return;
    onKeep({
      id: before?.id ?? idOfName(nome, others),
      nome: nome.trim(),
      codici,
      ...(tassonomie.length > 0 && { tassonomie }),
      ...(tipiDovuto.length > 0 && { tipiDovuto }),
      ...(parole.length > 0 && { parole }),
      ...(capitolo.trim() !== '' && { capitolo: capitolo.trim() }),
      ...(accertamento.trim() !== '' && { accertamento: accertamento.trim() }),
    });
  }

  return (
    <form onSubmit={keep} noValidate>
      <Stack gap="md">
        <TextInput
          label="Nome"
          placeholder="per esempio Mensa scolastica"
          data-autofocus
          autoComplete="off"
          value={nome}
          error={tried ? nameComplaint : null}
          onChange={(event) => setNome(event.currentTarget.value)}
        />
        <CodiciField
          label="Codici degli IUV"
          description="Come quelli dell’ente: di solito l’inizio dello IUV, codice di segregazione compreso."
          codici={codici}
          check={(written) => checkServiceCodice(written, codici, others)}
          onChange={setCodici}
          onComplaint={setCodiceComplaint}
        />
        <CoveredIuv codici={codici} />
        <TextsField
          label="Tassonomia"
          description="Il codice nelle ricevute, o come comincia. Serve quando nessun codice dice il servizio."
          placeholder="per esempio 0101101IM"
          texts={tassonomie}
          onChange={setTassonomie}
        />
        <TextsField
          label="Tipi dovuto"
          description="Come il programma dei pagamenti chiama questo debito negli elenchi delle posizioni."
          placeholder="per esempio MENSA"
          texts={tipiDovuto}
          onChange={setTipiDovuto}
        />
        <TextsField
          label="Parole della causale"
          description="Ultima risorsa: parole intere, senza badare a maiuscole e accenti."
          placeholder="per esempio refezione scolastica"
          texts={parole}
          onChange={setParole}
        />
        <div className={classes['pair']}>
          <TextInput
            label="Capitolo"
            description="Facoltativo"
            autoComplete="off"
            maxLength={60}
            value={capitolo}
            onChange={(event) => setCapitolo(event.currentTarget.value)}
          />
          <TextInput
            label="Accertamento"
            description="Facoltativo"
            autoComplete="off"
            maxLength={60}
            value={accertamento}
            onChange={(event) => setAccertamento(event.currentTarget.value)}
          />
        </div>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Lascia com’era
          </Button>
          <Button type="submit">{before === null ? 'Aggiungi' : 'Salva'}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function newServizio(hint: ServiceHint | null): Servizio {
  const empty: Servizio = { id: '', nome: '', codici: [] };
  const [begun = empty] = hint === null ? [] : withHint([empty], empty.id, hint);
  return begun;
}

function complainOfName(written: string, others: readonly Servizio[]): string | null {
  const nome = written.trim();
  if (nome === '') return 'Manca il nome del servizio.';
  if (nome.length > 200) return 'Il nome ha al massimo 200 caratteri.';
  const isTaken = others.some((other) => other.nome.toLowerCase() === nome.toLowerCase());
  return isTaken ? `Un servizio «${nome}» c’è già.` : null;
}
