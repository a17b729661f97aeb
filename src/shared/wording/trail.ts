import type { TrailDetails, TrailHost, TrailOperation } from '../domain/trail.ts';
import { sayMoment } from './figures.ts';

/** What was done, as a list shows it. */
export const trailLabels: Readonly<Record<TrailOperation, string>> = {
  'trail-begun': 'Inizio del registro delle operazioni',
  'trail-cut': 'Operazioni cancellate dal registro',
  'schema-migrated': 'Archivio portato alla versione nuova',
  'ledger-older': 'Si è continuato da un archivio più vecchio',
  'ledger-restored': 'Copia ripristinata',
  'ledger-verified': 'Verifica',
  'copy-made': 'Copia di sicurezza fatta',
  'copies-folder-set': 'Seconda cartella delle copie cambiata',
  'files-imported': 'Importazione',
  'document-accepted': 'Documento accettato',
  'documents-accepted': 'Documenti accettati',
  'document-known': 'Documento già presente',
  'documents-known': 'Documenti già presenti',
  'document-refused': 'Documento rifiutato',
  'document-undone': 'Documento annullato',
  'documents-undone': 'Documenti annullati',
  'drop-undone': 'Importazione annullata',
  'data-minimised': 'Dati personali minimizzati',
  'documents-discarded': 'Documenti scartati',
  'undone-after-leaving': 'Annullamento di ciò che era già uscito',
  'decision-made': 'Decisione presa',
  'decision-taken-back': 'Decisione ritirata',
  'total-declared': 'Totale dichiarato per la quadratura',
  'settings-written': 'Impostazioni scritte',
  'profile-saved': 'Profilo di colonne salvato',
  'profile-removed': 'Profilo di colonne tolto',
  'program-created': 'Programma autorizzato',
  'program-revoked': 'Programma revocato',
  'doors-changed': 'Porte per altri programmi cambiate',
  'export-made': 'File esportato',
  'export-received': 'Novità consegnate a un consumatore',
  'consumer-forgotten': 'Consumatore dimenticato',
  'campaign-prepared': 'Campagna preparata',
  'campaign-queued': 'Campagna messa in coda',
  'campaign-paused': 'Campagna messa in pausa',
  'campaign-resumed': 'Campagna ripresa',
  'campaign-withdrawn': 'Campagna ritirata',
  'stale-accepted': 'Solleciti confermati con dati vecchi',
  'trial-queued': 'Messaggio di prova messo in coda',
  'message-sent': 'Messaggio inviato',
  'message-followed': 'Esito di un messaggio',
  'message-settled': 'Messaggio incerto risolto',
  'outbox-recovered': 'Coda ricostruita dopo un’interruzione',
  'outbox-confirmed': 'Coda confermata',
  'message-settings-written': 'Impostazioni dei messaggi scritte',
  'rules-written': 'Regole dei promemoria scritte',
  'template-saved': 'Modello salvato',
  'template-removed': 'Modello tolto',
  'list-profile-saved': 'Colonne di un elenco salvate',
  'list-profile-removed': 'Colonne di un elenco tolte',
  'paid-list-kept': 'Elenco di pagati altrove importato',
  'paid-list-removed': 'Elenco di pagati altrove tolto',
  'cards-kept': 'Elenco di carte d’identità importato',
  'key-saved': 'Chiave di un servizio salvata',
  'key-removed': 'Chiave di un servizio tolta',
  'keys-passphrase-changed': 'Frase segreta delle chiavi cambiata',
};

export const hostLabels: Readonly<Record<TrailHost, string>> = {
  finestra: 'finestra',
  browser: 'browser',
  cli: 'riga di comando',
  sconosciuto: '',
};

/** Names of details as people read them; one that is missing stands as it is. */
const detailLabels: Readonly<Record<string, string>> = {
  actDay: 'atto del',
  attempt: 'tentativo',
  accepted: 'accettati',
  anyway: 'comunque',
  before: 'prima',
  campaign: 'campagna',
  changed: 'cambiati',
  clear: 'in chiaro',
  consumer: 'consumatore',
  consumers: 'consumatori',
  content: 'impronta del contenuto',
  decision: 'decisione',
  digest: 'impronta',
  discarded: 'documenti scartati',
  document: 'documento',
  documents: 'documenti',
  export: 'esportazione',
  facts: 'righe tolte',
  file: 'file',
  files: 'file',
  filter: 'filtro',
  findings: 'danni',
  first: 'dal documento',
  format: 'formato',
  how: 'come',
  importedAt: 'importato il',
  kept: 'movimenti lasciati',
  kind: 'tipo',
  known: 'già presenti',
  last: 'al documento',
  last4: 'ultime quattro',
  list: 'elenco',
  lost: 'perse',
  message: 'messaggio',
  messages: 'messaggi',
  movements: 'movimenti',
  notEligible: 'non da avvisare',
  notes: 'note',
  ok: 'integro',
  outcome: 'esito',
  payments: 'pagamenti',
  positions: 'posizioni',
  programs: 'programmi',
  queued: 'in coda',
  reason: 'motivo',
  receipts: 'ricevute',
  refused: 'rifiutati',
  refusedRows: 'righe scartate',
  row: 'riga',
  rows: 'righe',
  sent: 'alla ragioneria',
  service: 'servizio',
  services: 'servizi',
  sha256: 'impronta del file',
  since: 'presente dal',
  state: 'stato',
  why: 'perché',
  withdrawn: 'ritirati',
};

/** What a person looks for first; digests, which nobody reads, come last. */
const readFirst = [
  'kind',
  'document',
  'documents',
  'files',
  'accepted',
  'known',
  'refused',
  'first',
  'last',
  'rows',
  'refusedRows',
];
const readLast = new Set(['content', 'digest', 'sha256']);

function rank(name: string): number {
  if (readLast.has(name)) return readFirst.length + 1;
  const first = readFirst.indexOf(name);
  return first === -1 ? readFirst.length : first;
}

/** The details in one line: long digests are shortened, moments are told as clocks show them, what is not known is left out. */
export function sayDetails(details: TrailDetails): string {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([name, value]) => `${detailLabels[name] ?? name}: ${sayValue(name, value)}`)
    .join(' · ');
}

function sayValue(name: string, value: TrailDetails[string]): string {
  if (typeof value === 'string') return sayText(value);
  if (typeof value === 'boolean') return value ? 'sì' : 'no';
  if (value === null || typeof value === 'number') return String(value ?? '');
  if (isList(value)) {
    const told = value.map((one) => sayValue('', one ?? null));
    return name === 'documents' || name === 'payments' ? told.join(' → ') : told.join(', ');
  }
  return Object.entries(value)
    .map(([inner, one]) => `${detailLabels[inner] ?? inner} ${sayValue(inner, one)}`)
    .join(', ');
}

function sayText(text: string): string {
  if (/^[0-9a-f]{64}$/.test(text)) return `${text.slice(0, 12)}…`;
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? sayMoment(text) : text;
}

function isList(value: TrailDetails[string]): value is readonly TrailDetails[string][] {
  return Array.isArray(value);
}
