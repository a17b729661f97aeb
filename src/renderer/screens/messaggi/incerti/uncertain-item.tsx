import { Button, Group, Text, Title } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { Output } from '../../../../shared/contract/api.ts';
import type { Settlement } from '../../../../shared/domain/message/state.ts';
import { euro, italianDay, sayMoment } from '../../../../shared/wording/figures.ts';
import { sayPhase } from '../../../../shared/wording/messages/attempts.ts';
import { sayReason } from '../../../../shared/wording/messages/reasons.ts';
import { announceCopy, copyText } from '../../../components/copy.ts';
import { Code, Fact, Facts } from '../../../components/evidence.tsx';
import { CodiceFiscale } from '../../../components/personal.tsx';
import { Sheet } from '../../../components/page.tsx';
import { Pallino } from '../../../components/pallino.tsx';
import { useServices } from '../../../components/use-services.ts';
import { useQuestion } from '../../../state/use-question.ts';
import { assistanceText } from './assistance.ts';
import classes from './incerti.module.css';

export type Uncertain = Output<'outbox.messages'>['rows'][number];

/** One message of which nobody knows whether it arrived, and what a person may say of it. */
export function UncertainItem(props: {
  readonly message: Uncertain;
  readonly onSettle: (how: Settlement) => void;
}) {
  const { message, onSettle } = props;
  const { settings, serviceName } = useServices();
  const attempts = useQuestion('outbox.message', { id: message.id }).value?.attempts ?? [];
  const last = attempts.at(-1);
  const { reason, cents, dueDay } = message;
  const leftAt = last?.startedAt ?? message.changedAt;
  const name = message.name ?? `Riga ${message.row}`;
  const copy = (): void => {
    const text = assistanceText({
      message,
      leftAt,
      httpCode: last?.httpCode ?? null,
      ente: settings?.ente ?? null,
      service: serviceName(message.service),
    });
    void copyText(text).then(announceCopy);
  };
  return (
    <Sheet>
      <article aria-label={`Esito incerto: ${name}`} className={classes['item']}>
        <div className={classes['head']}>
          <Pallino dot="warning" size={24} />
          <Title order={2} className={classes['name']}>
            {name}
          </Title>
          {cents !== null && <span className={`${classes['amount']} figures`}>{euro(cents)}</span>}
        </div>
        <Text size="sm">{reason === null ? '' : sayReason(reason)}</Text>
        <Facts>
          <Fact name="Inviato">{sayMoment(leftAt)}</Fact>
          <Fact name="Fin dove">{sayPhase(last?.httpCode ?? null, last?.endedAt ?? null)}</Fact>
          <Fact name="Codice fiscale">
            <CodiceFiscale text={message.fiscalCode} />
          </Fact>
          <Fact name="Servizio">{serviceName(message.service)}</Fact>
          <Fact name="Numero avviso">
            {message.noticeNumber !== null && <Code text={message.noticeNumber} />}
          </Fact>
          <Fact name="Scadenza">{italianDay(dueDay)}</Fact>
          <Fact name="Tentativi">{message.attempts > 1 && message.attempts}</Fact>
        </Facts>
        <Group gap="sm" className={classes['choices'] ?? ''}>
          <Button onClick={() => onSettle('inviato')}>Considera inviato</Button>
          <Button variant="default" onClick={() => onSettle('altro-canale')}>
            Usa un altro canale
          </Button>
          <Button variant="default" onClick={() => onSettle('reinvia')}>
            Reinvia, con possibile doppione…
          </Button>
          <span className={classes['push']} />
          <Button variant="subtle" leftSection={<IconCopy size={17} aria-hidden="true" />} onClick={copy}>
            Copia i dati per l’assistenza
          </Button>
        </Group>
      </article>
    </Sheet>
  );
}
