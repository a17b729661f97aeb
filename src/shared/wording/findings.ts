import { many, sayMoment } from './figures.ts';

/** What a verification found wrong; `finding` comes from the contract, where only its code is certain. */
export function sayFinding(finding: { readonly code: string; readonly [data: string]: unknown }): string {
  switch (finding.code) {
    case 'file-damaged':
      return `Il file del registro è danneggiato (${String(finding['detail'])}). Non importare altro: ripristinare una copia di sicurezza.`;
    case 'reference-broken':
      return `Nel registro manca qualcosa a cui la tabella ${String(finding['table'])} si riferisce (riga ${String(finding['row'])}). Ripristinare una copia di sicurezza.`;
    case 'tables-changed':
      return 'Le tabelle del registro non sono quelle del programma: il file è danneggiato, o è stato toccato da un altro programma. Non importare altro: ripristinare l’ultima copia di sicurezza buona.';
    case 'row-damaged':
      return sayRow(String(finding['table']), String(finding['key']), String(finding['why']));
    case 'more-damaged':
      return `E altre ${many(Number(finding['rows']), 'riga', 'righe')}. Ripristinare l’ultima copia di sicurezza buona.`;
    case 'document-damaged':
      return `Il documento ${String(finding['id'])} (${String(finding['name'])}) non dice più ciò che fu importato. Annullarlo e importarlo di nuovo, o ripristinare l’ultima copia di sicurezza buona.`;
    case 'verdicts-stale':
      return 'I pallini non corrispondono ai documenti. Scrivere di nuovo le impostazioni per ricalcolarli.';
    case 'trail-broken':
      return `Il registro delle operazioni è stato alterato: ${brokenLinks[String(finding['why'])] ?? 'la catena si rompe'} alla voce n. ${String(finding['seq'])}. I pagamenti non c’entrano; conservare una copia dell’archivio e avvisare chi risponde dei dati.`;
    case 'trail-cut':
      return `Dal registro delle operazioni mancano le ultime voci: la n. ${String(finding['seq'])}, annotata fuori dall’archivio, non c’è più o è un’altra. I pagamenti non c’entrano; conservare una copia dell’archivio e avvisare chi risponde dei dati.`;
    case 'trail-unguarded':
      return 'Al registro delle operazioni è stata tolta la protezione che vieta di modificarlo. Le voci tornano, ma conservare una copia dell’archivio e avvisare chi risponde dei dati.';
    default:
      return `Danno di tipo sconosciuto: ${finding.code}.`;
  }
}

const brokenLinks: Readonly<Record<string, string>> = {
  content: 'il contenuto non è quello scritto allora',
  order: 'la voce non segue quella che la precede',
  gap: 'manca una voce, o ce n’è una di troppo,',
};

/** What stands over every screen after a verification that found something. */
export function sayDamage(checkedAt: string, findings: number): string {
  return `La verifica del ${sayMoment(checkedAt)} ha trovato ${many(findings, 'danno', 'danni')} nel registro. Le copie di sicurezza fatte prima possono essere buone: provarne una, poi «Verifica il registro» nelle impostazioni.`;
}

/** Its table and its key are told as they are: whoever helps needs them, and so does a search in a copy. */
function sayRow(table: string, key: string, why: string): string {
  const what = tables[table] ?? 'di una tabella del registro';
  const where = `(tabella «${table}», chiave ${key})`;
  return `Una riga ${what} ${where} ${whatBecame[why] ?? whatBecame['changed']}. Ripristinare l’ultima copia di sicurezza buona; in questo registro non è stato cambiato nulla.`;
}

const whatBecame: Readonly<Record<string, string>> = {
  changed: 'non è più come fu scritta',
  foreign: 'non è stata scritta da questo programma',
  gone: 'non c’è più',
};

/** What the rows of each table are to a person. */
const tables: Readonly<Record<string, string>> = {
  consumer_cursors: 'dei consumatori',
  consumer_rows: 'di ciò che un consumatore ha già ricevuto',
  decision_flussi: 'delle decisioni',
  decisions: 'delle decisioni',
  declared_totals: 'dei totali dichiarati',
  documents: 'dei documenti importati',
  files: 'dei file importati',
  gone_rows: 'di ciò che è stato tolto',
  io_attempts: 'dei tentativi di invio',
  io_campaigns: 'delle campagne di messaggi',
  io_cards: 'delle carte d’identità',
  io_foreign_attempts: 'dei tentativi di invio di altre copie',
  io_holds: 'dei servizi fermi',
  io_keys: 'dei messaggi già presi',
  io_list_profiles: 'dei modi di leggere gli elenchi',
  io_messages: 'dei messaggi',
  io_outbox: 'della coda dei messaggi',
  io_paid_lists: 'degli elenchi di chi ha pagato',
  io_paid_rows: 'degli elenchi di chi ha pagato',
  io_rules: 'delle regole dei messaggi',
  io_settlements: 'delle risposte date sui messaggi incerti',
  io_templates: 'dei modelli di messaggio',
  io_unreached: 'di chi non si raggiunge con un messaggio',
  ledger: 'delle impostazioni',
  preferences: 'delle preferenze',
  profiles: 'dei profili degli elenchi',
  programs: 'dei programmi collegati',
  revision_marks: 'delle revisioni',
  minimisations: 'delle minimizzazioni dei dati personali',
  minimised_parts: 'dei documenti minimizzati',
  scartati: 'di ciò che è stato scartato',
  scarti: 'degli atti di scarto',
  sqlite_sequence: 'dei numeri progressivi',
  trail: 'del registro delle operazioni',
};
