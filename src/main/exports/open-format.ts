import { csvLine, csvMark, decimal, type CsvCell } from './csv.ts';

/** A provvisorio by its natural key. */
export interface ProvvisorioName {
  readonly esercizio: number;
  readonly numero: string;
  readonly conto: string;
}

/** A part of a provvisorio that is the money of one flusso. */
export interface Quota {
  readonly iuf: string;
  readonly importo_centesimi: number;
}

/** What a column can hold. Money is cents. */
export type Value =
  string | number | boolean | null | readonly string[] | readonly ProvvisorioName[] | readonly Quota[];

interface TypedColumn<Type extends string, Held extends Value, Row> {
  readonly type: Type;
  readonly name: string;
  /** What it says, for the page and the schema that a software house reads. */
  readonly says: string;
  readonly value: (row: Row) => Held;
}

/** One thing that a row tells. Its name, its type and its meaning are a published interface: a change is a new `versione`. */
export type Column<Row> = (
  | (TypedColumn<'text', string | null, Row> & {
      /** The values it may have, where they are few. */
      readonly oneOf?: readonly string[];
      /** Hides most of it where people are not told in clear. */
      readonly mask?: (text: string) => string;
    })
  | TypedColumn<'day', string | null, Row>
  | TypedColumn<'number', number | null, Row>
  | TypedColumn<'cents', number | null, Row>
  | TypedColumn<'yesNo', boolean, Row>
  | (TypedColumn<'codes', readonly string[], Row> & { readonly oneOf: readonly string[] })
  | TypedColumn<'provvisori', readonly ProvvisorioName[], Row>
  | TypedColumn<'quote', readonly Quota[], Row>
) & {
  /** Never empty. */
  readonly always?: true;
};

/** A list that other programs read: rows of columns, told apart by their key. */
export interface OpenFormat<Row> {
  readonly name: string;
  /** What one row is. */
  readonly says: string;
  /** The columns that name a row, the same for ever; never empty. */
  readonly key: readonly string[];
  readonly columns: readonly Column<Row>[];
}

/** Of the whole interface: names, types, meanings. */
export const formatVersion = 1;

/** What `stato` says of a row that a consumer had, and that is no more. */
export const gone = 'tolto';

/** What stands before the rows. */
export interface Head {
  readonly esportazione: string;
  readonly ente: { readonly codiceFiscale: string; readonly denominazione: string } | null;
  /** The moment, ISO instant. */
  readonly generato: string;
  /** The day as of which what is awaited is late or not. */
  readonly oggi: string;
  readonly filtro: {
    readonly servizio: string | null;
    readonly dal: string | null;
    readonly al: string | null;
    readonly chiaro: boolean;
    readonly consumatore: string | null;
  };
}

/** The values of a row, in clear, in order of its columns. */
export function valuesOf<Row>(format: OpenFormat<Row>, row: Row): Value[] {
  return format.columns.map((column) => column.value(row));
}

/** The natural key of a row, as a text that names it alone. */
export function keyOf<Row>(format: OpenFormat<Row>, values: readonly Value[]): string {
  return JSON.stringify(
    format.key.map((name) => values[format.columns.findIndex((column) => column.name === name)]),
  );
}

/** The lines of a file, one after the other: nothing of it stands in memory. */
export interface Lines {
  readonly begin: string;
  row(values: readonly Value[]): string;
  /** A row that is no more, by its key. */
  gone(key: string): string;
  readonly end: string;
}

export function jsonLines<Row>(format: OpenFormat<Row>, head: Head): Lines {
  const shown = maskedUnless<Row>(head.filtro.chiaro);
  let comma = '';
  const line = (told: object): string => {
    const text = `${comma}\n${JSON.stringify(told)}`;
    comma = ',';
    return text;
  };
  return {
    begin: `${JSON.stringify({ versione: formatVersion, ...head }).slice(0, -1)},"righe":[`,
    row: (values) =>
      line(
        Object.fromEntries(
          format.columns.map((column, i) => [jsonName(column), shown(column, values[i] ?? null)]),
        ),
      ),
    gone: (key) => line({ ...keyValues(format, key), stato: gone }),
    end: '\n]}\n',
  };
}

export function csvLines<Row>(format: OpenFormat<Row>, { filtro }: Head): Lines {
  const shown = maskedUnless<Row>(filtro.chiaro);
  const { columns } = format;
  return {
    begin: `${csvMark}${csvLine(columns.map(({ name }) => name))}`,
    row: (values) => csvLine(columns.map((column, i) => cellOf(column, shown(column, values[i] ?? null)))),
    gone(key) {
      const told: Readonly<Record<string, string | number>> = { ...keyValues(format, key), stato: gone };
      return csvLine(columns.map(({ name }) => told[name] ?? null));
    },
    end: '',
  };
}

/** In JSON money says its unit, for it is a whole number; in CSV it is euro, with a comma. */
export function jsonName({ name, type }: Pick<Column<never>, 'name' | 'type'>): string {
  return type === 'cents' ? `${name}_centesimi` : name;
}

function maskedUnless<Row>(clear: boolean) {
  return (column: Column<Row>, value: Value): Value =>
    !clear && column.type === 'text' && column.mask !== undefined && typeof value === 'string'
      ? column.mask(value)
      : value;
}

function keyValues<Row>({ key }: OpenFormat<Row>, told: string): Record<string, string | number> {
  const parts = JSON.parse(told) as (string | number)[];
  return Object.fromEntries(key.map((name, i) => [name, parts[i] ?? '']));
}

function cellOf<Row>({ type }: Column<Row>, value: Value): CsvCell {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 'sì' : 'no';
  if (typeof value === 'number') return type === 'cents' ? { cents: value } : value;
  if (typeof value === 'string') return value;
  return value.map(wordOf).join(' ');
}

/** One of a list, in a cell that holds them all. */
function wordOf(one: string | ProvvisorioName | Quota): string {
  if (typeof one === 'string') return one;
  return 'iuf' in one ? `${one.iuf}:${decimal(one.importo_centesimi)}` : `${one.numero}/${one.esercizio}`;
}
