import type { Output } from '../../../shared/contract/api.ts';
import { provvisorioMeanings } from '../../../shared/wording/bucket-meanings.ts';
import { provvisorioStates } from '../../../shared/wording/evidence.ts';
import { euro, italianDay } from '../../../shared/wording/figures.ts';
import { voceOfProvvisorio } from '../../../shared/wording/guide/places.ts';
import { bucketDots } from '../../components/bucket-badge.tsx';
import { CardActions, type CardAction } from '../../components/card-actions.tsx';
import { CardFrame } from '../../components/card-frame.tsx';
import { CorrectDialog, ExcludeDialog, UnlinkDialog } from '../../components/decision-dialogs.tsx';
import { DecisionList } from '../../components/decision-list.tsx';
import classes from '../../components/evidence.module.css';
import { Fact, Facts, Section, Standing } from '../../components/evidence.tsx';
import { LinkDialog } from '../../components/link-dialog.tsx';
import { provvisorioNamed } from '../../components/list-ask.ts';
import { Pallino } from '../../components/pallino.tsx';
import { ShareDialog } from '../../components/share-dialog.tsx';
import { SourceLink } from '../../components/source-link.tsx';
import { SuggestionList } from '../../components/suggestion-list.tsx';
import { noteAction, partnerAction } from '../../components/usual-actions.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { sayPlace } from './columns.tsx';
import { CountsUnder } from './counts-under.tsx';
import { ProvvisorioEvents } from './provvisorio-events.tsx';
import { ProvvisorioReading } from './provvisorio-reading.tsx';
import { SharingList } from './sharing-list.tsx';

type Card = Output<'provvisori.read'>;

/** A provvisorio: its causale, what it counts under, and what a person can decide of it. */
export function ProvvisorioCard({ name }: { readonly name: string }) {
  const key = provvisorioNamed(name);
  const answer = useQuestion('provvisori.read', key);
  return (
    <CardFrame answer={answer} named={key !== null}>
      {(card) => <ProvvisorioStory card={card} />}
    </CardFrame>
  );
}

function ProvvisorioStory({ card }: { readonly card: Card }) {
  const { provvisorio, suggestions, decisions } = card;
  const { bucket, suspect, cents } = provvisorio;
  return (
    <>
      <Standing
        amount={euro(cents)}
        mark={<Pallino dot={bucketDots[suspect ? 'partial' : bucket]} size={22} />}
        label={capital(sayPlace(provvisorio))}
        meaning={suspect ? suspectMeaning : provvisorioMeanings[bucket]}
        voce={voceOfProvvisorio(bucket)}
      >
        {provvisorio.conflict !== null && (
          <ul className={classes['remarks']} aria-label="Che cosa non torna">
            <li>
              La causale nomina con certezza il flusso <span className="code">{provvisorio.conflict}</span>,
              ma vale quello che una persona ha deciso: confermarlo, o annullarlo qui sotto.
            </li>
          </ul>
        )}
      </Standing>
      <Facts>
        <Fact name="Data">{italianDay(provvisorio.date)}</Fact>
        <Fact name="Versante">{provvisorio.payer}</Fact>
        <Fact name="Regolarizzazione">
          {capital(provvisorioStates[provvisorio.state])}
          {card.regularisedCents > 0 &&
            card.regularisedCents < cents &&
            `: ${euro(card.regularisedCents)} su ${euro(cents)}`}
        </Fact>
        <Fact name="Stornato">
          {card.stornedCents > 0 && `${euro(card.stornedCents)} su ${euro(card.originalCents)}`}
        </Fact>
      </Facts>
      <ProvvisorioReading card={card} />
      <CountsUnder card={card} />
      <SharingList sharings={card.sharings} provvisorio={provvisorio} />
      <SuggestionList suggestions={suggestions} of="flusso" />
      <CardActions actions={actionsOf(card)} />
      <InTheGiornale card={card} />
      <ProvvisorioEvents events={card.events} />
      <DecisionList decisions={decisions} />
    </>
  );
}

