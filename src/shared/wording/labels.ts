import type { FlowBucket, ProvvisorioBucket } from '../domain/bucket.ts';
import type { RepairCode } from '../domain/causale.ts';
import type { DocumentKind } from '../domain/document.ts';
import type { PositionFlag, PositionStatus } from '../domain/posizione.ts';
import type { ServiceSource } from '../domain/service.ts';
import type { Dot, Note, Status } from '../domain/verdict.ts';

export const statusLabels: Readonly<Record<Status, string>> = {
  'not-ours': 'Non di competenza',
  'other-partner': 'Di un altro Partner Tecnologico',
  'not-paid': 'Pagamento non eseguito',
  revoked: 'Revocato',
  'double-payment': 'Possibile doppio pagamento',
  'flow-anomalous': 'Flusso che non torna',
  'paid-without-receipt': 'Pagato senza ricevuta',
  'receipt-missing': 'Ricevuta non importata',
  'reported-amount-differs': 'Importo rendicontato diverso',
  'not-reported': 'Non rendicontato',
  'settlement-missing': 'Accredito mancante',
  'over-settled': 'Accredito superiore',
  'partly-settled': 'Accredito parziale',
  'awaiting-report': 'In attesa di rendicontazione',
  'awaiting-settlement': 'In attesa di accredito',
  'settled-singly': 'Riversato puntualmente',
  complete: 'Completo',
};

export const noteLabels: Readonly<Record<Note, string>> = {
  'unknown-code': 'codice IUV non fra i nostri',
  'bollo-excluded': 'bollo escluso',
  'iur-differs': 'IUR diverso fra ricevuta e flusso',
  'index-differs': 'indice diverso fra ricevuta e flusso',
  'receipts-disagree': 'ricevute discordanti',
  'several-enti': 'paga anche altri enti',
};

/** Where one flusso stands. */
export const flowLabels: Readonly<Record<FlowBucket, string>> = {
  reconciled: 'riconciliato',
  partial: 'parziale',
  notReported: 'riconciliato ma non rendicontato',
  otherPartner: 'di un altro Partner Tecnologico',
  inError: 'in errore',
  awaiting: 'in attesa di accredito',
  missing: 'accredito mancante',
};

/** Where one provvisorio stands. */
export const provvisorioLabels: Readonly<Record<ProvvisorioBucket, string>> = {
  reconciled: 'riconciliato',
  partial: 'di un flusso parziale',
  notReported: 'senza rendicontazione',
  otherPartner: 'di un altro Partner Tecnologico',
  inError: 'in errore',
  notPagoPa: 'non pagoPA',
  cancelled: 'stornato',
};

/** Where one debt position stands. */
export const positionLabels: Readonly<Record<PositionStatus, string>> = {
  overdue: 'Scaduta, non pagata',
  unpaid: 'Da pagare',
  'without-iuv': 'Senza IUV',
  paid: 'Pagata',
  cancelled: 'Annullata',
};

/** What else is to be known of it. */
export const positionFlagLabels: Readonly<Record<PositionFlag, string>> = {
  'paid-differs': 'pagato un importo diverso',
  'paid-though-cancelled': 'annullata, ma pagata',
  'lists-disagree': 'due elenchi dicono importi diversi',
};

/** What told the service of a payment, or of a position. */
export const serviceSourceLabels: Readonly<Record<ServiceSource, string>> = {
  code: 'dal codice dello IUV',
  category: 'dalla tassonomia',
  position: 'dalla posizione debitoria',
  words: 'dalla regola sulle parole della causale',
};

/** Flussi by where they stand, as a count shows them. */
export const flowBucketLabels: Readonly<Record<FlowBucket, string>> = {
  reconciled: 'riconciliati',
  partial: 'parziali',
  notReported: 'riconciliati ma non rendicontati',
  otherPartner: 'di un altro Partner Tecnologico',
  inError: 'in errore',
  awaiting: 'in attesa di accredito',
  missing: 'con accredito mancante',
};

/** Provvisori by where they stand, as a count shows them. */
export const provvisorioBucketLabels: Readonly<Record<ProvvisorioBucket, string>> = {
  reconciled: 'riconciliati',
  partial: 'di flussi parziali',
  notReported: 'senza rendicontazione',
  otherPartner: 'di un altro Partner Tecnologico',
  inError: 'in errore',
  notPagoPa: 'non pagoPA',
  cancelled: 'stornati',
};

export const kindLabels: Readonly<Record<DocumentKind, string>> = {
  'giornale-opi': 'giornale di cassa OPI',
  tesoreria: 'movimenti di tesoreria',
  flusso: 'flusso di rendicontazione',
  'elenco-flussi': 'elenco dei flussi attesi',
  ricevuta: 'ricevuta',
  posizioni: 'posizioni debitorie',
};

export const dotLabels: Readonly<Record<Dot, string>> = {
  yes: 'sì',
  waiting: 'in attesa',
  warning: 'da controllare',
  problem: 'problema',
  none: 'non si applica',
};

export const stepLabels = {
  read: 'Lettura',
  match: 'Riconciliazione',
  save: 'Salvataggio',
  verify: 'Verifica',
  export: 'Esportazione',
} as const;

/** What was mended in a causale; the codes come from the contract, where they are texts. */
export const repairLabels: Readonly<Record<string, string>> = {
  'joined-blank': 'tolto uno spazio',
  'joined-lines': 'unite due righe',
  'cut-at-35': 'tagliato a 35 caratteri',
  'trailing-mark': 'tolto un segno alla fine',
  'glued-head': 'staccato il testo davanti',
  'glued-tail': 'staccato il testo dopo',
  'broken-marker': 'ricomposta la dicitura spezzata',
  'lost-marker': 'dicitura mancante',
  case: 'maiuscole ripristinate',
} satisfies Record<RepairCode, string>;

/** The same of one and of several, as a count shows them. */
export const kindCounts: Readonly<Record<DocumentKind, readonly [one: string, several: string]>> = {
  'giornale-opi': ['giornale di cassa', 'giornali di cassa'],
  tesoreria: ['lista di movimenti', 'liste di movimenti'],
  flusso: ['flusso', 'flussi'],
  'elenco-flussi': ['elenco di flussi', 'elenchi di flussi'],
  ricevuta: ['ricevuta', 'ricevute'],
  posizioni: ['elenco di posizioni', 'elenchi di posizioni'],
};
