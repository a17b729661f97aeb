import type { PreparationWarning, RowRefusal } from '../../domain/message/preparation.ts';
import { many } from '../figures.ts';
import { sayListWarning, sayRefusedProperty, sayRefusedRow } from './list.ts';
import { sayReason } from './reasons.ts';

/** Why no message is prepared for a row: `Riga 12: …`. */
export function sayRowRefusal(refusal: RowRefusal): string {
  switch (refusal.code) {
    case 'properties-missing':
      return `Riga ${refusal.row}: nell’elenco degli immobili non c’è nessun immobile di questa persona. Completare l’elenco, o scegliere di scrivere anche senza.`;
    case 'not-composable':
      return `Riga ${refusal.row}: ${sayReason(refusal)}`;
    default:
      return sayRefusedRow(refusal);
  }
}

/** What is worth knowing of a campaign before it goes. */
export function sayPreparationWarning(warning: PreparationWarning): string {
  switch (warning.code) {
    case 'service-unknown':
      return `Il servizio «${warning.service}» non è nelle impostazioni: controllare che il nome sia giusto.`;
    case 'already-known':
      return `Già presenti: ${warning.rows}. Sono in un’altra campagna, e non si scrive due volte.`;
    case 'properties-unrelated':
      return 'L’elenco degli immobili non ha nessuna colonna in comune con questo: servono il codice fiscale, il codice contribuente o il numero avviso.';
    case 'properties-refused':
      return `${many(warning.refused.length, 'riga', 'righe')} dell’elenco degli immobili non si usano: ${warning.refused.slice(0, 3).map(sayRefusedProperty).join(' ')}`;
    case 'properties-shared':
      return `${many(warning.rows.length, 'riga', 'righe')} di immobili in comune fra più persone: ognuna li vede nel suo messaggio (${rowsOf(warning.rows)} del secondo file).`;
    case 'properties-sent-without':
      return `${many(warning.rows.length, 'persona', 'persone')} senza immobili nell’elenco: il messaggio parte senza (${rowsOf(warning.rows)}).`;
    case 'properties-orphan':
      return `${many(warning.rows.length, 'immobile non è', 'immobili non sono')} di nessuno dell’elenco (${rowsOf(warning.rows)} del secondo file).`;
    case 'properties-ended':
      return `${many(warning.rows.length, 'immobile con occupazione finita lasciato', 'immobili con occupazione finita lasciati')} fuori (${rowsOf(warning.rows)} del secondo file).`;
    case 'properties-undivided':
      return `${many(warning.rows.length, 'riga mostra', 'righe mostrano')} tutti gli immobili di una persona che ha più avvisi (${rowsOf(warning.rows)}): con il numero avviso nel secondo file si dividono.`;
    case 'plan-left':
      return `${many(warning.rows, 'riga lasciata', 'righe lasciate')} fuori: si chiedono solo le rate.`;
    case 'plan-late':
      return `${many(warning.rows, 'riga scade', 'righe scadono')} prima che venga il loro turno, e non si chiedono.`;
    case 'test-mode':
      return 'È attiva la modalità di prova: partono solo i messaggi agli utenti di prova, senza avviso.';
    default:
      return sayListWarning(warning);
  }
}

const rowsShown = 10;

function rowsOf(rows: readonly number[]): string {
  const shown = rows.slice(0, rowsShown).join(', ');
  const others = rows.length - rowsShown;
  return `${rows.length === 1 ? 'riga' : 'righe'} ${shown}${others > 0 ? ` e altre ${others}` : ''}`;
}
