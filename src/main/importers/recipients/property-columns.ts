import { plainHeader } from '../table/layout.ts';
import { fieldOfHeader } from './columns.ts';
import type { KnownHeader } from './find-columns.ts';

/** What a column of a list of properties can hold, keys to the people included. */
export type PropertyField =
  | 'fiscalCode'
  | 'notice'
  | 'debt'
  | 'account'
  | 'address'
  | 'street'
  | 'number'
  | 'foglio'
  | 'particella'
  | 'sub'
  | 'category'
  | 'area'
  | 'end';

const headersOf: readonly (readonly [PropertyField, readonly string[]])[] = [
  [
    'address',
    [
      'Ubicazione',
      'Indirizzo immobile',
      'Indirizzo utenza',
      'Ubicazione immobile',
      'Indirizzo',
      'Immobile',
      'Indirizzo completo',
    ],
  ],
  ['street', ['Via', 'Denominazione via', 'Toponimo']],
  ['number', ['Civico', 'Numero civico', 'N. civico', 'Num. civico']],
  ['foglio', ['Foglio', 'Fg', 'Foglio catastale']],
  ['particella', ['Particella', 'Mappale', 'Numero', 'Part', 'Mapp', 'Particella/Mappale', 'Numero mappale']],
  ['sub', ['Sub', 'Subalterno']],
  ['category', ['Categoria', 'Cat', 'Categoria catastale', 'Categoria TARI', 'Categoria tariffaria']],
  ['area', ['Mq', 'Superficie', 'Superficie mq', 'Superficie (mq)', 'Metri quadri', 'Mq tassabili', 'M2']],
  [
    'end',
    [
      'Data fine',
      'Fine occupazione',
      'Data fine occupazione',
      'Data cessazione',
      'Cessazione',
      'Data fine utenza',
      'Fine validità',
      'Data chiusura',
    ],
  ],
];

const known: ReadonlyMap<string, KnownHeader<PropertyField>> = new Map(
  headersOf.flatMap(([field, headers]) =>
    headers.map((header, rank) => [plainHeader(header), { field, rank }] as const),
  ),
);

/** What a column with this header holds in lists of properties; null when nobody knows. A name leads to nobody. */
export function propertyFieldOf(header: string): KnownHeader<PropertyField> | null {
  const own = known.get(plainHeader(header));
  if (own !== undefined) return own;
  const key = fieldOfHeader(header);
  if (key === null) return null;
  const { field, rank } = key;
  return field === 'fiscalCode' || field === 'notice' || field === 'debt' || field === 'account'
    ? { field, rank }
    : null;
}
