import type { Output } from '../../src/shared/contract/api.ts';
import { flowBuckets, provvisorioBuckets } from '../../src/shared/domain/bucket.ts';
import { iufKey } from '../../src/shared/domain/iuf.ts';
import { asksForAttention, statuses } from '../../src/shared/domain/verdict.ts';

/**
 * The lists as they are meant, sorted and filtered in memory from all of their rows: what the pages that SQL reads must
 * agree with. Written again, and not taken from the ledger.
 */
type Payment = Output<'payments.list'>['rows'][number];
type Flusso = Output<'flussi.list'>['rows'][number];
type Provvisorio = Output<'provvisori.list'>['rows'][number];
type Keys = readonly (string | number)[];

/** What is asked of any list; each takes of it what it knows. */
export interface Asked<Sort extends string, Code extends string> {
  readonly sort: { readonly by: Sort; readonly descending: boolean } | null;
  readonly search: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly centsFrom: number | null;
  readonly centsTo: number | null;
  /** Statuses of payments, buckets of flussi and provvisori. */
  readonly codes: readonly Code[];
  readonly iuf: string | null;
  readonly attention: boolean;
}

export type AskedOfPayments = Asked<keyof typeof paymentSorts, Payment['status']>;
export type AskedOfFlussi = Asked<keyof typeof flussoSorts, Flusso['bucket']>;
export type AskedOfProvvisori = Asked<keyof typeof provvisorioSorts, Provvisorio['bucket']>;

const nothingLast = (text: string | null): Keys => [text === null ? 1 : 0, (text ?? '').toLowerCase()];
const newestFirst = (day: string): number => -Number(day.replaceAll('-', ''));
const openFlow = (bucket: string): boolean =>
  ['missing', 'partial', 'inError', 'notReported'].includes(bucket);

export const paymentSorts = {
  paidOn: (row: Payment) => [row.paidOn ?? ''],
  cents: (row: Payment) => [row.cents],
  iuv: (): Keys => [],
  status: (row: Payment) => [statuses.indexOf(row.status)],
  service: (row: Payment) => nothingLast(row.service),
  debtor: (row: Payment) => nothingLast(row.debtor?.name ?? null),
};

export const flussoSorts = {
  attention: (row: Flusso) => [openFlow(row.bucket) ? 0 : 1, newestFirst(row.date)],
  date: (row: Flusso) => [row.date],
  cents: (row: Flusso) => [row.cents],
  received: (row: Flusso) => [row.receivedCents],
  iuf: (): Keys => [],
  rows: (row: Flusso) => [row.rows],
  bucket: (row: Flusso) => [flowBuckets.indexOf(row.bucket)],
};

export const provvisorioSorts = {
  attention: (row: Provvisorio) => [
    ['notReported', 'partial', 'inError'].includes(row.bucket) ? 0 : 1,
    row.suspect && row.bucket === 'notPagoPa' ? 0 : 1,
    newestFirst(row.date),
  ],
  date: (row: Provvisorio) => [row.date],
  cents: (row: Provvisorio) => [row.cents],
  numero: (row: Provvisorio) => [row.esercizio, row.numero.length],
  bucket: (row: Provvisorio) => [provvisorioBuckets.indexOf(row.bucket)],
  payer: (row: Provvisorio) => nothingLast(row.payer),
};

export function paymentsInMemory(rows: readonly Payment[], asked: AskedOfPayments): Payment[] {
  const wanted = rows.filter(
    (row) =>
      isWithin(row.paidOn, row.cents, asked) &&
      (!asked.attention || asksForAttention(row.status)) &&
      (asked.codes.length === 0 || asked.codes.includes(row.status)) &&
      (asked.iuf === null || (row.iuf !== null && iufKey(row.iuf) === iufKey(asked.iuf))) &&
      isFound(asked.search, row.cents, [
        row.iuv,
        row.iur,
        row.noticeNumber,
        row.iuf,
        row.description,
        row.debtor?.name ?? null,
        row.debtor?.codiceFiscale ?? null,
      ]),
  );
  return inOrder(wanted, asked.sort, paymentSorts, (row) => [row.iuv, row.iur, row.index]);
}

export function flussiInMemory(rows: readonly Flusso[], asked: AskedOfFlussi): Flusso[] {
  const wanted = rows.filter(
    (row) =>
      isWithin(row.date, row.cents, asked) &&
      (!asked.attention || openFlow(row.bucket)) &&
      (asked.codes.length === 0 || asked.codes.includes(row.bucket)) &&
      (isFound(asked.search, row.cents, [row.iuf, row.psp?.code ?? null, row.psp?.name ?? null]) ||
        isFound(asked.search, row.receivedCents, [])),
  );
  return inOrder(wanted, asked.sort, flussoSorts, (row) => [iufKey(row.iuf)]);
}

export function provvisoriInMemory(rows: readonly Provvisorio[], asked: AskedOfProvvisori): Provvisorio[] {
  const wanted = rows.filter(
    (row) =>
      isWithin(row.date, row.cents, asked) &&
      (asked.codes.length === 0 || asked.codes.includes(row.bucket)) &&
      (asked.iuf === null || row.shares.some(({ iuf }) => iufKey(iuf) === iufKey(asked.iuf ?? ''))) &&
      isFound(asked.search, row.cents, [
        `${row.numero}/${row.esercizio}`,
        row.causale,
        row.payer,
        ...row.shares.map(({ iuf }) => iuf),
        row.extraction.iuf,
      ]),
  );
  return inOrder(wanted, asked.sort, provvisorioSorts, (row) => [row.esercizio, row.numero, row.conto]);
}

function isWithin(day: string | null, cents: number, asked: Asked<string, string>): boolean {
  const { from, to, centsFrom, centsTo } = asked;
  return (
    (from === null || (day !== null && day >= from)) &&
    (to === null || (day !== null && day <= to)) &&
    (centsFrom === null || cents >= centsFrom) &&
    (centsTo === null || cents <= centsTo)
  );
}

function isFound(search: string | null, cents: number, texts: readonly (string | null)[]): boolean {
  if (search === null) return true;
  const wanted = plain(search);
  const isAmount = /^\d+,\d\d$/.test(search) && Number(search.replace(',', '')) === cents;
  return isAmount || texts.some((text) => text !== null && plain(text).includes(wanted));
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function inOrder<Row, Sort extends string>(
  rows: readonly Row[],
  sort: { readonly by: Sort; readonly descending: boolean } | null,
  sorts: Readonly<Record<Sort, (row: Row) => Keys>>,
  keyOf: (row: Row) => Keys,
): Row[] {
  const keys = (row: Row): Keys => [...(sort === null ? [] : sorts[sort.by](row)), ...keyOf(row)];
  const ascending = rows.toSorted((a, b) => compare(keys(a), keys(b)));
  return sort?.descending === true ? ascending.toReversed() : ascending;
}

function compare(a: Keys, b: Keys): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  const [one, other] = [a[at], b[at]];
  if (one === undefined || other === undefined) return 0;
  return one < other ? -1 : 1;
}
