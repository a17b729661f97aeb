import type { ProvvisorioBucket } from '../../../shared/domain/bucket.ts';
import type { Status } from '../../../shared/domain/verdict.ts';
import { provvisorioMeanings } from '../../../shared/wording/bucket-meanings.ts';
import { statusMeanings } from '../../../shared/wording/dots.ts';
import { provvisorioLabels, statusLabels } from '../../../shared/wording/labels.ts';
import type { List } from './list-sheet.ts';

/** One thing that somebody must look at: a payment, or a provvisorio that no such payment names. */
export type Difference = {
  /** How it is called: the IUV, or the provvisorio. */
  readonly name: string;
  readonly day: string | null;
  readonly cents: number;
  readonly iuf: string | null;
  readonly service: string | null;
} & (
  | { readonly of: 'payments'; readonly status: Status }
  | { readonly of: 'provvisori'; readonly bucket: ProvvisorioBucket }
);

/** The reason in a few words; no two reasons share them. */
export function sayDifferenceReason(
  of:
    | { readonly of: 'payments'; readonly status: Status }
    | { readonly of: 'provvisori'; readonly bucket: ProvvisorioBucket },
): string {
  return of.of === 'payments' ? statusLabels[of.status] : `Provvisorio ${provvisorioLabels[of.bucket]}`;
}

const meaningOf = (one: Difference) =>
  one.of === 'payments' ? statusMeanings[one.status] : provvisorioMeanings[one.bucket];

export const differenceList: List<Difference> = {
  name: 'Differenze',
  columns: [
    { title: 'Motivo', width: 30, kind: 'long', value: sayDifferenceReason },
    { title: 'Importo', width: 14, kind: 'euro', total: true, value: (d) => d.cents },
    { title: 'Data', width: 11, kind: 'day', value: (d) => d.day },
    {
      title: 'Che cos’è',
      width: 12,
      kind: 'text',
      value: (d) => (d.of === 'payments' ? 'pagamento' : 'provvisorio'),
    },
    { title: 'IUV o provvisorio', width: 22, kind: 'text', value: (d) => d.name },
    { title: 'Servizio', width: 18, kind: 'text', value: (d) => d.service },
    { title: 'Flusso', width: 38, kind: 'text', value: (d) => d.iuf },
    { title: 'Che cosa vuol dire', width: 50, kind: 'long', value: (d) => meaningOf(d).means },
    { title: 'Che cosa fare', width: 50, kind: 'long', value: (d) => meaningOf(d).next },
  ],
};
