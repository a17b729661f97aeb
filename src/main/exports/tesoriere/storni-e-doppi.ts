import { statusMeanings } from '../../../shared/wording/dots.ts';
import type { List } from './list-sheet.ts';

/** Money that was called back, or that came twice. */
export interface Anomaly {
  readonly kind: keyof typeof kinds;
  /** The provvisorio, or the IUV. */
  readonly name: string;
  readonly day: string | null;
  /** Of the whole provvisorio, or of the payment. */
  readonly cents: number;
  /** How much of it the bank called back. */
  readonly stornedCents: number | null;
  readonly iuf: string | null;
  readonly service: string | null;
}

const kinds = {
  storno: { says: 'Storno', next: 'La banca ha ripreso tutto il provvisorio: non va regolarizzato.' },
  'storno-parziale': {
    says: 'Storno parziale',
    next: 'La banca ha ripreso una parte del provvisorio: va regolarizzato il resto.',
  },
  doppio: { says: 'Possibile doppio pagamento', next: statusMeanings['double-payment'].next },
  revocato: { says: 'Revocato', next: statusMeanings.revoked.next },
} as const;

export const anomalyList: List<Anomaly> = {
  name: 'Storni e doppi',
  columns: [
    { title: 'Che cosa è successo', width: 27, kind: 'text', value: ({ kind }) => kinds[kind].says },
    { title: 'IUV o provvisorio', width: 22, kind: 'text', value: (a) => a.name },
    { title: 'Data', width: 11, kind: 'day', value: (a) => a.day },
    { title: 'Importo', width: 14, kind: 'euro', total: true, value: (a) => a.cents },
    { title: 'Di cui stornato', width: 15, kind: 'euro', total: true, value: (a) => a.stornedCents },
    { title: 'Servizio', width: 18, kind: 'text', value: (a) => a.service },
    { title: 'Flusso', width: 38, kind: 'text', value: (a) => a.iuf },
    { title: 'Che cosa fare', width: 52, kind: 'long', value: ({ kind }) => kinds[kind].next },
  ],
};
