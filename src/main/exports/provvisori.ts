import { provvisorioBuckets, type ProvvisorioBucket } from '../../shared/domain/bucket.ts';
import type { Label } from '../../shared/domain/label.ts';
import { maskCodiciIn } from '../../shared/domain/masked.ts';
import { provvisorioLabels } from '../../shared/wording/labels.ts';
import { labelColumn } from './columns.ts';
import type { OpenFormat, Quota } from './open-format.ts';

const states = ['open', 'partly-regularised', 'regularised', 'cancelled'] as const;

export interface ProvvisorioRow {
  readonly esercizio: number;
  readonly numero: string;
  readonly conto: string;
  readonly date: string;
  readonly cents: number;
  readonly causale: string;
  readonly state: (typeof states)[number];
  /** Where its money counts. */
  readonly quote: readonly Quota[];
  /** That the causale names. */
  readonly iuv: string | null;
  readonly bucket: ProvvisorioBucket;
  readonly suspect: boolean;
  readonly decided: string | null;
  readonly label: Label | null;
}

export const provvisori: OpenFormat<ProvvisorioRow> = {
  name: 'provvisori',
  says: 'un provvisorio di entrata del giornale di cassa',
  key: ['esercizio', 'numero', 'conto'],
  columns: [
    { type: 'number', name: 'esercizio', says: 'esercizio', always: true, value: (p) => p.esercizio },
    {
      type: 'text',
      name: 'numero',
      says: 'numero, senza zeri davanti',
      always: true,
      value: (p) => p.numero,
    },
    { type: 'text', name: 'conto', says: 'conto di tesoreria', always: true, value: (p) => p.conto },
    { type: 'day', name: 'data', says: 'giorno del movimento', always: true, value: (p) => p.date },
    {
      type: 'cents',
      name: 'importo',
      says: 'quanto ne resta dopo gli storni parziali; tutto, se è stornato per intero',
      always: true,
      value: (p) => p.cents,
    },
    {
      type: 'text',
      name: 'causale',
      says: 'la causale come è scritta; senza --chiaro i codici fiscali che nomina sono nascosti',
      mask: maskCodiciIn,
      always: true,
      value: (p) => p.causale,
    },
    {
      type: 'text',
      name: 'regolarizzazione',
      says: 'open da regolarizzare, partly-regularised in parte, regularised del tutto, cancelled stornato',
      oneOf: states,
      always: true,
      value: (p) => p.state,
    },
    {
      type: 'quote',
      name: 'quote',
      says: 'di quali flussi è il denaro, letto o deciso, e quanto di ognuno; nel CSV IUF:importo',
      always: true,
      value: (p) => p.quote,
    },
    { type: 'text', name: 'iuv', says: 'lo IUV che la causale nomina', value: (p) => p.iuv },
    {
      type: 'text',
      name: 'stato',
      says: 'codice di dove sta',
      oneOf: provvisorioBuckets,
      always: true,
      value: (p) => p.bucket,
    },
    {
      type: 'text',
      name: 'stato_descrizione',
      says: 'lo stesso in italiano',
      oneOf: Object.values(provvisorioLabels),
      always: true,
      value: (p) => provvisorioLabels[p.bucket],
    },
    {
      type: 'yesNo',
      name: 'sospetto',
      says: 'sembra denaro di pagoPA e non dice nulla che si legga',
      always: true,
      value: (p) => p.suspect,
    },
    {
      type: 'text',
      name: 'deciso',
      says: 'codice di ciò che una persona ha deciso; vuoto quando nessuno',
      value: (p) => p.decided,
    },
    labelColumn,
  ],
};
