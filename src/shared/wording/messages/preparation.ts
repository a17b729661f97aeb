import type { CampaignWarning, PreparationWarning, RowRefusal } from '../../domain/message/preparation.ts';
import type { AskedFor } from '../../domain/message/compare-positions.ts';
import { euro, italianDay, many } from '../figures.ts';
import { sayListWarning, sayRata, sayRefusedProperty, sayRowFlaw } from './list.ts';
import { say, type Sentences } from '../say.ts';
import { sayReason } from './reasons.ts';

/** Why no message is prepared for a row: `Riga 12: …`. */
export function sayRowRefusal(refusal: RowRefusal): string {
  const part = refusal.rata === undefined ? '' : `, ${sayRata(refusal.rata)}`;
  return `Riga ${refusal.row}${part}: ${sayWhyRefused(refusal)}`;
}

/** The same without the row. */
export function sayWhyRefused(refusal: RowRefusal): string {
  if (refusal.code === 'properties-missing')
    return 'nell’elenco degli immobili non c’è nessun immobile di questa persona. Completare l’elenco, o scegliere di scrivere anche senza.';
  return refusal.code === 'not-composable' ? sayReason(refusal) : sayRowFlaw(refusal);
}

/** Which datum of a row is wrong, as an office calls it; empty where it is the row itself. */
export function fieldOfRefusal({ code }: RowRefusal): string {
  switch (code) {
    case 'cf-missing':
    case 'cf-anonymous':
    case 'cf-numeric':
    case 'cf-length':
    case 'cf-shape':
    case 'cf-check':
    case 'cf-birth':
    case 'company':
      return 'codice fiscale';
    case 'notice-shape':
    case 'notice-check':
    case 'notice-damaged':
    case 'notice-is-iuv':
    case 'notice-missing':
    case 'iuv-differs':
    case 'duplicate-notice':
      return 'numero avviso';
    case 'amount-missing':
    case 'amount-not-a-number':
    case 'amount-zero':
    case 'amount-negative':
    case 'amount-decimals':
    case 'amount-ambiguous':
    case 'amount-over-cap':
      return 'importo';
    case 'due-unreadable':
    case 'due-impossible':
    case 'due-american':
    case 'due-ambiguous':
    case 'due-past':
      return 'scadenza';
    case 'rata-unreadable':
      return 'rata';
    case 'properties-missing':
      return 'immobili';
    case 'total-row':
    case 'row-too-wide':
    case 'duplicate-row':
    case 'not-composable':
      return '';
  }
}

/** What is worth knowing of a campaign before it goes. */
export function sayPreparationWarning(warning: PreparationWarning): string {
  return isOfCampaign(warning) ? say(campaignWarnings, warning) : sayListWarning(warning);
}

function isOfCampaign(warning: PreparationWarning): warning is CampaignWarning {
  return Object.hasOwn(campaignWarnings, warning.code);
}

const campaignWarnings: Sentences<CampaignWarning> = {
  'service-unknown': ({ service }) =>
    `Il servizio «${service}» non è nelle impostazioni: controllare che il nome sia giusto.`,
  'already-known': ({ rows }) =>
    `Già presenti: ${rows}. Sono in un’altra campagna, e non si scrive due volte.`,
  'properties-unrelated': () =>
    'L’elenco degli immobili non ha nessuna colonna in comune con questo: servono il codice fiscale, il codice contribuente o il numero avviso.',
  'properties-refused': ({ refused }) =>
    `${many(refused.length, 'riga', 'righe')} dell’elenco degli immobili non si usano: ${refused.slice(0, 3).map(sayRefusedProperty).join(' ')}`,
  'properties-shared': ({ rows }) =>
    `${many(rows.length, 'riga', 'righe')} di immobili in comune fra più persone: ognuna li vede nel suo messaggio (${rowsOf(rows)} del secondo file).`,
  'properties-sent-without': ({ rows }) =>
    `${many(rows.length, 'persona', 'persone')} senza immobili nell’elenco: il messaggio parte senza (${rowsOf(rows)}).`,
  'properties-orphan': ({ rows }) =>
    `${many(rows.length, 'immobile non è', 'immobili non sono')} di nessuno dell’elenco (${rowsOf(rows)} del secondo file).`,
  'properties-ended': ({ rows }) =>
    `${many(rows.length, 'immobile con occupazione finita lasciato', 'immobili con occupazione finita lasciati')} fuori (${rowsOf(rows)} del secondo file).`,
  'properties-undivided': ({ rows }) =>
    `${many(rows.length, 'riga mostra', 'righe mostrano')} tutti gli immobili di una persona che ha più avvisi (${rowsOf(rows)}): con il numero avviso nel secondo file si dividono.`,
  'plan-left': ({ rows }) =>
    `${many(rows, 'riga lasciata', 'righe lasciate')} fuori: si chiedono solo le rate.`,
  'plan-late': ({ rows }) =>
    `${many(rows, 'riga scade', 'righe scadono')} prima che venga il loro turno, e non si chiedono.`,
  'position-differs': ({ rows, example: { row, list, position } }) =>
    `${many(rows.length, 'riga non va', 'righe non vanno')} d’accordo con la posizione debitoria (${rowsOf(rows)}): alla riga ${row} l’elenco dice ${sayAsked(list)}, la posizione ${sayAsked(position)}. Il cittadino leggerebbe una cosa nel messaggio e un’altra pagando: farsi dare l’elenco giusto, o importare di nuovo le posizioni.`,
  'position-missing': ({ rows }) =>
    `${many(rows.length, 'avviso non è', 'avvisi non sono')} fra le posizioni debitorie note di questo servizio (${rowsOf(rows)}): un avviso che non è ancora stato emesso non si può pagare. Importare l’elenco aggiornato delle posizioni, o verificare che gli avvisi esistano.`,
  'test-mode': () =>
    'È attiva la modalità di prova: partono solo i messaggi agli utenti di prova, senza avviso.',
};

function sayAsked({ cents, dueDay }: AskedFor): string {
  const amount = cents === null ? [] : [euro(cents)];
  const day = dueDay === null ? [] : [`scadenza ${italianDay(dueDay)}`];
  return [...amount, ...day].join(', ');
}

const rowsShown = 10;

function rowsOf(rows: readonly number[]): string {
  const shown = rows.slice(0, rowsShown).join(', ');
  const others = rows.length - rowsShown;
  return `${rows.length === 1 ? 'riga' : 'righe'} ${shown}${others > 0 ? ` e altre ${others}` : ''}`;
}
