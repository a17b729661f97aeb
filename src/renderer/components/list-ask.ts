import type { Input } from '../../shared/contract/api.ts';
import { isDay } from '../../shared/domain/day.ts';
import { isRecord } from '../state/route.ts';
import type { Sort } from './table/column.ts';

/** What the filter of every list has; the lists have more of their own. */
export interface BaseFilter {
  readonly search: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly centsFrom: number | null;
  readonly centsTo: number | null;
  readonly document: number | null;
  readonly attention: boolean;
}

type ProvvisorioKey = Input<'provvisori.read'>;
type PaymentKey = Input<'payments.read'>;

/** What a list is asked to show, as its address says it. */
export interface ListAsk<Filter extends BaseFilter, By extends string> {
  readonly filter: Filter;
  readonly sort: Sort<By>;
  /** The key of the row whose card is open. */
  readonly open: string | null;
  /** The search box is to be ready for typing. */
  readonly search: boolean;
}

/** How a list makes sense of an address. */
export interface ListReading<Filter extends BaseFilter, By extends string> {
  readonly filter: (ask: Readonly<Record<string, unknown>>) => Filter;
  readonly sorts: readonly By[];
  readonly usualSort: Sort<By>;
}

/** Reads an address, which a person may have edited: what makes no sense is as if it were not there. */
export function readAsk<Filter extends BaseFilter, By extends string>(
  ask: Readonly<Record<string, unknown>>,
  reading: ListReading<Filter, By>,
): ListAsk<Filter, By> {
  const asked = isRecord(ask['sort']) ? ask['sort'] : {};
  const by = reading.sorts.find((name) => name === asked['by']);
  return {
    filter: reading.filter(isRecord(ask['filter']) ? ask['filter'] : {}),
    sort: by === undefined ? reading.usualSort : { by, descending: asked['descending'] === true },
    open: textOf(ask['open']),
    search: ask['cerca'] === true,
  };
}

/** The address of what is shown, without what says nothing. */
export function askOf<Filter extends BaseFilter, By extends string>(
  { filter, sort, open }: Omit<ListAsk<Filter, By>, 'search'>,
  usualSort: Sort<By>,
): Readonly<Record<string, unknown>> {
  const said = saidOf(filter);
  const isUsual = sort.by === usualSort.by && sort.descending === usualSort.descending;
  return {
    ...(Object.keys(said).length > 0 && { filter: said }),
    ...(!isUsual && { sort }),
    ...(open !== null && { open }),
  };
}

/** The parts of a filter that ask for something. */
export function saidOf(filter: BaseFilter): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

export function readBaseFilter(ask: Readonly<Record<string, unknown>>): BaseFilter {
  return {
    search: textOf(ask['search']),
    from: dayOf(ask['from']),
    to: dayOf(ask['to']),
    centsFrom: integerOf(ask['centsFrom']),
    centsTo: integerOf(ask['centsTo']),
    document: positiveOf(ask['document']),
    attention: ask['attention'] === true,
  };
}

/** The names that are there, of those that there may be. */
export function namesOf<Name extends string>(value: unknown, names: readonly Name[]): readonly Name[] {
  return Array.isArray(value) ? names.filter((name) => value.includes(name)) : [];
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((part): part is string => typeof part === 'string' && part.length <= longest).slice(0, 500)
    : [];
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value.length <= longest ? value : null;
}

export function provvisorioOf(value: unknown): ProvvisorioKey | null {
  if (!isRecord(value)) return null;
  const { esercizio, numero, conto } = value;
  return typeof esercizio === 'number' &&
    Number.isSafeInteger(esercizio) &&
    typeof numero === 'string' &&
    typeof conto === 'string'
    ? { esercizio, numero, conto }
    : null;
}

// As a row is named in an address: the part that may hold anything comes last.
export const nameOfPayment = ({ iuv, index, iur }: PaymentKey): string => `${iuv}/${index}/${iur}`;
export const nameOfProvvisorio = ({ esercizio, numero, conto }: ProvvisorioKey): string =>
  `${esercizio}/${numero}/${conto}`;

export function paymentNamed(name: string): PaymentKey | null {
  const [iuv, index, iur] = threeParts(name);
  return iuv === undefined || iuv === '' || iur === undefined || !/^-?\d{1,9}$/.test(index ?? '')
    ? null
    : { iuv, index: Number(index), iur };
}

export function provvisorioNamed(name: string): ProvvisorioKey | null {
  const [esercizio, numero, conto] = threeParts(name);
  return numero === undefined || numero === '' || conto === undefined || !/^\d{4}$/.test(esercizio ?? '')
    ? null
    : { esercizio: Number(esercizio), numero, conto };
}

/** The longest text that a filter takes. */
const longest = 200;

function threeParts(name: string): readonly string[] {
  const [first = '', second, ...rest] = name.split('/');
  return second === undefined || rest.length === 0 ? [first] : [first, second, rest.join('/')];
}

function dayOf(value: unknown): string | null {
  return typeof value === 'string' && isDay(value) ? value : null;
}

function integerOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

function positiveOf(value: unknown): number | null {
  const number = integerOf(value);
  return number !== null && number > 0 ? number : null;
}
