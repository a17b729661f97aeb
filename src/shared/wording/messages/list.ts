import type { Rata } from '../../domain/message/recipient.ts';
import type {
  ListProblem,
  ListWarning,
  PropertyFlaw,
  RefusedProperty,
  RowFlaw,
} from '../../domain/message/list-problem.ts';
import { sayDocumentProblem } from '../document-problems.ts';
import { euro, italianDay, many } from '../figures.ts';
import { say, type Sentences } from '../say.ts';

/** Why a row is left out, and what to do. */
export function sayRowFlaw(flaw: RowFlaw): string {
  return say(rowSentences, flaw);
}

/** `rata unica`, `rata 2 di 4`. */
export function sayRata(rata: Rata): string {
  if (rata.kind === 'unica') return 'rata unica';
  return `rata ${rata.n}${rata.of === null ? '' : ` di ${rata.of}`}`;
}

const onPaper = 'Va fra gli avvisi da mandare su carta.';
const askForList = 'Correggere la riga nell’elenco, o chiederlo corretto a chi lo ha fatto.';

const rowSentences: Sentences<RowFlaw> = {
  'cf-missing': () => `manca il codice fiscale. ${askForList}`,
  'cf-anonymous': ({ value }) => `«${value}» al posto del codice fiscale: non si sa chi sia. ${onPaper}`,
  'cf-numeric': ({ value }) =>
    `${value} è un codice fiscale numerico provvisorio o una partita IVA: non raggiungibile su IO. ${onPaper}`,
  'cf-length': ({ value, length }) =>
    `il codice fiscale «${value}» ha ${many(length, 'carattere', 'caratteri')} invece di 16. ${askForList}`,
  'cf-shape': ({ value, proposed }) =>
    `«${value}» non è un codice fiscale: lettere e cifre non sono al loro posto${proposed === null ? '' : ` (forse ${proposed})`}. ${askForList}`,
  'cf-check': ({ value, expected }) =>
    `codice fiscale ${value}: carattere di controllo errato (atteso ${expected}). Un carattere è sbagliato, e il messaggio potrebbe arrivare a un’altra persona. Correggere la riga, o confermare che è giusto indicando il motivo.`,
  'cf-birth': ({ value }) =>
    `codice fiscale ${value}: il giorno di nascita non esiste. Correggere la riga, o confermare che è giusto indicando il motivo.`,
  company: ({ value }) => `${value} è di una società o di un ente: non raggiungibile su IO. ${onPaper}`,
  'total-row': () => 'è una riga di totale: non è di nessuno ed è stata saltata.',
  'row-too-wide': ({ value }) =>
    `ha più celle dell’intestazione («${value}» è di troppo): non si può sapere che cosa sta dove. Mettere fra virgolette i testi che contengono il separatore, o esportare di nuovo l’elenco.`,
  'notice-shape': ({ value }) =>
    `«${value}» non è un numero avviso: devono essere 18 cifre che cominciano per 3. ${askForList}`,
  'notice-check': ({ value, expected }) =>
    `numero avviso ${value}: cifre di controllo errate (attese ${expected}). Correggere la riga, o confermare che è giusto indicando il motivo.`,
  'notice-damaged': ({ value }) =>
    `numero avviso rovinato da Excel («${value}»). Esportare di nuovo l’elenco come testo o CSV, senza aprirlo e salvarlo con Excel.`,
  'notice-is-iuv': ({ value, proposed }) =>
    proposed === null
      ? `dallo IUV ${value} non si ricava il numero avviso: con il 3 davanti le cifre di controllo non tornano. Chiedere l’elenco con i numeri avviso di 18 cifre.`
      : `${value} ha 17 cifre: è lo IUV, senza il 3 davanti. Le cifre di controllo tornano con ${proposed}: confermare il 3 per tutta la colonna.`,
  'notice-missing': () => `manca il numero avviso. ${askForList}`,
  'iuv-differs': ({ value, iuv }) =>
    `il numero avviso ${value} e lo IUV ${iuv} sono di due debiti diversi. ${askForList}`,
  'amount-missing': () => `manca l’importo dell’avviso. ${askForList}`,
  'amount-not-a-number': ({ value }) => `l’importo «${value}» non è un numero. ${askForList}`,
  'amount-zero': ({ value }) =>
    `l’importo è zero («${value}»): non c’è nulla da pagare. Se l’avviso è annullato, togliere la riga.`,
  'amount-negative': ({ value }) =>
    `l’importo è negativo («${value}»): non si può chiedere di pagarlo. Togliere la riga se è un rimborso.`,
  'amount-decimals': ({ value }) =>
    `l’importo «${value}» ha più di due decimali, o punti e virgole fuori posto: non si arrotonda. ${askForList}`,
  'amount-ambiguous': ({ value }) =>
    `l’importo «${value}» può essere in migliaia o con i decimali: l’elenco non lo dice. Indicare in un profilo come sono scritti gli importi.`,
  'amount-over-cap': ({ cents, cap }) =>
    `l’importo di ${euro(cents)} supera il massimo del servizio, ${euro(cap)}. Far alzare il limite del servizio, o mandare l’avviso per un’altra via.`,
  'due-unreadable': ({ value }) => `«${value}» non è una data. ${askForList}`,
  'due-impossible': ({ value }) => `la data «${value}» non esiste. ${askForList}`,
  'due-american': ({ value }) =>
    `la data «${value}» ha il mese prima del giorno: non viene girata da sola. Esportare l’elenco con le date italiane, o indicare in un profilo l’ordine di giorno e mese.`,
  'due-ambiguous': ({ value }) =>
    `la data «${value}» può avere il mese prima del giorno, come altre di questo elenco. Indicare in un profilo l’ordine di giorno e mese.`,
  'due-past': ({ day }) =>
    `la scadenza ${italianDay(day)} è già passata. Correggere la data, o usare un modello per chi non ha pagato in tempo.`,
  'rata-unreadable': ({ value }) =>
    `non si capisce quale rata sia «${value}». Scrivere il numero della rata, o niente per la rata unica.`,
  'duplicate-notice': ({ value, firstRow }) =>
    `l’avviso ${value} è già alla riga ${firstRow}: si manda un messaggio solo.`,
  'duplicate-row': ({ firstRow }) => `è uguale alla riga ${firstRow}: si manda un messaggio solo.`,
};

