import { maskCodiceFiscale, maskName } from '../../../shared/domain/masked.ts';
import type { RegularisationPart } from '../../../shared/domain/regularisation.ts';
import type { PaymentPart } from '../columns.ts';
import type { List } from './list-sheet.ts';
import { shown } from './pagamenti.ts';
import { partReasonWords, sayNumero } from './words.ts';

/** A service as the reversale wants it. */
export interface PartService {
  readonly nome: string;
  readonly capitolo: string | null;
  readonly accertamento: string | null;
}

/** One part of an open provvisorio; with `payment`, one of the payments that it is made of. */
export interface PartItem {
  readonly provvisorio: { readonly esercizio: number; readonly numero: string; readonly date: string };
  readonly part: RegularisationPart;
  readonly service: PartService | null;
  /** How much of the provvisorio the ragioneria has regularised already; told once, with its first part. */
  readonly regularisedCents: number | null;
  readonly payment: PaymentPart | null;
}

/** What stands in the column of services: also money that has none is to be found again. */
export function sayService({ part, service }: Pick<PartItem, 'part' | 'service'>): string {
  if (service !== null) return service.nome;
  if (part.partner !== null) return `(di ${part.partner})`;
  return part.reason === 'not-ours' ? '(di un altro ente)' : '(da chiarire)';
}

const ofPart =
  <Value>(value: (item: PartItem) => Value) =>
  (item: PartItem): Value | null =>
    item.payment === null ? value(item) : null;

export function partList(clear: boolean): List<PartItem> {
  return {
    name: 'Da regolarizzare',
    counted: 'Importo',
    // The payments stand beside, folded away; paper shows what the reversali need.
    printed: 10,
    columns: [
      { title: 'Provvisorio', width: 14, kind: 'text', value: ({ provvisorio }) => sayNumero(provvisorio) },
      { title: 'Data', width: 11, kind: 'day', value: ({ provvisorio }) => provvisorio.date },
      { title: 'Importo', width: 14, kind: 'euro', total: true, value: ofPart(({ part }) => part.cents) },
      {
        title: 'Già regolarizzato',
        width: 19,
        kind: 'euro',
        total: true,
        value: ({ regularisedCents }) => regularisedCents,
      },
      { title: 'Servizio', width: 30, kind: 'text', value: sayService },
      { title: 'Capitolo', width: 11, kind: 'text', value: ({ service }) => service?.capitolo ?? null },
      {
        title: 'Accertamento',
        width: 16,
        kind: 'text',
        value: ({ service }) => service?.accertamento ?? null,
      },
      {
        title: 'Pagamenti',
        width: 13,
        kind: 'count',
        total: true,
        value: ofPart(({ part }) => (part.payments === 0 ? null : part.payments)),
      },
      { title: 'Flusso', width: 38, kind: 'text', value: ({ part }) => part.iuf },
      {
        title: 'Che cosa fare',
        width: 68,
        kind: 'long',
        value: ofPart(({ part }) => (part.reason === null ? null : partReasonWords[part.reason])),
      },
      { title: 'IUV', width: 20, kind: 'text', value: ({ payment }) => payment?.iuv ?? null },
      { title: 'Pagato il', width: 11, kind: 'day', value: ({ payment }) => payment?.paidOn ?? null },
      { title: 'Del pagamento', width: 14, kind: 'euro', value: ({ payment }) => payment?.cents ?? null },
      {
        title: 'Debitore',
        width: 25,
        kind: 'text',
        value: ({ payment }) => shown(payment?.debtor?.name, clear, maskName),
      },
      {
        title: 'Codice fiscale',
        width: 19,
        kind: 'text',
        value: ({ payment }) => shown(payment?.debtor?.codiceFiscale, clear, maskCodiceFiscale),
      },
    ],
  };
}
