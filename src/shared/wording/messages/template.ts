import { columnOf, isMergeField, type FieldName, type MergeField } from '../../domain/message/merge-field.ts';
import { longestButton } from '../../domain/message/front-matter.ts';
import type {
  ComposeComplaint,
  TemplateComplaint,
  TemplateFlaw,
} from '../../domain/message/template-complaint.ts';
import { euro } from '../figures.ts';
import { say, type Sentences } from '../say.ts';

/** What is wrong with the text of a template and what to write instead. Nothing is sent while one of them refuses it. */
export function sayTemplateFlaw(flaw: TemplateFlaw): string {
  return say(flaws, flaw);
}

/** The same, with its place: «Riga 12: …». */
export function sayTemplateComplaint(complaint: TemplateComplaint): string {
  const { line, column } = complaint;
  const place = column === undefined ? `Riga ${line}` : `Riga ${line}, carattere ${column}`;
  return `${place}: ${sayTemplateFlaw(complaint)}`;
}

/** A field as it is written in a text. */
export function sayField(field: FieldName): string {
  return `{{${field}}}`;
}

const perhaps = (nearest: string | null): string => (nearest === null ? '' : ` Forse «${nearest}»?`);
const characters = (count: number): string => `${count.toLocaleString('it-IT')} caratteri`;

const flaws: Sentences<TemplateFlaw> = {
  'header-missing': () =>
    'manca l’intestazione. Cominciare con una riga «---», poi nome, tipo, avviso e oggetto.',
  'header-open': () => 'l’intestazione non finisce. Chiuderla con una riga «---» prima del testo.',
  'header-line': ({ text }) => `«${text}» non si capisce. Nell’intestazione ogni riga è «voce: valore».`,
  'key-unknown': ({ key, nearest }) => `la voce «${key}» non esiste.${perhaps(nearest)}`,
  'key-twice': ({ key }) => `la voce «${key}» c’è due volte. Tenerne una.`,
  'key-missing': ({ key }) => `manca la voce «${key}» dell’intestazione.`,
  'kind-unknown': ({ kind, nearest }) => `il tipo «${kind}» non esiste.${perhaps(nearest)}`,
  'not-yes-no': ({ key, text }) => `alla voce «${key}» si scrive «sì» o «no», non «${text}».`,
  'field-unknown': ({ field, nearest }) =>
    `il campo «${field}» non esiste.${perhaps(nearest)} Una colonna dell’elenco si scrive {{colonna:Nome}}.`,
  'field-open': () => 'qui comincia un campo che non finisce. Chiuderlo con «}}».',
  'part-open': ({ field }) => `la parte {{#se ${field}}} non finisce. Chiuderla con {{/se}}.`,
  'part-not-opened': () =>
    '{{/se}} chiude una parte che non è cominciata. Toglierlo, o scrivere prima {{#se campo}}.',
  'part-in-part': ({ field }) =>
    `{{#se ${field}}} sta dentro un’altra parte facoltativa. Chiudere prima quella.`,
  'field-in-front-matter': ({ field }) =>
    `${sayField(field)} sta nei bottoni, che sono uguali per tutti. Spostarlo nel testo.`,
  'field-not-shown': ({ field }) =>
    `l’app non mostrerebbe ${sayField(field)} com’è nell’elenco. Toglierlo dal collegamento, dal codice o dalla tabella.`,
  'properties-not-alone': () =>
    '{{immobili}} diventa un elenco puntato. Metterlo da solo su una riga, con una riga vuota prima e una dopo.',
  'subject-too-long': ({ length, max }) =>
    `l’oggetto ha già ${characters(length)} senza i dati, e IO ne accetta ${max}. Accorciarlo.`,
  'subject-too-short': ({ length, min }) =>
    `l’oggetto ha ${characters(length)}, e IO ne vuole almeno ${min}.`,
  'body-too-long': ({ length, max }) =>
    `il testo ha già ${characters(length)} senza i dati, e IO ne accetta ${max.toLocaleString('it-IT')}. Accorciarlo.`,
  'body-too-short': ({ length, min }) => `il testo ha ${characters(length)}, e IO ne vuole almeno ${min}.`,
  'amount-typed': ({ text }) =>
    `«${text}» è scritto a mano. Gli importi vengono dall’elenco: usare {{importo}}.`,
  'date-typed': ({ text }) => `«${text}» è scritto a mano. Le date vengono dall’elenco: usare {{scadenza}}.`,
  'personal-in-subject': ({ field }) =>
    `${sayField(field)} nell’oggetto si leggerebbe anche a telefono bloccato. Spostarlo nel testo.`,
  'dropped-table': () =>
    'l’app non lo mostra: una tabella sparirebbe tutta, testo compreso. Usare un elenco puntato.',
  'dropped-strikethrough': ({ text }) =>
    `l’app non lo mostra: «${text}» barrato sparirebbe. Togliere i segni «~».`,
  'dropped-html': ({ text }) =>
    `l’app non lo mostra: «${text}» è HTML. Usare **grassetto**, *corsivo* ed elenchi.`,
  'dropped-definition': ({ text }) =>
    `l’app non lo mostra: «${text}» sembra un indirizzo di rimando. Scrivere [testo](https://…).`,
  'dropped-link': ({ text }) =>
    `l’app non apre «${text}». Usare un indirizzo https://, mailto: o tel: raggiungibile da tutti.`,
  'rule-in-body': () =>
    'la copia per e-mail comincerebbe dopo «---», perdendo ciò che sta prima. Toglierlo, o separare con un titolo.',
  'blank-lines': () => 'l’app riduce le righe vuote di seguito. Lasciarne una.',
  'front-matter-tab': () =>
    'c’è una tabulazione nei bottoni, e l’app direbbe che il messaggio non si può mostrare. Usare due spazi.',
  'front-matter-invalid': ({ text }) =>
    `«${text}» non va bene nei bottoni, e l’app direbbe che il messaggio non si può mostrare. Scrivere it:, cta_1:, text: e action:, ciascuno due spazi più a destra. Un testo non può cominciare con «---».`,
  'front-matter-open': () =>
    'il testo comincia con «---» e l’app lo prenderebbe per la descrizione dei bottoni. Togliere la riga, o chiuderla con un’altra «---».',
  'cta-action': ({ action }) =>
    `il bottone non aprirebbe «${action}». Scrivere iohandledlink:// seguito da tutto l’indirizzo, per esempio iohandledlink://https://…`,
  'cta-incomplete': () => 'al bottone manca text: o action:.',
  'cta-without-italian': () =>
    'mancano i bottoni in italiano: senza it: e cta_1: non li vedrebbe quasi nessuno.',
  'cta-text-long': ({ text }) =>
    `«${text}» è lungo per un bottone: meglio non più di ${longestButton} caratteri.`,
  'subject-capitals': () => 'l’oggetto è tutto maiuscolo, e si legge male.',
  'subject-names-ente': () =>
    'l’oggetto nomina l’ente, che l’app mostra già. Usare quel posto per dire di che cosa si tratta.',
  'subject-says-comunicazione': () => '«Comunicazione» non dice nulla. Dire subito di che cosa si tratta.',
  'says-notifica': ({ text }) =>
    `«${text}»: un messaggio di IO non è una notifica di legge, e da qui non decorrono termini. Meglio «messaggio» o «avviso».`,
  'sensitive-word': ({ text }) =>
    `«${text}» può rivelare qualcosa di delicato. Meglio un testo generico che rimanda al portale.`,
  'pagopa-spelling': ({ text }) => `si scrive «pagoPA», non «${text}».`,
  'button-name': ({ text }) => `il bottone dell’app si chiama «Paga», non «${text}».`,
  'reminder-without-ignore': () =>
    'è un promemoria, e può arrivare a chi ha appena pagato. Aggiungere «Se hai già pagato, ignora questo messaggio».',
};