/** Something to know of a list that goes on. */
export function sayListWarning(warning: ListWarning): string {
  return say(warningSentences, warning);
}

const warningSentences: Sentences<ListWarning> = {
  'notice-prefix-added': ({ column, rows }) =>
    `Nella colonna «${column}» ${rows === 1 ? 'c’è uno IUV' : `ci sono ${many(rows, 'IUV', 'IUV')}`} di 17 cifre: è stato messo il 3 davanti, e le cifre di controllo tornano.`,
  'notice-empty': ({ column, rows, first }) =>
    `${many(rows, 'riga', 'righe')} senza numero avviso nella colonna «${column}» (la prima è la ${first}): il messaggio non avrà il pagamento.`,
  minors: ({ count, rows }) =>
    `${many(count, 'riga è di un minorenne', 'righe sono di minorenni')} (${listRows(rows, count)}): scrivere al genitore che ha fatto domanda, non al figlio.`,
  'amounts-in-cents': ({ column, example }) =>
    `Gli importi della colonna «${column}» sono letti in centesimi: «${example}» è ${euro(Number(example))}.`,
  'amounts-whole': ({ column, example }) =>
    `Gli importi della colonna «${column}» non hanno decimali e sono letti in euro («${example}»). Se sono centesimi, indicarlo in un profilo.`,
  'amounts-mixed': ({ column, example }) =>
    `Gli importi della colonna «${column}» sono scritti in più modi (per esempio «${example}»): è letto solo ciò che non lascia dubbi.`,
  'serial-days': ({ column, rows }) =>
    `Nella colonna «${column}» ${many(rows, 'data è scritta', 'date sono scritte')} come numero di Excel: controllarne una nell’anteprima.`,
  'formula-values': ({ column, rows }) =>
    `Nella colonna «${column}» ${many(rows, 'valore viene', 'valori vengono')} da una formula: si usa quello salvato nel file.`,
  'garbled-text': ({ rows, row, value }) =>
    `${many(rows, 'riga ha', 'righe hanno')} lettere rovinate da una codifica sbagliata, per esempio «${value}» alla riga ${row}. Esportare l’elenco in UTF-8.`,
};

