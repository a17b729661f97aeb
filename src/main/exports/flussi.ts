import { flowBuckets, type FlowBucket } from '../../shared/domain/bucket.ts';
import type { Label } from '../../shared/domain/label.ts';
import { flowLabels } from '../../shared/wording/labels.ts';
import { labelColumn } from './columns.ts';
import type { OpenFormat, ProvvisorioName } from './open-format.ts';

export interface FlowRow {
  readonly iuf: string;
  readonly revision: number | null;
  readonly date: string;
  readonly cents: number;
  readonly rows: number;
  readonly receivedCents: number;
  readonly psp: { readonly code: string; readonly name: string | null } | null;
  readonly provvisori: readonly ProvvisorioName[];
  readonly bucket: FlowBucket;
  readonly label: Label | null;
}

export const flussi: OpenFormat<FlowRow> = {
  name: 'flussi',
  says: 'un flusso di rendicontazione, o lo IUF che solo un provvisorio nomina',
  key: ['iuf'],
  columns: [
    { type: 'text', name: 'iuf', says: 'identificativo del flusso', always: true, value: (f) => f.iuf },
    {
      type: 'number',
      name: 'revisione',
      says: 'revisione che vale; vuota quando il flusso non è stato importato',
      value: (f) => f.revision,
    },
    {
      type: 'day',
      name: 'data',
      says: 'giorno del flusso: quello del regolamento, o quello scritto nello IUF',
      always: true,
      value: (f) => f.date,
    },
    {
      type: 'number',
      name: 'pagamenti',
      says: 'quante righe ha; 0 quando non è stato importato',
      always: true,
      value: (f) => f.rows,
    },
    {
      type: 'cents',
      name: 'importo',
      says: 'il totale che dichiara; senza il flusso, il denaro che lo nomina',
      always: true,
      value: (f) => f.cents,
    },
    {
      type: 'cents',
      name: 'ricevuto',
      says: 'il denaro arrivato in tesoreria a suo nome',
      always: true,
      value: (f) => f.receivedCents,
    },
    { type: 'text', name: 'psp', says: 'codice del PSP', value: (f) => f.psp?.code ?? null },
    { type: 'text', name: 'psp_nome', says: 'nome del PSP', value: (f) => f.psp?.name ?? null },
    {
      type: 'provvisori',
      name: 'provvisori',
      says: 'i provvisori che lo nominano; nel CSV numero/esercizio',
      always: true,
      value: (f) => f.provvisori,
    },
    {
      type: 'text',
      name: 'stato',
      says: 'codice di dove sta',
      oneOf: flowBuckets,
      always: true,
      value: (f) => f.bucket,
    },
    {
      type: 'text',
      name: 'stato_descrizione',
      says: 'lo stesso in italiano',
      oneOf: Object.values(flowLabels),
      always: true,
      value: (f) => flowLabels[f.bucket],
    },
    labelColumn,
  ],
};
