import type { PlanProblem, TariScenario } from '../../domain/message/tari-plan.ts';
import { italianDay, many } from '../figures.ts';
import { say, type Sentences } from '../say.ts';

/** How a tax is asked for. */
export const tariScenarioLabels: Readonly<Record<TariScenario, string>> = {
  'unica-first': 'Prima la rata unica, poi le rate a chi non ha pagato nulla',
  'rate-only': 'Solo le rate, una per messaggio',
  single: 'Un avviso per messaggio, senza rate',
};

/** Why a sequence cannot be planned, and what to do. */
export function sayPlanProblem(problem: PlanProblem): string {
  return `${say(planSentences, problem)} Non è stato messo in coda alcun messaggio.`;
}

const planSentences: Sentences<PlanProblem> = {
  'decision-day-needed': ({ row, unicaDue, rataDue, debts, latest }) =>
    `La rata unica scade il ${italianDay(unicaDue)} e la prima rata il ${italianDay(rataDue)} (riga ${row}${debts > 1 ? `, e così per ${many(debts, 'debito', 'debiti')}` : ''}): aspettando la rata unica si annuncerebbe una rata già scaduta. Indicare il giorno da cui si passa alle rate, non dopo il ${italianDay(latest)}, oppure mandare solo le rate.`,
  'decision-day-too-late': ({ row, rataDue, latest }) =>
    `Il giorno da cui si passa alle rate è troppo vicino alla prima rata, che scade il ${italianDay(rataDue)} (riga ${row}). Sceglierne uno non dopo il ${italianDay(latest)}, oppure mandare solo le rate.`,
  'decision-day-too-early': ({ from }) =>
    `Il giorno da cui si passa alle rate deve venire dopo il ${italianDay(from)}, quando parte la rata unica. Sceglierne uno più avanti.`,
  'due-missing': ({ row }) =>
    `La riga ${row} non ha la scadenza: senza non si può mettere in ordine le rate. Completare l’elenco.`,
  'part-twice': ({ row, otherRow }) =>
    `Le righe ${otherRow} e ${row} sono la stessa rata della stessa persona: se sono due debiti, serve nell’elenco una colonna che li distingua (codice contribuente o id del documento).`,
  'rate-out-of-order': ({ row, otherRow }) =>
    `La rata alla riga ${row} non scade dopo quella alla riga ${otherRow}, che viene prima. Controllare le scadenze.`,
  'no-rate': () =>
    'Nell’elenco non ci sono rate. Controllare la colonna della rata, o mandare un avviso per messaggio.',
};
