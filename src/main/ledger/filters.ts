import type { Day } from '../../shared/domain/day.ts';
import { parseItalianAmount, type Cents } from '../../shared/domain/euro.ts';
import { foldText, globHolding } from '../../shared/domain/fold-text.ts';
import type { ProvvisorioKey } from './provvisori.ts';
import { factRange } from './documents.ts';
import type { Condition } from './pages/listing.ts';

/** What may be asked of every list; null asks for nothing. */
export interface BaseFilter {
  readonly search: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly centsFrom: number | null;
  readonly centsTo: number | null;
  /** Only what this document tells. */
  readonly document: number | null;
  /** Only what somebody must look at. */
  readonly attention: boolean;
}

/** What the general questions mean in one list. */
export interface FilteredColumns {
  readonly day: string;
  readonly cents: string;
  /** True in SQL where a text is found; `has` says it of one column. */
  readonly texts: (has: (column: string) => string) => string;
  /** What `texts` names beside the columns. */
  readonly values?: Condition['values'];
  /** The amounts that a searched amount may be. */
  readonly amounts: readonly string[];
  /** True in SQL for what a document tells; `@first` and `@last` are the ids of its facts. */
  readonly document: string;
  readonly attention: Condition;
}

export function baseConditions(filter: BaseFilter, columns: FilteredColumns): Condition[] {
  const { from, to, centsFrom, centsTo, document, attention } = filter;
  const search = filter.search?.trim() ?? '';
  return [
    search === '' ? null : searchCondition(search, columns),
    from === null ? null : { sql: `${columns.day} >= @from`, values: { from } },
    to === null ? null : { sql: `${columns.day} <= @to`, values: { to } },
    centsFrom === null ? null : { sql: `${columns.cents} >= @centsFrom`, values: { centsFrom } },
    centsTo === null ? null : { sql: `${columns.cents} <= @centsTo`, values: { centsTo } },
    document === null ? null : { sql: columns.document, values: factsOf(document) },
    attention ? columns.attention : null,
  ].filter((condition) => condition !== null);
}

/** The day on which everything is looked at: `@today` in the SQL of the lists. */
export function asOf(today: Day): Condition {
  return { sql: 'TRUE', values: { today } };
}

/** One of these values; an empty list asks for nothing. */
export function oneOf(name: string, sql: string, wanted: readonly (string | number)[]): Condition[] {
  if (wanted.length === 0) return [];
  return [
    {
      sql: `${sql} IN (SELECT value FROM json_each(@${name}))`,
      values: { [name]: JSON.stringify(wanted) },
    },
  ];
}

/** The ids of a document's facts. */
export function factsOf(document: number): { readonly first: number; readonly last: number } {
  const [first, last] = factRange(document);
  return { first, last };
}

/** A provvisorio as it is asked for: who does not know the conto asks for that number in every conto. */
export type ProvvisorioWanted = Omit<ProvvisorioKey, 'conto'> & { readonly conto: string | null };

/** The natural key of a provvisorio, as values. */
export function keyValues({ esercizio, numero, conto }: ProvvisorioWanted): Required<Condition>['values'] {
  return { esercizio, numero, conto };
}

function searchCondition(search: string, { texts, values: named, amounts }: FilteredColumns): Condition {
  const found = texts(holds);
  const amount = amountOf(search);
  const values = {
    ...named,
    pattern: `%${foldText(search).replaceAll(/[\\%_]/g, '\\$&')}%`,
    glob: globHolding(search),
  };
  if (amount === null) return { sql: found, values };
  return {
    sql: [found, ...amounts.map((cents) => `${cents} = @amount`)].join(' OR '),
    values: { ...values, amount },
  };
}

/** LIKE takes no notice of the case of plain letters; letters with an accent, which few texts have, need a dearer look. */
function holds(column: string): string {
  return `${column} LIKE @pattern ESCAPE '\\' OR (length(${column}) < octet_length(${column}) AND ${column} GLOB @glob)`;
}

/** `22,00` looks for an amount; a bare number is more likely a part of a code. */
function amountOf(search: string): Cents | null {
  if (!/[.,€]/.test(search)) return null;
  const amount = parseItalianAmount(search);
  return amount.ok ? amount.value : null;
}
