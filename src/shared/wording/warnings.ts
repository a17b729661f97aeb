import type { DocumentWarning, FlowAnomaly, LeftAside, RefusedRow } from '../domain/document.ts';
import { formatDay, isDay } from '../domain/day.ts';
import { cents, formatEuro } from '../domain/euro.ts';
import { sayExpected } from './expected.ts';
import { many } from './figures.ts';
import { say, type Sentences } from './say.ts';

/** Something to know about a document that was imported all the same. */
export function sayWarning(warning: DocumentWarning): string {
  return say(sentences, warning);
}

/** Why a flusso cannot be trusted as a whole. */
export function sayAnomaly(anomaly: FlowAnomaly): string {
  return say(anomalySentences, anomaly);
}

/** Why one line of a document was left out. */
export function sayRefusedRow(row: RefusedRow): string {
  const value = row.value === '' ? '' : `: «${row.value}»`;
  return `Riga ${row.row}, ${row.field}: ${refusedRowReasons[row.code]}${value}. La riga non è stata importata, le altre sì.`;
}

/** Why a line was left out, in few words. */
export const refusedRowReasons: Readonly<Record<RefusedRow['code'], string>> = {
  'invalid-amount': 'importo non valido',
  'invalid-day': 'data non valida',
  'invalid-value': 'valore non valido',
  'missing-value': 'manca il valore',
  'damaged-by-excel': 'numero rovinato dal foglio di calcolo',
  'wrong-width': 'numero di celle diverso dall’intestazione',
};

/** The columns of the file that goes back to whoever made a document. */
export const refusedRowHeader = ['documento', 'riga', 'campo', 'valore', 'motivo'] as const;

const euro = (amount: number): string => formatEuro(cents(amount));

const sentences: Sentences<DocumentWarning> = {
  'encoding-recovered': ({ declared, used }) =>
    `I caratteri non sono in ${declared} come dichiarato: sono stati letti come ${used}. Controllare le lettere accentate.`,
  'junk-before-xml': ({ characters }) =>
    `Prima del documento c'erano ${characters} caratteri estranei, ignorati.`,
  'not-signed': () => 'Il giornale non è firmato: è stato importato lo stesso.',
  'signature-removed': () => 'Firma rimossa, non verificata: la firma del file non è stata controllata.',
  'ente-not-told': () =>
    'Il giornale non dice di quale ente è: è stato preso per nostro. Controllare che lo sia.',
  'page-number-invalid': ({ page, pages }) =>
    `Il numero di pagina non è valido (pagina ${page} di ${pages}): il file è stato preso per completo.`,
  'pages-missing': ({ missing, pages }) =>
    missing.length === 1
      ? `Manca la pagina ${missing[0]} di ${pages}. Importarla per completare il giornale.`
      : `Mancano le pagine ${missing.join(', ')} di ${pages}. Importarle per completare il giornale.`,
  'totals-disagree': ({ field, statedCents, foundCents }) =>
    `Il totale dichiarato (${field}) è ${euro(statedCents)}, i movimenti danno ${euro(foundCents)}. I movimenti sono stati importati; chiedere conferma al tesoriere.`,
  'counts-disagree': ({ field, stated, found }) =>
    `Il file dichiara ${stated} (${field}) e ne contiene ${found}: può essere incompleto. Ciò che contiene è stato importato; riscaricarlo dalla banca.`,
  'all-totals-zero': () =>
    'Tutti i totali dichiarati sono zero: non è stato possibile controllare i movimenti.',
  'amount-tolerated': ({ row, field, value }) =>
    `Riga ${row}, ${field}: importo scritto in modo insolito («${value}»), letto ugualmente.`,
  'notice-differs-from-iuv': ({ noticeNumber, iuv }) =>
    `Il numero avviso ${noticeNumber} non corrisponde allo IUV ${iuv}. Fa fede lo IUV.`,
  'decision-broken': ({ esercizio, numero }) =>
    `Il provvisorio ${numero}/${esercizio}, su cui qualcuno aveva deciso a mano, è stato stornato in tutto o in parte: la decisione non vale più. Si rilegge nella scheda del provvisorio; abbinare, se c'è, il nuovo accredito.`,
  'decision-to-review': ({ iuf, esercizio, numero }) =>
    `Al flusso ${iuf}, che ora ha un'altra versione, qualcuno aveva abbinato a mano il provvisorio ${numero}/${esercizio}. L'abbinamento vale ancora: confermarlo o cambiarlo nella scheda del provvisorio.`,
  'index-missing': ({ rows }) =>
    rows === 1
      ? 'Una riga del flusso è senza indice: le è stato assegnato.'
      : `${rows} righe del flusso sono senza indice: è stato assegnato.`,
  'flow-anomalous': ({ iuf, whole, anomalies }) =>
    `Il flusso ${iuf} ${whole ? 'non torna' : 'ha righe anomale'}: ${listAnomalies(anomalies)}. ${
      whole
        ? 'Non viene riconciliato da solo: chiedere al PSP una nuova versione.'
        : 'Controllare queste righe.'
    }`,
  'flow-superseded': ({ iuf, byRevision, byCreatedAt }) =>
    `Versione superata: del flusso ${iuf} è già in archivio la revisione ${byRevision} ${moment(byCreatedAt)}, più recente, che resta valida.`,
  'flow-revised': ({ iuf, fromRevision, fromCreatedAt }) =>
    `Il flusso ${iuf} sostituisce la revisione ${fromRevision} ${moment(fromCreatedAt)}, già in archivio: le righe valide sono ora queste.`,
  'provvisorio-changed': ({ esercizio, numero, kept }) =>
    `Il provvisorio ${numero}/${esercizio} è raccontato in modo diverso da un altro giornale. Vale ${
      kept === 'this' ? 'questo' : "l'altro"
    }, che è stato prodotto dopo.`,
  'storno-without-original': ({ esercizio, numero, cents: amount }) =>
    `Storno di ${euro(amount)} senza originale: il provvisorio ${numero}/${esercizio} non è in archivio. Importare il giornale in cui è stato emesso.`,
  'storno-amount-differs': ({ esercizio, numero, cents: amount, originalCents }) =>
    `Lo storno del provvisorio ${numero}/${esercizio} è di ${euro(amount)}, il provvisorio di ${euro(originalCents)}. Chiedere conferma al tesoriere.`,
  'receipts-disagree': ({ iuv }) =>
    `Dello IUV ${iuv} ci sono ricevute che non dicono lo stesso importo, lo stesso giorno o lo stesso codice fiscale. Restano tutte, e vale la più recente: controllare nella scheda quale è giusta.`,
  'flussi-missing': sayExpected,
  'list-count-differs': ({ declared, found }) =>
    `L'elenco dichiara ${many(declared, 'flusso', 'flussi')} e ne contiene ${found.toLocaleString('it-IT')}: può essere incompleto. Riscaricarlo e importarlo di nuovo.`,
  'list-page': ({ page, pages }) =>
    `È la pagina ${page} di ${pages} di un elenco di flussi: importare anche le altre.`,
  'money-told-twice': ({ esercizio, numero, otherNumero, cents: amount }) =>
    `Il provvisorio ${numero}/${esercizio} e il ${otherNumero}, che viene da un'altra fonte, nominano lo stesso flusso per lo stesso importo di ${euro(amount)}: è probabile che siano lo stesso denaro. Contano tutti e due; se è uno solo, escludere l'altro dalla sua scheda o annullare l'importazione di troppo.`,
  'total-row-skipped': ({ row }) => `La riga ${row} è un totale: non è stata presa per un pagamento.`,
  'formula-values': ({ column, rows }) =>
    `Nella colonna «${column}» ${rows === 1 ? 'un valore è calcolato' : `${rows} valori sono calcolati`} da una formula: vale il risultato salvato nel file.`,
  'rows-left-aside': ({ rows, why }) =>
    `${rows === 1 ? 'Una riga non riguarda' : `${rows} righe non riguardano`} la riconciliazione (${leftAside[why]}): ${rows === 1 ? 'non è stata importata' : 'non sono state importate'}.`,
  'ignored-entries': ({ names }) => `Voci dell'archivio non lette: ${names.join(', ')}.`,
};

