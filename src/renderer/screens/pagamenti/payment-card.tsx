import type { Output } from '../../../shared/contract/api.ts';
import { sayAnomaly } from '../../../shared/wording/warnings.ts';
import { dotNames, sayAnswer, statusMeanings } from '../../../shared/wording/dots.ts';
import { sayEsito } from '../../../shared/wording/evidence.ts';
import { euro, italianDay } from '../../../shared/wording/figures.ts';
import { voceOfStatus } from '../../../shared/wording/guide/places.ts';
import { positionLabels, statusLabels } from '../../../shared/wording/labels.ts';
import { CardActions } from '../../components/card-actions.tsx';
import { CardFrame } from '../../components/card-frame.tsx';
import { DecisionList } from '../../components/decision-list.tsx';
import { Code, Fact, Facts, Section, Standing, Station, Trail } from '../../components/evidence.tsx';
import { CodiceFiscale } from '../../components/personal.tsx';
import classes from '../../components/evidence.module.css';
import { useLinks } from '../../components/links.ts';
import { paymentNamed } from '../../components/list-ask.ts';
import { MoneyLines } from '../../components/money-lines.tsx';
import { Pallini } from '../../components/pallino.tsx';
import { Service } from '../../components/service.tsx';
import { SourceLink } from '../../components/source-link.tsx';
import { useServices } from '../../components/use-services.ts';
import { noteAction, partnerAction } from '../../components/usual-actions.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { sayReason } from './columns.tsx';

type Card = Output<'payments.read'>;

/** The whole trail of a payment: receipt, flusso, provvisori. */
export function PaymentCard({ name }: { readonly name: string }) {
  const answer = useQuestion('payments.read', paymentNamed(name));
  return (
    <CardFrame answer={answer} named={paymentNamed(name) !== null}>
      {(card) => <PaymentTrail card={card} />}
    </CardFrame>
  );
}

function PaymentTrail({ card }: { readonly card: Card }) {
  const { payment, decisions, sameIuv } = card;
  const { iuv, iur, index, dots, status, reasons } = payment;
  const { serviceName } = useServices();
  const target = { type: 'payment', iuv, iur, index } as const;
  return (
    <>
      <Standing
        amount={euro(payment.cents)}
        mark={<Pallini dots={dots} size={20} />}
        label={statusLabels[status]}
        meaning={statusMeanings[status]}
        voce={voceOfStatus(status)}
      >
        {reasons.length > 0 && (
          <p className={classes['sentence']}>Inoltre: {reasons.map(sayReason).join(', ')}.</p>
        )}
      </Standing>
      <Facts>
        <Fact name="IUV">
          <Code text={iuv} />
        </Fact>
        <Fact name="Numero avviso">
          {payment.noticeNumber !== null && <Code text={payment.noticeNumber} />}
        </Fact>
        <Fact name="IUR">
          {iur === '' ? (
            'Non detto dagli elenchi: si saprà dalla ricevuta o dal flusso'
          ) : (
            <>
              <Code text={iur} />
              {index !== 1 && <span className={classes['soft']}> indice {index}</span>}
            </>
          )}
        </Fact>
        <Fact name="Servizio">
          {payment.service !== null && (
            <Service name={serviceName(payment.service)} source={card.serviceSource} />
          )}
        </Fact>
        <Fact name="Partner">{payment.partner}</Fact>
      </Facts>
      <Trail>
        <Station dot={dots.pagamento} title={dotNames.pagamento} answer={sayAnswer(dots.pagamento)}>
          <Receipt card={card} />
          <OtherReceipts card={card} />
          <Owed card={card} />
        </Station>
        <Station
          dot={dots.rendicontazione}
          title={dotNames.rendicontazione}
          answer={sayAnswer(dots.rendicontazione)}
        >
          <Report card={card} />
        </Station>
        <Station
          dot={dots.riconciliazione}
          title={dotNames.riconciliazione}
          answer={sayAnswer(dots.riconciliazione)}
        >
          <Settlement card={card} />
        </Station>
      </Trail>
      {sameIuv.length > 0 && <SameIuv payments={sameIuv} />}
      <DecisionList decisions={decisions} />
      <CardActions actions={[noteAction(target, decisions), partnerAction(target)]} />
    </>
  );
}

function Receipt({ card: { receipt } }: { readonly card: Card }) {
  if (receipt === null) return <p className={classes['sentence']}>La ricevuta non è fra i file importati.</p>;
  const { debtor, psp } = receipt;
  return (
    <Facts>
      <Fact name="Pagato il">{italianDay(receipt.paidOn)}</Fact>
      <Fact name="Importo">
        {euro(receipt.cents)}
        {receipt.totalCents !== receipt.cents && ` su ${euro(receipt.totalCents)} pagati in tutto`}
      </Fact>
      <Fact name="Debitore">{debtor.name}</Fact>
      <Fact name="Codice fiscale">
        {debtor.codiceFiscale !== null && <CodiceFiscale text={debtor.codiceFiscale} />}
      </Fact>
      <Fact name="Causale">{receipt.description ?? receipt.transferDescription}</Fact>
      <Fact name="PSP">{psp !== null && (psp.name ?? psp.code)}</Fact>
      <Fact name="Ricevuta">{receipt.receiptId !== '' && <Code text={receipt.receiptId} />}</Fact>
      <Fact name="Documento">
        <SourceLink source={receipt.source} also={receipt.elsewhere} />
      </Fact>
    </Facts>
  );
}

