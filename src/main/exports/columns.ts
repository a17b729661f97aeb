import { labels, type Label } from '../../shared/domain/label.ts';
import { maskCodiceFiscale, maskName } from '../../shared/domain/masked.ts';
import { notes, statuses, type Dots, type Reason, type Status } from '../../shared/domain/verdict.ts';
import { dotLabels, statusLabels } from '../../shared/wording/labels.ts';
import type { Column } from './open-format.ts';

/** A payment as every export tells it. */
export interface PaymentPart {
  readonly iuv: string;
  readonly iur: string;
  readonly index: number;
  readonly noticeNumber: string | null;
  readonly cents: number;
  readonly paidOn: string | null;
  /** Null where nobody recognised it. */
  readonly service: {
    readonly id: string;
    readonly nome: string;
    readonly capitolo: string | null;
    readonly accertamento: string | null;
  } | null;
  readonly partner: string | null;
  readonly debtor: { readonly name: string | null; readonly codiceFiscale: string | null } | null;
  readonly iuf: string | null;
  readonly flowDate: string | null;
  readonly dots: Dots;
  readonly status: Status;
  readonly reasons: readonly Reason[];
  readonly label: Label | null;
}

const dotWords = Object.values(dotLabels);

export const labelColumn: Column<{ readonly label: Label | null }> = {
  type: 'text',
  name: 'etichetta',
  says: 'come lo chiamano i programmi nazionali (tabella delle etichette); vuota dove non ne hanno una',
  oneOf: labels,
  value: ({ label }) => label,
};

/** What names a payment. */
export const paymentKeyColumns: readonly Column<PaymentPart>[] = [
  { type: 'text', name: 'iuv', says: 'IUV dell’avviso', always: true, value: (p) => p.iuv },
  {
    type: 'text',
    name: 'iur',
    says: 'IUR della riscossione; testo vuoto quando lo racconta solo una lista che non lo ha',
    always: true,
    value: (p) => p.iur,
  },
  {
    type: 'number',
    name: 'indice',
    says: 'indice del singolo versamento dentro l’avviso',
    always: true,
    value: (p) => p.index,
  },
];

/** What was paid, when, for what. */
export const paymentColumns: readonly Column<PaymentPart>[] = [
  {
    type: 'text',
    name: 'numero_avviso',
    says: 'numero avviso, dove la ricevuta o la posizione lo dice',
    value: (p) => p.noticeNumber,
  },
  {
    type: 'cents',
    name: 'importo',
    says: 'la parte che spetta all’ente',
    always: true,
    value: (p) => p.cents,
  },
  { type: 'day', name: 'pagato_il', says: 'giorno del pagamento', value: (p) => p.paidOn },
  {
    type: 'text',
    name: 'servizio',
    says: 'identificativo del servizio nelle impostazioni',
    value: (p) => p.service?.id ?? null,
  },
  { type: 'text', name: 'servizio_nome', says: 'nome del servizio', value: (p) => p.service?.nome ?? null },
  {
    type: 'text',
    name: 'capitolo',
    says: 'capitolo di entrata del servizio',
    value: (p) => p.service?.capitolo ?? null,
  },
  {
    type: 'text',
    name: 'accertamento',
    says: 'accertamento del servizio',
    value: (p) => p.service?.accertamento ?? null,
  },
  {
    type: 'text',
    name: 'altro_partner',
    says: 'il Partner Tecnologico che lo segue, quando non siamo noi',
    value: (p) => p.partner,
  },
];

/** Who owed. */
export const debtorColumns: readonly Column<PaymentPart>[] = [
  {
    type: 'text',
    name: 'debitore',
    says: 'chi doveva pagare; senza --chiaro le sole iniziali',
    mask: maskName,
    value: (p) => p.debtor?.name ?? null,
  },
  {
    type: 'text',
    name: 'debitore_codice_fiscale',
    says: 'il suo codice fiscale; senza --chiaro i primi quattro caratteri e gli ultimi due',
    mask: maskCodiceFiscale,
    value: (p) => p.debtor?.codiceFiscale ?? null,
  },
];

/** In which flusso it is. */
export const flowOfPaymentColumns: readonly Column<PaymentPart>[] = [
  { type: 'text', name: 'iuf', says: 'il flusso che lo elenca', value: (p) => p.iuf },
  { type: 'day', name: 'data_flusso', says: 'giorno del flusso', value: (p) => p.flowDate },
];

/** The three dots, and what they come to. */
export const verdictColumns: readonly Column<PaymentPart>[] = [
  {
    type: 'text',
    name: 'pagato',
    says: 'primo pallino: c’è la ricevuta',
    oneOf: dotWords,
    always: true,
    value: (p) => dotLabels[p.dots.pagamento],
  },
  {
    type: 'text',
    name: 'rendicontato',
    says: 'secondo pallino: un flusso lo elenca',
    oneOf: dotWords,
    always: true,
    value: (p) => dotLabels[p.dots.rendicontazione],
  },
  {
    type: 'text',
    name: 'riconciliato',
    says: 'terzo pallino: il denaro del flusso è in tesoreria, al centesimo',
    oneOf: dotWords,
    always: true,
    value: (p) => dotLabels[p.dots.riconciliazione],
  },
  {
    type: 'text',
    name: 'stato',
    says: 'codice dello stato',
    oneOf: statuses,
    always: true,
    value: (p) => p.status,
  },
  {
    type: 'text',
    name: 'stato_descrizione',
    says: 'lo stato in italiano',
    oneOf: Object.values(statusLabels),
    always: true,
    value: (p) => statusLabels[p.status],
  },
  {
    type: 'codes',
    name: 'motivi',
    says: 'codici di che altro va saputo',
    oneOf: [...statuses, ...notes],
    always: true,
    value: (p) => p.reasons,
  },
  labelColumn,
];