const leftAside: Readonly<Record<LeftAside, string>> = {
  'no-pagopa-reference': 'né IUF né IUV',
  'not-paid': 'non pagate',
  'zero-amount': 'importo zero',
  'other-ente': 'di un altro ente',
  cancelled: 'annullate',
  settlement: 'riversamenti, che racconta il giornale di cassa',
  balance: 'saldi del conto',
};

/** `del 05/03/2026 alle 10:30`, of an instant in sortable form; empty where a list does not tell it. */
function moment(instant: string): string {
  if (instant === '') return 'senza data';
  const [day = '', time = ''] = instant.split('T');
  const date = isDay(day) ? formatDay(day) : day;
  return time === '' ? `del ${date}` : `del ${date} alle ${time.slice(0, 5)}`;
}

const moreAnomalies = 3;

function listAnomalies(anomalies: readonly FlowAnomaly[]): string {
  const shown = anomalies.slice(0, moreAnomalies).map(sayAnomaly);
  const left = anomalies.length - shown.length;
  return [...shown, ...(left > 0 ? [left === 1 ? "e un'altra" : `e altre ${left}`] : [])].join('; ');
}

const anomalySentences: Sentences<FlowAnomaly> = {
  'count-differs': ({ declared, found }) =>
    `dichiara ${declared === 1 ? 'un pagamento' : `${declared} pagamenti`} e ne contiene ${found}`,
  'total-differs': ({ declaredCents, foundCents }) =>
    `dichiara ${euro(declaredCents)} e le righe danno ${euro(foundCents)}`,
  'no-rows': () => 'non contiene pagamenti',
  'duplicate-row': ({ row }) => `la riga ${row} ripete un'altra`,
  'unknown-esito': ({ row, esito }) => `la riga ${row} ha l'esito sconosciuto ${esito}`,
};
