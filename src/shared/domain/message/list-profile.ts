import { dayOrders, type DayOrder } from '../day.ts';
import { decimalForms, type Decimals } from '../euro.ts';
import { fail, ok, type Result } from '../result.ts';

/** What a column of a list of people can hold. */
export const listFields = [
  'fiscalCode',
  'name',
  'notice',
  'iuv',
  'amount',
  'due',
  'rata',
  'debt',
  'account',
  'kind',
] as const;
export type ListField = (typeof listFields)[number];

/** The columns of an instalment that stands in one row with others; `rata` 0 is the whole. */
export interface InstalmentColumns<Column = number> {
  readonly rata: number;
  readonly notice: Column;
  readonly amount: Column | null;
  readonly due: Column | null;
}

/** By its place, from 0, or by its header. */
export type ListColumn = number | string;

/** How the list of one software house is read, as a person confirmed it once. */
export interface ListProfile {
  readonly name: string;
  /**
   * The headers in their order, by which the list is known again; a list with others is refused. Null: the columns are
   * named by their headers, and may stand anywhere.
   */
  readonly headers: readonly string[] | null;
  readonly columns: { readonly [Field in ListField]?: ListColumn };
  readonly instalments: readonly InstalmentColumns<ListColumn>[];
  /** How amounts are written; null where each list has to tell by itself. */
  readonly decimals: Decimals | null;
  readonly days: DayOrder | null;
}

/** What keeps a text from being a profile; `at` names the part of it that is wrong. */
export interface ListProfileProblem {
  readonly code: 'not-a-list-profile';
  readonly at: string;
  readonly why:
    | 'not-an-object'
    | 'wrong-type'
    | 'unknown'
    | 'missing'
    | 'no-such-column'
    | 'used-twice'
    | 'needs-headers';
}

type Parsed<T> = Result<T, ListProfileProblem>;

const parts: ReadonlySet<string> = new Set(['name', 'headers', 'columns', 'instalments', 'decimals', 'days']);

/** Reads a profile as JSON gives it. Only `columns`, with the codice fiscale in it, has to be there. */
export function parseListProfile(value: unknown): Parsed<ListProfile> {
  if (!isRecord(value)) return wrong('', 'not-an-object');
  const stranger = Object.keys(value).find((key) => !parts.has(key));
  if (stranger !== undefined) return wrong(stranger, 'unknown');
  const { name = '', headers = null, decimals = null, days = null, instalments = [] } = value;
  if (typeof name !== 'string') return wrong('name', 'wrong-type');
  if (headers !== null && !areTexts(headers)) return wrong('headers', 'wrong-type');
  const columns = parseColumns(value['columns']);
  if (!columns.ok) return columns;
  const more = parseInstalments(instalments);
  if (!more.ok) return more;
  const form = decimalForms.find((one) => one === decimals);
  if (decimals !== null && form === undefined) return wrong('decimals', 'unknown');
  const order = dayOrders.find((one) => one === days);
  if (days !== null && order === undefined) return wrong('days', 'unknown');
  const profile = {
    name,
    headers,
    columns: columns.value,
    instalments: more.value,
    decimals: form ?? null,
    days: order ?? null,
  };
  return flawOf(profile) ?? ok(profile);
}

function parseColumns(value: unknown): Parsed<ListProfile['columns']> {
  if (value === undefined) return wrong('columns', 'missing');
  if (!isRecord(value)) return wrong('columns', 'not-an-object');
  const columns: { [Field in ListField]?: ListColumn } = {};
  for (const [key, column] of Object.entries(value)) {
    const field = listFields.find((one) => one === key);
    if (field === undefined) return wrong(`columns.${key}`, 'unknown');
    if (!isColumn(column)) return wrong(`columns.${key}`, 'wrong-type');
    columns[field] = column;
  }
  return columns.fiscalCode === undefined ? wrong('columns.fiscalCode', 'missing') : ok(columns);
}

function parseInstalments(value: unknown): Parsed<readonly InstalmentColumns<ListColumn>[]> {
  if (!Array.isArray(value)) return wrong('instalments', 'wrong-type');
  const read: InstalmentColumns<ListColumn>[] = [];
  for (const [at, one] of value.entries()) {
    if (!isRecord(one)) return wrong(`instalments.${at}`, 'not-an-object');
    const { rata, notice, amount = null, due = null } = one;
    if (typeof rata !== 'number' || !Number.isInteger(rata) || rata < 0)
      return wrong(`instalments.${at}.rata`, 'wrong-type');
    if (!isColumn(notice)) return wrong(`instalments.${at}.notice`, 'wrong-type');
    if (amount !== null && !isColumn(amount)) return wrong(`instalments.${at}.amount`, 'wrong-type');
    if (due !== null && !isColumn(due)) return wrong(`instalments.${at}.due`, 'wrong-type');
    if (read.some((other) => other.rata === rata)) return wrong(`instalments.${at}.rata`, 'used-twice');
    read.push({ rata, notice, amount, due });
  }
  return ok(read);
}

function flawOf({ headers, columns, instalments }: ListProfile): Parsed<never> | null {
  const named: readonly (readonly [string, ListColumn | null])[] = [
    ...listFields.map((field) => [`columns.${field}`, columns[field] ?? null] as const),
    ...instalments.flatMap((one, at) =>
      (['notice', 'amount', 'due'] as const).map((part) => [`instalments.${at}.${part}`, one[part]] as const),
    ),
  ];
  const used = new Set<ListColumn>();
  for (const [at, column] of named) {
    if (column === null) continue;
    if (used.has(column)) return wrong(at, 'used-twice');
    used.add(column);
    // A place says nothing of a list whose headers nobody compares.
    if (typeof column === 'number' && headers === null) return wrong(at, 'needs-headers');
    if (typeof column === 'number' && column >= (headers?.length ?? 0)) return wrong(at, 'no-such-column');
  }
  return null;
}

function isColumn(value: unknown): value is ListColumn {
  if (typeof value === 'string') return value.trim() !== '';
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function wrong(at: string, why: ListProfileProblem['why']): Parsed<never> {
  return fail({ code: 'not-a-list-profile', at, why });
}
