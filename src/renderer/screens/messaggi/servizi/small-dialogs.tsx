import { Button, Group, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { euro } from '../../../../shared/wording/figures.ts';
import { sayCapHint } from '../../../../shared/wording/messages/keys.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { typedAmount } from '../../../components/typed-values.ts';
import { useTask } from '../../../state/use-task.ts';
import { KeyTestForm } from './key-test-form.tsx';
import { textOrNull, type ServicePart } from './service-part.ts';

export function TestDialog(props: {
  readonly service: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      onClose={props.onClose}
      title={`Provare la chiave di ${props.name}`}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi' }}
    >
      <KeyTestForm service={props.service} focus />
    </Dialog>
  );
}

export function RemoveDialog(props: {
  readonly service: string;
  readonly name: string;
  readonly again: () => void;
  readonly onClose: () => void;
}) {
  const remove = useTask('keys.remove');
  async function run(): Promise<void> {
    const told = await remove.run({ service: props.service });
    props.again();
    if (told.ok) props.onClose();
  }
  return (
    <Dialog
      onClose={props.onClose}
      title={`Togliere la chiave di ${props.name}?`}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi senza togliere' }}
    >
      <Stack gap="md">
        <Text size="sm">
          I messaggi di questo servizio restano in coda finché non se ne incolla un’altra. In IO la chiave
          continua a valere: per renderla inutile va rigenerata nell’Area Riservata.
        </Text>
        <ProblemNotice problem={remove.problem} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" data-autofocus onClick={props.onClose}>
            Lasciala
          </Button>
          <Button color="red" loading={remove.running} onClick={() => void run()}>
            Togli la chiave
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** What a service has in IO, as its page in the back office says it. */
export function PartDialog(props: {
  readonly name: string;
  readonly part: ServicePart;
  readonly onKeep: (part: ServicePart) => void;
  readonly onClose: () => void;
}) {
  const { part } = props;
  const [ioName, setIoName] = useState(part.name ?? '');
  const [cap, setCap] = useState(part.cap === null ? '' : euro(part.cap));
  const [contacts, setContacts] = useState(part.contacts ?? '');
  const [secure, setSecure] = useState(part.secure);
  const amount = typedAmount(cap);
  const isWrong = !amount.ok || (amount.value !== null && amount.value < 0);
  return (
    <Dialog
      onClose={props.onClose}
      title={`${props.name} in IO`}
      size="lg"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Chiudi senza salvare' }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (amount.ok && !isWrong)
            props.onKeep({
              id: part.id,
              name: textOrNull(ioName),
              cap: amount.value,
              secure,
              contacts: textOrNull(contacts),
            });
        }}
      >
        <Stack gap="md">
          <TextInput
            label="Nome nell’app"
            description="Come i cittadini vedono il servizio."
            data-autofocus
            autoComplete="off"
            maxLength={200}
            value={ioName}
            onChange={(event) => setIoName(event.currentTarget.value)}
          />
          <TextInput
            label="Importo massimo per avviso"
            description={sayCapHint(amount.ok ? amount.value : null)}
            placeholder="non indicato"
            autoComplete="off"
            maxLength={40}
            value={cap}
            error={isWrong ? 'Importo non valido' : null}
            onChange={(event) => setCap(event.currentTarget.value)}
          />
          <Textarea
            label="Contatti"
            description="A chi scrive o telefona il cittadino per questo servizio; senza, valgono quelli di tutti i messaggi."
            autosize
            minRows={2}
            maxLength={500}
            value={contacts}
            onChange={(event) => setContacts(event.currentTarget.value)}
          />
          <Switch
            label="Servizio riservato"
            description="Chi ha attivato i canali riservati nel back-office lo indichi qui: anteprime ed e-mail non mostrano il testo."
            checked={secure}
            onChange={(event) => setSecure(event.currentTarget.checked)}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={props.onClose}>
              Lascia com’è
            </Button>
            <Button type="submit">Salva</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