/** What other receipts of the same payment say instead: nothing of them is lost, and a person decides which is right. */
function OtherReceipts({ card: { otherReceipts } }: { readonly card: Card }) {
  return otherReceipts.map(({ source, receiptId, paidOn, cents, debtor }) => (
    <div key={`${source.document.id}-${receiptId}`}>
      <p className={classes['sentence']}>Un’altra ricevuta dello stesso pagamento dice invece:</p>
      <Facts>
        <Fact name="Pagato il">{italianDay(paidOn)}</Fact>
        <Fact name="Importo">{euro(cents)}</Fact>
        <Fact name="Debitore">{debtor.name}</Fact>
        <Fact name="Codice fiscale">
          {debtor.codiceFiscale !== null && <CodiceFiscale text={debtor.codiceFiscale} />}
        </Fact>
        <Fact name="Documento">
          <SourceLink source={source} />
        </Fact>
      </Facts>
    </div>
  ));
}

/** Who owes, from the debt position, where the receipt is missing or says otherwise; and what is due. */
function Owed({ card: { position, receipt } }: { readonly card: Card }) {
  const links = useLinks();
  if (position === null) return null;
  const { debtor } = position;
  const isTold = receipt !== null && receipt.debtor.codiceFiscale === debtor.codiceFiscale;
  return (
    <>
      <p className={classes['sentence']}>Dalla posizione debitoria:</p>
      <Facts>
        {!isTold && (
          <>
            <Fact name="Debitore">{debtor.name}</Fact>
            <Fact name="Codice fiscale">
              {debtor.codiceFiscale !== null && <CodiceFiscale text={debtor.codiceFiscale} />}
            </Fact>
            <Fact name="Causale">{position.description}</Fact>
          </>
        )}
        <Fact name="Dovuto">
          {euro(position.cents)}
          {position.dueDay !== null && ` entro il ${italianDay(position.dueDay)}`}
        </Fact>
        <Fact name="Posizione">
          <a href={links.position(position.key)}>{positionLabels[position.status].toLowerCase()}</a>
        </Fact>
        <Fact name="Documento">
          <SourceLink source={position.source} />
        </Fact>
      </Facts>
    </>
  );
}

function Report({ card: { report, payment, dueDay, late } }: { readonly card: Card }) {
  const links = useLinks();
  if (report === null) {
    if (payment.dots.rendicontazione === 'none')
      return <p className={classes['sentence']}>Per questo pagamento non è dovuto nessun flusso.</p>;
    return <Due what="Nessun flusso importato lo elenca." dueDay={dueDay} late={late} />;
  }
  return (
    <Facts>
      <Fact name="Flusso">
        <Code text={report.iuf} href={links.flusso(report.iuf)} />
      </Fact>
      <Fact name="Esito">
        {sayEsito(report.esito)}, {euro(report.cents)} il {italianDay(report.date)}
      </Fact>
      <Fact name="PSP">{report.psp.name ?? report.psp.code}</Fact>
      <Fact name="Regolamento">
        <span className="code">{report.regolamento}</span> del {italianDay(report.flowDate)}
      </Fact>
      <Fact name="Tutto il flusso">
        {euro(report.flowCents)} in {report.flowRows.toLocaleString('it-IT')}{' '}
        {report.flowRows === 1 ? 'pagamento' : 'pagamenti'}
      </Fact>
      <Fact name="Non torna">
        {report.anomalies.length > 0 && report.anomalies.map(sayAnomaly).join('; ')}
      </Fact>
      <Fact name="Documento">
        <SourceLink source={report.source} also={report.elsewhere} />
      </Fact>
    </Facts>
  );
}

function Settlement({ card: { money, payment, dueDay, late, report } }: { readonly card: Card }) {
  if (money.length > 0) return <MoneyLines lines={money} iuf={payment.iuf} />;
  if (payment.dots.riconciliazione === 'none')
    return <p className={classes['sentence']}>Per noi non arriva denaro da questo pagamento.</p>;
  return report === null ? (
    <p className={classes['sentence']}>Il denaro si cerca quando arriva il flusso.</p>
  ) : (
    <Due what="Nessun provvisorio porta il denaro del flusso." dueDay={dueDay} late={late} />
  );
}

/** What is missing, and since when that is late. */
function Due(props: { readonly what: string; readonly dueDay: string | null; readonly late: boolean }) {
  const { what, dueDay, late } = props;
  return (
    <p className={classes['sentence']}>
      {what}
      {dueDay !== null &&
        (late ? ` Era atteso entro il ${italianDay(dueDay)}.` : ` Atteso entro il ${italianDay(dueDay)}.`)}
    </p>
  );
}

/** The rest of a pair: the same notice, paid or reported once more. */
function SameIuv({ payments }: { readonly payments: Card['sameIuv'] }) {
  const links = useLinks();
  return (
    <Section title="Lo stesso IUV">
      <ul className={classes['plainList']}>
        {payments.map((other) => (
          <li key={`${other.index} ${other.iur}`} className={classes['item']}>
            <div className={classes['itemHead']}>
              <Pallini dots={other.dots} size={16} />
              <span className={`${classes['itemName']} figures`}>{euro(other.cents)}</span>
            </div>
            <div>
              {statusLabels[other.status]}
              {other.paidOn !== null && `, pagato il ${italianDay(other.paidOn)}`}
            </div>
            <a className="code" href={links.payment(other)}>
              {other.iur === '' ? 'Senza IUR' : `IUR ${other.iur}`}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
