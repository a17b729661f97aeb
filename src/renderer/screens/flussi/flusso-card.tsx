import type { Output } from '../../../shared/contract/api.ts';
import { flowMeanings } from '../../../shared/wording/bucket-meanings.ts';
import { sayMoment } from '../../../shared/wording/evidence.ts';
import { euro, italianDay, many } from '../../../shared/wording/figures.ts';
import { voceOfFlow } from '../../../shared/wording/guide/places.ts';
import { flowLabels } from '../../../shared/wording/labels.ts';
import { sayAnomaly } from '../../../shared/wording/warnings.ts';
import { bucketDots } from '../../components/bucket-badge.tsx';
import { CardActions } from '../../components/card-actions.tsx';
import { CardFrame } from '../../components/card-frame.tsx';
import { DecisionList } from '../../components/decision-list.tsx';
import classes from '../../components/evidence.module.css';
import { Code, Fact, Facts, Section, Standing } from '../../components/evidence.tsx';
import { MoneyLines } from '../../components/money-lines.tsx';
import { Pallino } from '../../components/pallino.tsx';
import { SourceLink } from '../../components/source-link.tsx';
import { SuggestionList } from '../../components/suggestion-list.tsx';
import { noteAction, partnerAction } from '../../components/usual-actions.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { missingCents } from './columns.tsx';
import { FlussoPayments } from './flusso-payments.tsx';
import { TogetherList } from './together-list.tsx';

type Card = Output<'flussi.read'>;

/** A flusso: its money, its versions and its payments. */
export function FlussoCard({ iuf }: { readonly iuf: string }) {
  const answer = useQuestion('flussi.read', { iuf: iuf.slice(0, 100) });
  return (
    <CardFrame answer={answer} named>
      {(card) => <FlussoStory card={card} />}
    </CardFrame>
  );
}

function FlussoStory({ card }: { readonly card: Card }) {
  const { flusso, money, suggestions, decisions, anomalies, versions } = card;
  const { iuf, bucket } = flusso;
  const target = { type: 'flusso', iuf } as const;
  return (
    <>
      <Standing
        amount={euro(flusso.revision === null ? flusso.receivedCents : flusso.cents)}
        mark={<Pallino dot={bucketDots[bucket]} size={22} />}
        label={capital(flowLabels[bucket])}
        meaning={flowMeanings[bucket]}
        voce={voceOfFlow(bucket)}
      >
        {anomalies.length > 0 && (
          <ul className={classes['remarks']} aria-label="Che cosa non torna">
            {anomalies.map((anomaly) => (
              <li key={JSON.stringify(anomaly)}>Il flusso {sayAnomaly(anomaly)}.</li>
            ))}
          </ul>
        )}
      </Standing>
      <FlussoFacts card={card} />
      <SuggestionList suggestions={suggestions} of="provvisorio" />
      <TogetherList iuf={iuf} together={card.together} />
      <Section
        title="Il denaro"
        aside={money.length > 0 && <span className="figures">{euro(flusso.receivedCents)} ricevuti</span>}
      >
        {money.length === 0 ? (
          <p className={classes['sentence']}>{noMoney(card)}</p>
        ) : (
          <MoneyLines lines={money} iuf={card.flusso.iuf} />
        )}
      </Section>
      {flusso.revision !== null && <FlussoPayments iuf={iuf} />}
      {versions.length > 0 && <Versions versions={versions} />}
      <DecisionList decisions={decisions} />
      <CardActions actions={[noteAction(target, decisions), partnerAction(target)]} />
    </>
  );
}

function FlussoFacts({ card }: { readonly card: Card }) {
  const { flusso, regolamento, dueDay, rowsOfOurs, rowsOfOthers } = card;
  const { psp, revision } = flusso;
  const missing = missingCents(flusso);
  return (
    <Facts>
      <Fact name="IUF">
        <Code text={flusso.iuf} />
      </Fact>
      <Fact name="PSP">{psp !== null && (psp.name ?? psp.code)}</Fact>
      <Fact name="Data">{italianDay(flusso.date)}</Fact>
      <Fact name="Regolamento">{regolamento !== null && <span className="code">{regolamento}</span>}</Fact>
      <Fact name="Pagamenti">
        {revision !== null && many(flusso.rows, 'pagamento', 'pagamenti')}
        {rowsOfOthers > 0 &&
          (rowsOfOurs === 0
            ? ', tutti di un altro partner'
            : `, di cui ${many(rowsOfOthers, 'è', 'sono')} di un altro partner`)}
      </Fact>
      <Fact name="Ricevuto">{euro(flusso.receivedCents)}</Fact>
      <Fact name={missing < 0 ? 'In più' : 'Mancano'}>
        {missing !== 0 && <strong>{euro(Math.abs(missing))}</strong>}
      </Fact>
      <Fact name="Atteso entro">
        {(flusso.bucket === 'awaiting' || flusso.bucket === 'missing') && italianDay(dueDay)}
      </Fact>
    </Facts>
  );
}

function noMoney({ dueDay, late }: Card): string {
  return late
    ? `Nessun provvisorio nomina questo flusso. Il denaro era atteso entro il ${italianDay(dueDay)}.`
    : `Nessun provvisorio nomina ancora questo flusso. Il denaro è atteso entro il ${italianDay(dueDay)}.`;
}

function Versions({ versions }: { readonly versions: Card['versions'] }) {
  return (
    <Section title={versions.length === 1 ? 'Il documento' : 'Le versioni'}>
      <ul className={classes['plainList']}>
        {versions.map((version) => (
          <li key={version.source.document.id} className={classes['item']}>
            <div className={classes['itemHead']}>
              <span className={classes['itemName']}>
                Revisione {version.revision}
                {versions.length > 1 && (version.current ? ', quella che vale' : ', superata')}
              </span>
              <span className="figures">{euro(version.cents)}</span>
            </div>
            <div className={classes['soft']}>
              {many(version.rows, 'pagamento', 'pagamenti')},{' '}
              {version.createdAt === '' ? 'da un elenco' : `prodotta il ${sayMoment(version.createdAt)}`}
            </div>
            <SourceLink source={version.source} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
