import type { Output } from '../../../shared/contract/api.ts';
import { euro, italianDay } from '../../../shared/wording/figures.ts';
import { positionFlagLabels, positionLabels, statusLabels } from '../../../shared/wording/labels.ts';
import { meaningOfPosition } from '../../../shared/wording/positions.ts';
import { CardFrame } from '../../components/card-frame.tsx';
import { Code, Fact, Facts, Section, Standing } from '../../components/evidence.tsx';
import { CodiceFiscale } from '../../components/personal.tsx';
import classes from '../../components/evidence.module.css';
import { useLinks } from '../../components/links.ts';
import { Pallini, Pallino } from '../../components/pallino.tsx';
import { Service } from '../../components/service.tsx';
import { SourceLink } from '../../components/source-link.tsx';
import { useServices } from '../../components/use-services.ts';
import { useQuestion } from '../../state/use-question.ts';
import { dotOfPosition } from './reading.ts';

type Card = Output<'positions.read'>;

/** A debt position: who owes what, the lines that say so, and its payments. */
export function PositionCard({ name }: { readonly name: string }) {
  const named = name !== '' && name.length <= 300;
  const answer = useQuestion('positions.read', named ? { key: name } : null);
  return (
    <CardFrame answer={answer} named={named}>
      {(card) => <PositionFacts card={card} />}
    </CardFrame>
  );
}

function PositionFacts({ card }: { readonly card: Card }) {
  const { position, payments, versions, serviceSource } = card;
  const { debtor, flags, paidCents, service } = position;
  const { serviceName } = useServices();
  return (
    <>
      <Standing
        amount={euro(position.cents)}
        mark={<Pallino dot={dotOfPosition(position)} size={20} />}
        label={positionLabels[position.status]}
        meaning={meaningOfPosition(position)}
        voce="che-cosa-dice-lo-stato-di-una-posizione"
      >
        {flags.length > 0 && (
          <p className={classes['sentence']}>
            Inoltre: {flags.map((flag) => positionFlagLabels[flag]).join(', ')}.
          </p>
        )}
      </Standing>
      <Facts>
        <Fact name="Debitore">{debtor.name}</Fact>
        <Fact name="Codice fiscale">
          {debtor.codiceFiscale !== null && <CodiceFiscale text={debtor.codiceFiscale} />}
        </Fact>
        <Fact name="Causale">{position.description}</Fact>
        <Fact name="Scadenza">{italianDay(position.dueDay)}</Fact>
        <Fact name="Pagato">{paidCents !== null && euro(paidCents)}</Fact>
        <Fact name="Servizio">
          {service !== null && <Service name={serviceName(service)} source={serviceSource} />}
        </Fact>
        <Fact name="Tipo dovuto">{position.tipoDovuto}</Fact>
        <Fact name="Tassonomia">{card.category}</Fact>
        <Fact name="IUV">{position.iuv !== null && <Code text={position.iuv} />}</Fact>
        <Fact name="Numero avviso">
          {position.noticeNumber !== null && <Code text={position.noticeNumber} />}
        </Fact>
        <Fact name="IUD">{position.iud !== null && <Code text={position.iud} />}</Fact>
      </Facts>
      <Payments payments={payments} />
      <Section title={versions.length === 1 ? 'Da dove viene' : 'Gli elenchi che la dicono'}>
        <ul className={classes['plainList']}>
          {versions.map((version) => (
            <li key={`${version.source.document.id} ${version.source.row}`} className={classes['item']}>
              <div className={classes['itemHead']}>
                <SourceLink source={version.source} />
                <span className={`${classes['itemName']} figures`}>{euro(version.cents)}</span>
              </div>
              <div className={classes['soft']}>{sayVersion(version, versions.length)}</div>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function sayVersion({ action, current, dueDay }: Card['versions'][number], versions: number): string {
  return [
    ...(action === 'cancel' ? ['la annulla'] : []),
    ...(dueDay === null ? [] : [`scade il ${italianDay(dueDay)}`]),
    ...(current && versions > 1 ? ['è quella che conta'] : []),
  ].join(' · ');
}

function Payments({ payments }: Pick<Card, 'payments'>) {
  const links = useLinks();
  if (payments.length === 0) return null;
  return (
    <Section title={payments.length === 1 ? 'Il suo pagamento' : 'I suoi pagamenti'}>
      <ul className={classes['plainList']}>
        {payments.map((payment) => (
          <li key={`${payment.index} ${payment.iur}`} className={classes['item']}>
            <div className={classes['itemHead']}>
              <Pallini dots={payment.dots} size={16} />
              <span className={`${classes['itemName']} figures`}>{euro(payment.cents)}</span>
            </div>
            <a href={links.payment(payment)}>
              {statusLabels[payment.status]}
              {payment.paidOn !== null && `, pagato il ${italianDay(payment.paidOn)}`}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
