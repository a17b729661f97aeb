import type { FlowBucket } from '../../../shared/domain/bucket.ts';
import { flowMeanings } from '../../../shared/wording/bucket-meanings.ts';
import { flowLabels } from '../../../shared/wording/labels.ts';
import type { List } from './list-sheet.ts';
import { sayNumeri } from './words.ts';

export interface FlowItem {
  readonly iuf: string;
  readonly revision: number | null;
  readonly date: string;
  readonly cents: number;
  readonly receivedCents: number;
  /** Null where only money names it. */
  readonly rows: number | null;
  readonly bucket: FlowBucket;
  readonly psp: string | null;
  readonly provvisori: readonly { readonly esercizio: number; readonly numero: string }[];
}

export const flowList: List<FlowItem> = {
  name: 'Flussi',
  columns: [
    { title: 'Flusso (IUF)', width: 38, kind: 'text', value: (f) => f.iuf },
    { title: 'Data', width: 11, kind: 'day', value: (f) => f.date },
    { title: 'Righe', width: 8, kind: 'count', total: true, value: (f) => f.rows },
    { title: 'Importo', width: 15, kind: 'euro', total: true, value: (f) => f.cents },
    { title: 'Ricevuto', width: 15, kind: 'euro', total: true, value: (f) => f.receivedCents },
    {
      title: 'Ancora da ricevere',
      width: 15,
      kind: 'euro',
      total: true,
      value: (f) => f.cents - f.receivedCents,
    },
    { title: 'Stato', width: 30, kind: 'long', value: (f) => flowLabels[f.bucket] },
    { title: 'Provvisori', width: 16, kind: 'long', value: (f) => sayNumeri(f.provvisori) },
    { title: 'PSP', width: 34, kind: 'long', value: (f) => f.psp },
    { title: 'Versione', width: 9, kind: 'count', value: (f) => f.revision },
    { title: 'Che cosa fare', width: 100, kind: 'long', value: (f) => flowMeanings[f.bucket].next },
  ],
  printed: 9,
};
