import { daysBetween, type Day } from '../../shared/domain/day.ts';
import { byText } from '../../shared/domain/order.ts';
import { byClaim, paidCents, type Claim, type Draft } from './payment-draft.ts';

/** A payment as lists without IUR tell it: at most one line of each document. */
export interface ToldPayment {
  /** Its place among all that lists tell of the IUV, the same whatever receipts are here. */
  readonly number: number;
  readonly lines: readonly Claim[];
}

/**
 * What lists without IUR tell of one IUV. Lists overlap: a line counts as often as the document that tells it most
 * often. It is the same line in two of them when the cents agree, and the days within one day or where one is not told.
 */
export function toldByLists(lines: readonly Claim[]): ToldPayment[] {
  return [...Map.groupBy(lines, (line) => line.cents).values()]
    .flatMap(mergeAmount)
    .toSorted((a, b) => byText(firstDay(a), firstDay(b)) || centsOfLines(a) - centsOfLines(b))
    .map((merged, position) => ({ number: position + 1, lines: merged }));
}

function mergeAmount(lines: readonly Claim[]): Claim[][] {
  const windowOf = windowsOf(lines.flatMap((line) => line.paidOn ?? []));
  const dated = new Map<string, Claim[]>();
  const used = new Map<number, Set<Claim[]>>();
  const documents = Map.groupBy(lines.toSorted(byLine), (line) => line.document);
  for (const [document, told] of documents) {
    const own = new Set<Claim[]>();
    used.set(document, own);
    const known = told.filter((line) => line.paidOn !== null);
    for (const [window, same] of Map.groupBy(known, (line) => windowOf.get(line.paidOn ?? ''))) {
      for (const [nth, line] of same.entries()) {
        const key = `${window} ${String(nth).padStart(9, '0')}`;
        const place = dated.get(key) ?? [];
        place.push(line);
        own.add(place);
        dated.set(key, place);
      }
    }
  }
  const places = [...dated].toSorted(([a], [b]) => byText(a, b)).map(([, place]) => place);
  const dayless: Claim[][] = [];
  for (const [document, told] of documents) {
    const free = places.filter((place) => used.get(document)?.has(place) !== true);
    for (const [nth, line] of told.filter(({ paidOn }) => paidOn === null).entries()) {
      const place = free[nth] ?? dayless[nth - free.length];
      if (place === undefined) dayless.push([line]);
      else place.push(line);
    }
  }
  return [...places, ...dayless];
}

/** Each day with the first of the two days between which it counts as the same. */
function windowsOf(days: readonly Day[]): Map<string, Day> {
  const windows = new Map<string, Day>();
  let first: Day | undefined;
  for (const day of [...new Set(days)].toSorted(byText)) {
    if (first === undefined || daysBetween(first, day) > 1) first = day;
    windows.set(day, first);
  }
  return windows;
}

/**
 * Pairs what lists tell with the payments that receipts and flussi tell, one to one within each document, the nearest
 * day first; a line may also be the sum of what one receipt pays us, or pays in all. A payment without receipt takes the
 * line as one. Returns what is left: payments that lists alone tell.
 */
export function placeTold(told: readonly ToldPayment[], drafts: readonly Draft[]): ToldPayment[] {
  if (told.length === 0 || drafts.length === 0) return [...told];
  const lines = told.flatMap((payment) => payment.lines.map((line) => ({ payment, line })));
  const pairs = [...Map.groupBy(lines, ({ line }) => line.document).values()].flatMap((ofDocument) => {
    const singly = pairSingly(ofDocument, drafts);
    return [...singly, ...pairSums(ofDocument, drafts, singly)];
  });
  for (const [draft, same] of Map.groupBy(pairs, (pair) => pair.draft)) {
    const [best] = same.map(({ line }) => line).toSorted(byClaim);
    if (draft.claim === null && best !== undefined) draft.claim = { ...best, cents: centsOf(draft) };
  }
  const placed = new Set(pairs.map(({ payment }) => payment));
  return told.filter((payment) => !placed.has(payment));
}

interface Line {
  readonly payment: ToldPayment;
  readonly line: Claim;
}

interface Pair extends Line {
  readonly draft: Draft;
}