function listRows(rows: readonly number[], count: number): string {
  const told = rows.slice(0, 10).join(', ');
  return `${rows.length === 1 ? 'la' : 'le'} ${told}${count > 10 ? ' e altre' : ''}`;
}

const nothingMade = 'Non è stato preparato alcun messaggio.';

/** Why nothing of a list can be used. */
export function sayListProblem(problem: ListProblem): string {
  return problem.code === 'unreadable-list'
    ? sayDocumentProblem(problem.problem)
    : `${say(listSentences, problem)} ${nothingMade}`;
}

const listSentences: Sentences<Exclude<ListProblem, { code: 'unreadable-list' }>> = {
  'not-a-list': ({ saw }) =>
    `Il file non è un elenco in colonne${saw === '' ? '' : ` (sembra: ${saw})`}. Scegliere un CSV, un XLSX, un XLS o un ODS.`,
  'web-page-list': () =>
    'Il file è una pagina web con il nome di un foglio di calcolo. Aprirlo con il foglio di calcolo e salvarlo come CSV o XLSX, con i numeri avviso come testo.',
  'list-column-missing': ({ needed, found }) =>
    `${neededColumns[needed]}${found.length === 0 ? '' : ` (si legge: ${found.map((text) => `«${text}»`).join(', ')})`}. Aggiungere l’intestazione, o indicare le colonne in un profilo.`,
  'list-column-twice': ({ column }) =>
    `La colonna «${column}» c’è due volte: non si può sapere quale vale. Togliere o rinominare quella che non serve.`,
  'list-column-damaged': ({ column, row, value }) =>
    `Numero avviso rovinato da Excel: nella colonna «${column}», alla riga ${row}, si legge «${value}», un numero arrotondato. Chiedere di nuovo l’elenco come testo o CSV, senza aprirlo e salvarlo con Excel.`,
  'list-columns-shifted': ({ profile, column, value }) =>
    `Le colonne non sono più quelle del profilo${profile === '' ? '' : ` «${profile}»`}: ${column === '' ? 'dopo l’ultima colonna' : `dove dovrebbe esserci «${column}»`} ${value === '' ? 'non c’è nulla' : `si legge «${value}»`}. Confermare di nuovo che cosa sono le colonne, o chiedere l’elenco come prima.`,
  'list-empty': () =>
    'Nell’elenco non c’è alcuna riga sotto l’intestazione. Controllare di aver scelto il file giusto.',
};

const neededColumns: Readonly<Record<(ListProblem & { code: 'list-column-missing' })['needed'], string>> = {
  person: 'Non si trova la colonna del codice fiscale',
  key: 'Non si trova la colonna che dice di chi è la riga: codice fiscale, codice contribuente o numero avviso',
  property: 'Non si trova la colonna che dice dov’è l’immobile: ubicazione, indirizzo o foglio',
};

/** Why a property is shown to nobody. */
export function sayRefusedProperty(refused: RefusedProperty): string {
  return `Riga ${refused.row} degli immobili: ${say(propertySentences, refused)}`;
}

const propertySentences: Sentences<PropertyFlaw> = {
  'total-row': rowSentences['total-row'],
  'row-too-wide': rowSentences['row-too-wide'],
  'property-without-key': () =>
    'non dice di chi è l’immobile: mancano codice fiscale, codice contribuente e numero avviso. Il nome non basta.',
  'property-without-place': () => 'non dice dov’è l’immobile: mancano indirizzo e foglio.',
  'property-end-unreadable': ({ value }) =>
    `non si capisce quando è finita l’occupazione («${value}»). Correggere la data, o lasciarla vuota se dura ancora.`,
};
