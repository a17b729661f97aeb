import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Servizio } from '../../../shared/domain/settings.ts';
import { checkServiceCodice } from './codici.ts';
import { CodiciField } from './codici-field.tsx';
import { CoveredIuv } from './codici-section.tsx';
import classes from './impostazioni.module.css';
import { idOfName } from './servizi.ts';

/** One service, new or as it is. */
export function ServizioDialog(props: {
  /** Null: closed. */
  readonly servizio: Servizio | 'new' | null;
  readonly servizi: readonly Servizio[];
  readonly onKeep: (servizio: Servizio) => void;
  readonly onClose: () => void;
}) {
  const { servizio, servizi, onKeep, onClose } = props;
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
        <ServizioForm before={before} servizi={servizi} onKeep={onKeep} onClose={onClose} />
      )}
    </Modal>
  );
}

function ServizioForm(props: {
  readonly before: Servizio | null;
  readonly servizi: readonly Servizio[];
  readonly onKeep: (servizio: Servizio) => void;
  readonly onClose: () => void;
}) {
  const { before, servizi, onKeep, onClose } = props;
  const others = servizi.filter(({ id }) => id !== before?.id);
  const [nome, setNome] = useState(before?.nome ?? '');
  const [codici, setCodici] = useState(before?.codici ?? []);
  const [capitolo, setCapitolo] = useState(before?.capitolo ?? '');
  const [accertamento, setAccertamento] = useState(before?.accertamento ?? '');
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

function complainOfName(written: string, others: readonly Servizio[]): string | null {
  const nome = written.trim();
  if (nome === '') return 'Manca il nome del servizio.';
  if (nome.length > 200) return 'Il nome ha al massimo 200 caratteri.';
  const isTaken = others.some((other) => other.nome.toLowerCase() === nome.toLowerCase());
  return isTaken ? `Un servizio «${nome}» c’è già.` : null;
}