/**
 * As many pairs as there can be, the nearest days first. A list may number its lines, or give all of them the same
 * index: it decides only between equals.
 */
function pairSingly(lines: readonly Line[], drafts: readonly Draft[]): Pair[] {
  const byCents = Map.groupBy(drafts, centsOf);
  return [...Map.groupBy(lines, ({ line }) => line.cents)].flatMap(([cents, same]) => {
    const candidates = byCents.get(cents) ?? [];
    return same.length * candidates.length > manyPairs ? [] : pairAmount(same, candidates);
  });
}

function pairAmount(lines: readonly Line[], drafts: readonly Draft[]): Pair[] {
  const fitting = lines
    .flatMap((told) => drafts.map((draft) => ({ told, draft, distance: distanceOf(told.line, draft) })))
    .filter(({ distance }) => distance <= unknownDay)
    .toSorted(
      (a, b) =>
        a.distance - b.distance ||
        Number(a.draft.index !== a.told.line.index) - Number(b.draft.index !== b.told.line.index),
    );
  const lineOf = new Map<Draft, Line>();
  const paired = new Set<Line>();
  for (const { told, draft } of fitting) {
    if (lineOf.has(draft) || paired.has(told)) continue;
    lineOf.set(draft, told);
    paired.add(told);
  }
  const draftsOf = Map.groupBy(fitting, ({ told }) => told);
  /** Gives a line a payment whose own line can take another one. */
  const makeRoom = (told: Line, tried: Set<Draft>): boolean =>
    (draftsOf.get(told) ?? []).some(({ draft }) => {
      if (tried.has(draft)) return false;
      tried.add(draft);
      const owner = lineOf.get(draft);
      if (owner !== undefined && !makeRoom(owner, tried)) return false;
      lineOf.set(draft, told);
      return true;
    });
  for (const told of lines) if (!paired.has(told)) makeRoom(told, new Set());
  return [...lineOf].map(([draft, told]) => ({ ...told, draft }));
}

/** What is left of one document: sums of several transfers to us, or of all that one receipt pays. */
function pairSums(lines: readonly Line[], drafts: readonly Draft[], singly: readonly Pair[]): Pair[] {
  const taken = new Set<Draft | Claim>(singly.flatMap(({ line, draft }) => [line, draft]));
  const receipts = [...Map.groupBy(drafts, (draft) => draft.iur).values()];
  const left = lines.filter(({ line }) => !taken.has(line));
  if (left.length * drafts.length > manyPairs) return [];
  return left.flatMap((told) => {
    const whole = receipts.find(
      (parts) =>
        parts.every((part) => !taken.has(part)) &&
        (parts.reduce((sum, part) => sum + centsOf(part), 0) === told.line.cents ||
          parts.some((part) => part.claim?.totalCents === told.line.cents)) &&
        parts.some((part) => distanceOf(told.line, part) <= unknownDay),
    );
    for (const part of whole ?? []) taken.add(part);
    return (whole ?? []).map((draft) => ({ ...told, draft }));
  });
}

// Nobody pays one notice a thousand times; a file that says so is not worth the search.
const manyPairs = 10_000;

const unknownDay = 2;

/** In days between what the line and the payment say: {@link unknownDay} where one says nothing, infinite beyond one. */
function distanceOf({ paidOn }: Claim, { claim, rows }: Draft): number {
  const days = claim === null ? rows.map((row) => row.date) : [claim.paidOn];
  const distances = days.map((day) => {
    if (day === null || paidOn === null) return unknownDay;
    const apart = Math.abs(daysBetween(day, paidOn));
    return apart > 1 ? Infinity : apart;
  });
  return Math.min(...distances);
}

function centsOf({ claim, rows: [row] }: Draft): number {
  return claim?.cents ?? (row === undefined ? 0 : paidCents(row));
}

const firstDay = (lines: readonly Claim[]): string =>
  lines.flatMap((line) => line.paidOn ?? []).toSorted(byText)[0] ?? '9999';
const centsOfLines = ([line]: readonly Claim[]): number => line?.cents ?? 0;

function byLine(a: Claim, b: Claim): number {
  return byText(a.paidOn ?? '9999', b.paidOn ?? '9999') || a.index - b.index || byClaim(a, b);
}
