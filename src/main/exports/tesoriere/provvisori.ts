import type { ProvvisorioBucket } from '../../../shared/domain/bucket.ts';
import { maskCodiciIn } from '../../../shared/domain/masked.ts';
import { provvisorioMeanings } from '../../../shared/wording/bucket-meanings.ts';
import { provvisorioLabels } from '../../../shared/wording/labels.ts';
import type { List, ListColumn } from './list-sheet.ts';
import { shown } from './pagamenti.ts';
import { provvisorioStates, sayNumero } from './words.ts';

/** A provvisorio as the workbook tells it. */
export interface ProvvisorioItem {
  readonly esercizio: number;
  readonly numero: string;
  readonly conto: string;
  readonly date: string;
  /** What is left after partial storni; all of it where all was called back. */
  readonly cents: number;
  readonly stornedCents: number;
  readonly regularisedCents: number;
  readonly causale: string;
  readonly state: keyof typeof provvisorioStates;
  readonly iuv: string | null;
  readonly bucket: ProvvisorioBucket;
  readonly payer: string | null;
  readonly shares: readonly { readonly iuf: string }[];
  readonly suspect: boolean;
}

const key: readonly ListColumn<ProvvisorioItem>[] = [
  { title: 'Provvisorio', width: 14, kind: 'text', value: sayNumero },
  { title: 'Data', width: 11, kind: 'day', value: (p) => p.date },
  { title: 'Importo', width: 14, kind: 'euro', total: true, value: (p) => p.cents },
];
/** Whoever pays alone may be a citizen, and a causale may name one. */
const words = (clear: boolean): readonly ListColumn<ProvvisorioItem>[] => [
  { title: 'Ordinante', width: 38, kind: 'long', value: (p) => shown(p.payer, clear, maskCodiciIn) },
  { title: 'Causale', width: 72, kind: 'long', value: (p) => shown(p.causale, clear, maskCodiciIn) },
];
const conto: ListColumn<ProvvisorioItem> = { title: 'Conto', width: 14, kind: 'text', value: (p) => p.conto };

export const provvisorioList = (clear: boolean): List<ProvvisorioItem> => ({
  name: 'Provvisori',
  printed: 8,
  columns: [
    ...key,
    { title: 'Stato', width: 27, kind: 'long', value: (p) => provvisorioLabels[p.bucket] },
    { title: 'Regolarizzazione', width: 21, kind: 'text', value: (p) => provvisorioStates[p.state] },
    { title: 'Flusso', width: 38, kind: 'long', value: (p) => p.shares.map(({ iuf }) => iuf).join(', ') },
    ...words(clear),
    { title: 'IUV', width: 26, kind: 'text', value: (p) => p.iuv },
    conto,
  ],
});

/** Money that pagoPA did not bring. */
export const otherMoneyList = (clear: boolean): List<ProvvisorioItem> => ({
  name: 'Non pagoPA',
  columns: [
    ...key,
    { title: 'Regolarizzazione', width: 21, kind: 'text', value: (p) => provvisorioStates[p.state] },
    ...words(clear),
    {
      title: 'Che cosa fare',
      width: 54,
      kind: 'long',
      value: ({ suspect }) =>
        suspect
          ? 'Sembra denaro di pagoPA e non dice nulla che si legga: leggere la causale e abbinarlo.'
          : provvisorioMeanings.notPagoPa.next,
    },
    conto,
  ],
});