/** Why a row cannot have a message. The other rows go on. */
export function sayComposeComplaint(complaint: ComposeComplaint): string {
  return say(complaints, complaint);
}

const complaints: Sentences<ComposeComplaint> = {
  'value-missing': ({ field }) => {
    if (isMergeField(field)) return `Manca ${labels[field]}`;
    return `Manca il valore della colonna «${columnOf(field) ?? field}»`;
  },
  'subject-too-long': ({ length, limit }) =>
    `Con questi dati l’oggetto ha ${characters(length)}, e IO ne accetta ${limit}: accorciare il modello`,
  'subject-too-short': ({ length, limit }) =>
    `Con questi dati l’oggetto ha ${characters(length)}, e IO ne vuole almeno ${limit}`,
  'body-too-long': ({ length, limit }) =>
    `Con questi dati il testo ha ${characters(length)}, e IO ne accetta ${limit.toLocaleString('it-IT')}: accorciare il modello`,
  'body-too-short': ({ length, limit }) =>
    `Con questi dati il testo ha ${characters(length)}, e IO ne vuole almeno ${limit}`,
  'amount-out-of-bounds': ({ cents }) =>
    `L’importo ${euro(cents)} non si può chiedere con IO: va da 0,01 € a 99.999.999,99 €`,
  'notice-number-invalid': ({ noticeNumber }) => `«${noticeNumber}» non è un numero di avviso di 18 cifre`,
};

const labels: Readonly<Record<MergeField, string>> = {
  importo: 'l’importo',
  scadenza: 'la scadenza',
  nome: 'il nome',
  numeroAvviso: 'il numero di avviso',
  rata: 'quale rata è',
  rate: 'quante sono le rate',
  anno: 'l’anno',
  immobili: 'l’elenco degli immobili',
  ente: 'il nome dell’ente, nelle impostazioni',
  servizio: 'il nome del servizio, nelle impostazioni',
  contatti: 'come essere contattati, nelle impostazioni',
  oggetto: 'l’oggetto, da scrivere per la campagna',
  testo: 'il testo, da scrivere per la campagna',
  messaggioErrato: 'l’oggetto del messaggio sbagliato',
  datoErrato: 'il dato sbagliato',
  datoCorretto: 'il dato giusto',
  cosaFare: 'che cosa fare',
  prenotazione: 'come prenotare',
  cosaPortare: 'che cosa portare',
  avvertenze: 'le avvertenze',
};
