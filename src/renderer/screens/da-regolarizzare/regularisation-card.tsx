import type { Output } from '../../../shared/contract/api.ts';
import { sayMoment } from '../../../shared/wording/evidence.ts';
import { euro, italianDay, many } from '../../../shared/wording/figures.ts';
import { stageMeanings } from '../../../shared/wording/regularisation.ts';
import { CardActions } from '../../components/card-actions.tsx';
import { CardFrame } from '../../components/card-frame.tsx';
import { DecisionList } from '../../components/decision-list.tsx';
import evidence from '../../components/evidence.module.css';
import { Fact, Facts, Section, Standing } from '../../components/evidence.tsx';
import { useLinks } from '../../components/links.ts';
import { provvisorioNamed } from '../../components/list-ask.ts';
import { Pallino } from '../../components/pallino.tsx';
import { useServices } from '../../components/use-services.ts';
import { useQuestion } from '../../state/use-question.ts';
import { sayStage, stageDots } from './columns.tsx';
import classes from './da-regolarizzare.module.css';
import { PartsTable, usePaymentsOf } from './parts.tsx';
import { canBeSent } from './reading.ts';
import { SendDialog } from './send-dialog.tsx';

type Card = Output<'regularisation.read'>;

/** The reversali that a provvisorio calls for, what was asked of the ragioneria and what it has done. */
export function RegularisationCard({ name }: { readonly name: string }) {
  const key = provvisorioNamed(name);
  const answer = useQuestion('regularisation.read', key);
  return (
    <CardFrame answer={answer} named={key !== null}>
      {(card) => <Story card={card} />}
    </CardFrame>
  );
}

function Story({ card: { regularisation, decisions } }: { readonly card: Card }) {
  const { cents, openCents, stage, sent, parts, reversali } = regularisation;
  const links = useLinks();
  const { serviceName } = useServices();
  const paymentsOf = usePaymentsOf(regularisation);
  return (
    <>
      <Standing
        amount={euro(cents)}
        mark={<Pallino dot={stageDots[stage]} size={20} />}
        label={sayStage(regularisation)}
        meaning={stageMeanings[stage]}
        voce="che-cosa-dice-lo-stato-di-una-proposta"
      >
        {sent?.changed === true && (
          <p className={classes['changed']}>
            La proposta è cambiata dopo l’invio: controllare quello che la ragioneria ha ricevuto. Per
            inviarla di nuovo, annullare prima l’invio qui sotto.
          </p>
        )}
      </Standing>
      <Facts>
        <Fact name="Data">{`${italianDay(regularisation.date)}, da ${many(regularisation.days, 'giorno', 'giorni')}`}</Fact>
        <Fact name="Da coprire">{openCents > 0 && euro(openCents)}</Fact>
        <Fact name="Conto">{regularisation.conto}</Fact>
        <Fact name="Inviata">{sent !== null && `il ${sayMoment(sent.at)} da ${sent.author}`}</Fact>
        <Fact name="Provvisorio">
          <a href={links.provvisorio(regularisation)}>apri la scheda</a>
        </Fact>
      </Facts>
      <Section title={sent?.changed === true ? 'Proposta di oggi' : 'Reversali proposte'}>
        <PartsTable
          parts={parts}
          serviceName={serviceName}
          label="Reversali proposte"
          paymentsOf={paymentsOf}
        />
      </Section>
      {sent?.changed === true && (
        <Section title="Proposta inviata">
          <PartsTable parts={sent.parts} serviceName={serviceName} label="Proposta inviata" />
        </Section>
      )}
      {reversali.length > 0 && (
        <Section title={reversali.length === 1 ? 'La reversale che lo copre' : 'Le reversali che lo coprono'}>
          <ul className={evidence['plainList']}>
            {reversali.map(({ esercizio, numero, cents: covered }) => (
              <li key={`${esercizio}/${numero}`} className={evidence['item']}>
                <span className="figures">
                  Reversale {numero}/{esercizio}
                  {covered !== null && `: ${euro(covered)}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {canBeSent(regularisation) && (
        <CardActions
          actions={[
            {
              name: 'Segna come inviata alla ragioneria…',
              first: true,
              dialog: (onClose) => <SendDialog rows={[regularisation]} onDone={() => {}} onClose={onClose} />,
            },
          ]}
        />
      )}
      <DecisionList decisions={decisions} />
    </>
  );
}
