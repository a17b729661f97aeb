import { isDay } from '../../../../shared/domain/day.ts';
import type { Output } from '../../../../shared/contract/api.ts';
import { euro, italianDay, sayMoment } from '../../../../shared/wording/figures.ts';
import { sayReason } from '../../../../shared/wording/messages/reasons.ts';
import { messageStateLabels, messageStateMeanings } from '../../../../shared/wording/messages/states.ts';
import { AppPreview } from '../../../components/app-preview/app-preview.tsx';
import { CardFrame } from '../../../components/card-frame.tsx';
import { Code, Fact, Facts, Section } from '../../../components/evidence.tsx';
import { CodiceFiscale } from '../../../components/personal.tsx';
import evidence from '../../../components/evidence.module.css';
import { Pallino } from '../../../components/pallino.tsx';
import { useServices } from '../../../components/use-services.ts';
import { useQuestion } from '../../../state/use-question.ts';
import { stateDots } from '../state-badge.tsx';
import { Attempts, Settlements } from './attempts.tsx';

/** Everything about one message: where it stands, what was tried, and what the citizen sees. */
export function MessageCard(props: { readonly id: number; readonly campaignName: (id: number) => string }) {
  const answer = useQuestion('outbox.message', { id: props.id });
  return (
    <CardFrame answer={answer} named>
      {(card) => <Inside card={card} campaignName={props.campaignName} />}
    </CardFrame>
  );
}

function Inside(props: {
  readonly card: Output<'outbox.message'>;
  readonly campaignName: (id: number) => string;
}) {
  const { message, attempts, settlements } = props.card;
  const { serviceName } = useServices();
  const { state, reason, cents } = message;
  return (
    <>
      <section className={evidence['standing']} aria-label="Come sta">
        <div className={evidence['standingLine']}>
          <span className={`${evidence['amount']} figures`}>
            {cents === null ? 'Senza avviso' : euro(cents)}
          </span>
          <span className={evidence['standingMark']}>
            <Pallino dot={stateDots[state]} size={22} />
            <strong>{messageStateLabels[state]}</strong>
          </span>
        </div>
        <p className={evidence['sentence']}>{messageStateMeanings[state]}</p>
        {reason !== null && <p className={evidence['next']}>{sayReason(reason)}</p>}
      </section>
      <Section title="Il messaggio">
        <Facts>
          <Fact name="Codice fiscale">
            <CodiceFiscale text={message.fiscalCode} />
          </Fact>
          <Fact name="Numero avviso">
            {message.noticeNumber !== null && <Code text={message.noticeNumber} />}
          </Fact>
          <Fact name="Scadenza">{italianDay(message.dueDay)}</Fact>
          <Fact name="Non prima del">{italianDay(message.notBefore)}</Fact>
          <Fact name="Servizio">{serviceName(message.service)}</Fact>
          <Fact name="Campagna">{`${props.campaignName(message.campaign)}, riga ${message.row}`}</Fact>
          <Fact name="Si riprova">{message.nextAt !== null && `dal ${sayMoment(message.nextAt)}`}</Fact>
          <Fact name="Preso da IO">{message.acceptedAt !== null && sayMoment(message.acceptedAt)}</Fact>
          <Fact name="Identificativo IO">
            {message.messageId !== null && <Code text={message.messageId} />}
          </Fact>
          <Fact name="Chiave">
            <Code text={message.key} />
          </Fact>
        </Facts>
      </Section>
      <Attempts attempts={attempts} />
      <Settlements settlements={settlements} />
      <Seen card={props.card} />
    </>
  );
}

/** The frozen text, as it left or will leave. */
function Seen({ card }: { readonly card: Output<'outbox.message'> }) {
  const { message, subject, markdown } = card;
  const { settings, serviceName } = useServices();
  const settingsOfMessages = useQuestion('messages.settings.read', {}).value;
  if (subject === null || markdown === null) return null;
  const { noticeNumber, cents, dueDay } = message;
  const ioName = settingsOfMessages?.services.find(({ id }) => id === message.service)?.name;
  return (
    <Section title="Che cosa vede il cittadino">
      <AppPreview
        subject={subject}
        markdown={markdown}
        dueDay={dueDay !== null && isDay(dueDay) ? dueDay : null}
        payment={noticeNumber === null || cents === null ? null : { noticeNumber, cents }}
        service={ioName ?? serviceName(message.service)}
        ente={settings?.ente?.denominazione ?? 'Comune'}
      />
    </Section>
  );
}