/** The line that brought it, for whoever looks it up at the bank. */
function InTheGiornale({ card: { movement, provvisorio } }: { readonly card: Card }) {
  return (
    <Section title="Nel giornale di cassa">
      <Facts>
        <Fact name="Documento">
          <SourceLink source={movement.source} also={movement.elsewhere} />
        </Fact>
        <Fact name="Valuta">{movement.valueDate !== provvisorio.date && italianDay(movement.valueDate)}</Fact>
        <Fact name="Bolletta">{movement.bolletta}</Fact>
        <Fact name="Movimento">{movement.numeroMovimento}</Fact>
        <Fact name="Conto">{provvisorio.conto}</Fact>
        <Fact name="End to end">
          {movement.endToEnd !== null && <span className="code">{movement.endToEnd}</span>}
        </Fact>
        <Fact name="CRO o TRN">
          {movement.reference !== null && <span className="code">{movement.reference}</span>}
        </Fact>
        <Fact name="Dati della banca">
          {movement.bankTexts.length > 0 && <span className="code">{movement.bankTexts.join(' · ')}</span>}
        </Fact>
      </Facts>
    </Section>
  );
}

const suspectMeaning = {
  means: 'La causale somiglia a quelle di pagoPA, ma non nomina né un flusso né un pagamento.',
  next: 'Abbinarlo al suo flusso, o dire che non è pagoPA.',
};

/** What can be decided: of money that was called back there is only a note to write. */
function actionsOf(card: Card): readonly CardAction[] {
  const { provvisorio, decisions } = card;
  const { esercizio, numero, conto, shares, state, decided } = provvisorio;
  const key = { esercizio, numero, conto };
  const target = { type: 'provvisorio', ...key } as const;
  const note = noteAction(target, decisions);
  if (state === 'cancelled') return [note];
  const isSettled = provvisorio.bucket === 'reconciled' || decided !== null;
  return [
    {
      name: 'Abbina a un flusso…',
      first: !isSettled && provvisorio.bucket !== 'notPagoPa',
      dialog: (onClose) => <LinkDialog provvisorio={provvisorio} onClose={onClose} />,
    },
    {
      name: 'Ripartisci…',
      dialog: (onClose) => (
        <ShareDialog provvisorio={provvisorio} begin={firstShares(card)} onClose={onClose} />
      ),
    },
    ...(shares.length === 0
      ? []
      : [
          {
            name: shares.length > 1 ? 'Non è di questi flussi…' : 'Non è di questo flusso…',
            dialog: (onClose: () => void) => (
              <UnlinkDialog provvisorio={key} iufs={shares.map(({ iuf }) => iuf)} onClose={onClose} />
            ),
          },
        ]),
    {
      name: 'Correggi la lettura…',
      dialog: (onClose) => <CorrectDialog provvisorio={key} onClose={onClose} />,
    },
    ...(decided === 'exclude' || (provvisorio.bucket === 'notPagoPa' && !provvisorio.suspect)
      ? []
      : [
          {
            name: 'Non è pagoPA…',
            dialog: (onClose: () => void) => <ExcludeDialog provvisorio={key} onClose={onClose} />,
          },
        ]),
    partnerAction(target),
    note,
  ];
}

/** Where its money counts, what the causale names, or nothing yet. */
function firstShares({ provvisorio, sharings, otherIufs }: Card) {
  const { shares, extraction } = provvisorio;
  if (shares.length > 0) return shares;
  const proposed = sharings.find(({ reasons }) => reasons.includes('named'))?.shares ?? [];
  const named = extraction.kind === 'iuf' && extraction.iuf !== null ? [extraction.iuf, ...otherIufs] : [];
  return named.map((iuf) => ({
    iuf,
    cents: proposed.find((share) => share.iuf === iuf)?.cents ?? null,
  }));
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
