import { byText } from '../../shared/domain/order.ts';
import { daysBetween, type Day } from '../../shared/domain/day.ts';
import type { Money, Note } from '../../shared/domain/verdict.ts';
import { placeTold, toldByLists, type ToldPayment } from './list-lines.ts';
import {
  byClaim,
  keyOf,
  type Claim,
  type Draft,
  type ReportedRow,
  type SingleMoney,
} from './payment-draft.ts';

/** One payment as its evidence tells it. The key is (IUV, iur, index); lists alone tell no iur, and the index is free. */
export interface MatchedPayment {
  readonly iur: string;
  readonly index: number;
  readonly claim: Claim | null;
  /** The row that tells most of it: a revocation, else the worst money. */
  readonly row: ReportedRow | null;
  /** Every row that reports it; more than one only when it was reported twice. */
  readonly rows: readonly ReportedRow[];
  /** The provvisorio that settles it without a flusso. */
  readonly single: SingleMoney | null;
  readonly double: boolean;
  readonly notes: readonly Note[];
}

/**
 * All the payments of one IUV. Rules in order of certainty: the same IUR and index; the same IUR when
 * nothing else bears it; the same amount within a day, when neither side has a rival. Never amount alone.
 * Lists that tell no IUR come last: they add no payment to what receipts and flussi tell of the same.
 * The answer does not depend on the order of the arguments.
 */
export function matchIuv(
  claims: readonly Claim[],
  rows: readonly ReportedRow[],
  singles: readonly SingleMoney[],
): MatchedPayment[] {
  const { paid, failed, foreign, disagreeing } = sortClaims(claims.filter((claim) => !isUnnamed(claim)));
  const drafts = paid.map((claim) => draftOf(claim, disagreeing));
  let leftRows = pairExactly(drafts, rows.toSorted(byRow));
  leftRows = pairByIur(drafts, leftRows);
  leftRows = pairByAmountAndDay(drafts, leftRows);
  addRows(drafts, leftRows);
  const told = placeTold(toldByLists(claims.filter(isUnnamed)), drafts);
  drafts.push(...told.map(draftOfTold));
  settleSingly(drafts, singles.toSorted(bySingle));
  markDoubles(drafts);
  // An attempt that failed is history once the same line was paid or reported; a list tells its amount at least.
  const indexes = new Set(drafts.map((draft) => draft.index));
  const amounts = new Set(told.flatMap(({ lines }) => lines.map((line) => line.cents)));
  const open = failed.filter((claim) =>
    claim.iur === '' ? drafts.length === 0 : !indexes.has(claim.index) && !amounts.has(claim.cents),
  );
  drafts.push(...open.map((claim) => draftOf(claim, disagreeing)));
  if (drafts.length === 0) drafts.push(...foreign.map((claim) => draftOf(claim, disagreeing)));
  return drafts.map(finish);
}

const isUnnamed = (claim: Claim): boolean => claim.iur === '' && claim.standing === 'paid';

function draftOf(claim: Claim, disagreeing: ReadonlySet<string>): Draft {
  const notes = new Set(claim.notes);
  if (disagreeing.has(keyOf(claim))) notes.add('receipts-disagree');
  return { iur: claim.iur, index: claim.index, claim, rows: [], single: null, double: false, notes };
}

/** A payment that only lists tell, by the best of their lines. */
function draftOfTold({ number, lines }: ToldPayment): Draft {
  const [claim = null] = lines.toSorted(byClaim);
  return { iur: '', index: number, claim, rows: [], single: null, double: false, notes: new Set() };
}

/**
 * One claim for each key: a paid one over a failed one, the receipt over a list, then the later, then the greater
 * digest. A failed attempt without IUR, of a list, yields to those that have one.
 */
function sortClaims(claims: readonly Claim[]) {
  const best = new Map<string, Claim>();
  const disagreeing = new Set<string>();
  for (const claim of claims.toSorted(byClaim)) {
    const key = keyOf(claim);
    const rival = best.get(key);
    if (rival === undefined) best.set(key, claim);
    else if (claim.iur !== '' && rival.standing === claim.standing && disagree(rival, claim))
      disagreeing.add(key);
  }
  const kept = [...best.values()].toSorted((a, b) => byText(a.iur, b.iur) || a.index - b.index);
  const of = (standing: Claim['standing']) => {
    const found = kept.filter((claim) => claim.standing === standing);
    const named = found.filter((claim) => claim.iur !== '');
    return named.length > 0 ? named : found;
  };
  return { paid: of('paid'), failed: of('failed'), foreign: of('not-ours'), disagreeing };
}

/** Lists are made by hand, with days of their own: of them only the amount is held against the receipt. */
function disagree(one: Claim, other: Claim): boolean {
  if (one.cents !== other.cents) return true;
  if (one.listed || other.listed) return false;
  return differ(one.paidOn, other.paidOn) || differ(one.debtor, other.debtor);
}

/** What only one of them says is no disagreement. */
function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

/** Same IUR and index; a second row for the same key is a second report of the same payment. */
function pairExactly(drafts: readonly Draft[], rows: readonly ReportedRow[]): ReportedRow[] {
  const byKey = new Map(drafts.map((draft) => [keyOf(draft), draft]));
  return rows.filter((row) => {
    const draft = byKey.get(keyOf(row));
    draft?.rows.push(row);
    return draft === undefined;
  });
}

/** Some PSPs number the rows of the flusso instead of the transfers of the receipt. */
function pairByIur(drafts: readonly Draft[], rows: readonly ReportedRow[]): ReportedRow[] {
  return pairWhenAlone(drafts, rows, 'index-differs', (draft, row) => draft.iur === row.iur);
}

/** Some intermediaries write another code in the place of the IUR. */
function pairByAmountAndDay(drafts: readonly Draft[], rows: readonly ReportedRow[]): ReportedRow[] {
  return pairWhenAlone(
    drafts,
    rows,
    'iur-differs',
    (draft, row) =>
      draft.claim !== null &&
      draft.claim.cents === row.cents &&
      draft.claim.paidOn !== null &&
      Math.abs(daysBetween(draft.claim.paidOn, row.date)) <= 1,
  );
}

// Nobody pays one notice a thousand times; a file that says so is not worth the search.
const manyPairs = 1_000_000;

/** Pairs a row with the one open payment it fits, provided that no other row fits that payment. */
function pairWhenAlone(
  drafts: readonly Draft[],
  rows: readonly ReportedRow[],
  note: Note,
  fits: (draft: Draft, row: ReportedRow) => boolean,
): ReportedRow[] {
  if (rows.length === 0) return [];
  const open = drafts.filter((draft) => draft.rows.length === 0);
  if (rows.length * open.length > manyPairs) return [...rows];
  const pairs = rows.flatMap((row) => {
    const candidates = open.filter((draft) => fits(draft, row));
    const [only] = candidates;
    if (only === undefined || candidates.length > 1) return [];
    return rows.filter((rival) => fits(only, rival)).length === 1 ? [{ row, draft: only }] : [];
  });
  for (const { row, draft } of pairs) {
    draft.rows.push(row);
    draft.notes.add(note);
  }
  const paired = new Set(pairs.map((pair) => pair.row));
  return rows.filter((row) => !paired.has(row));
}

/** Rows without a receipt are payments of their own; two of one key are one payment, reported twice. */
function addRows(drafts: Draft[], rows: readonly ReportedRow[]): void {
  for (const same of Map.groupBy(rows, keyOf).values()) {
    const [first] = same;
    if (first === undefined) continue;
    const { iur, index } = first;
    drafts.push({ iur, index, claim: null, rows: same, single: null, double: false, notes: new Set() });
  }
}

/** A transfer for this IUV alone settles the receipt, or the day of a list, whose amounts to us it equals. */
function settleSingly(drafts: readonly Draft[], singles: readonly SingleMoney[]): void {
  if (singles.length === 0) return;
  const open = Map.groupBy(
    drafts.filter((draft) => draft.claim !== null && draft.rows.every((row) => row.money === 'none')),
    (draft) => (draft.iur === '' ? `|${draft.claim?.paidOn}` : draft.iur),
  );
  const taken = new Set<string>();
  for (const single of singles) {
    for (const [iur, parts] of open) {
      const cents = parts.reduce((sum, part) => sum + (part.claim?.cents ?? 0), 0);
      if (taken.has(iur) || cents !== single.cents) continue;
      taken.add(iur);
      for (const part of parts) part.single = single;
      break;
    }
  }
}

/** Two IURs for the same transfer of one notice, or one payment in two flussi: both of the pair are marked. */
function markDoubles(drafts: readonly Draft[]): void {
  const collected = drafts.filter((draft) => !draft.rows.some((row) => row.report === 'revoked'));
  const named = collected.filter((draft) => draft.iur !== '');
  for (const sameIndex of Map.groupBy(named, (draft) => draft.index).values()) {
    const iurs = new Set(sameIndex.map((draft) => draft.iur));
    for (const draft of sameIndex) if (iurs.size > 1 || draft.rows.length > 1) draft.double = true;
  }
  const told = collected.filter((draft) => draft.iur === '');
  markDaysApart(told, collected);
  markDaysApart(collected, told);
}

/** What a list alone tells may be another line of a receipt, or another payment: of another day it is another payment. */
function markDaysApart(drafts: readonly Draft[], others: readonly Draft[]): void {
  const days = others.flatMap((draft) => dayOf(draft) ?? []).toSorted(byText);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return;
  for (const draft of drafts) {
    const day = dayOf(draft);
    if (day !== null && (daysBetween(first, day) > 1 || daysBetween(day, last) > 1)) draft.double = true;
  }
}

const dayOf = ({ claim, rows }: Draft): Day | null => claim?.paidOn ?? rows[0]?.date ?? null;

/** Of two reports of one payment the worst money shows, so that nothing looks settled before it is. */
function finish(draft: Draft): MatchedPayment {
  const [row = null] = draft.rows.toSorted(
    (a, b) =>
      Number(b.report === 'revoked') - Number(a.report === 'revoked') ||
      worth[a.money] - worth[b.money] ||
      byRow(a, b),
  );
  return {
    iur: draft.iur,
    index: draft.index,
    claim: draft.claim,
    row,
    rows: draft.rows,
    single: draft.single,
    double: draft.double,
    notes: [...draft.notes],
  };
}

const worth: Readonly<Record<Money, number>> = { none: 0, partly: 1, over: 2, exact: 3 };
function byRow(a: ReportedRow, b: ReportedRow): number {
  return byText(a.iur, b.iur) || a.index - b.index || byText(a.iufKey, b.iufKey);
}

function bySingle(a: SingleMoney, b: SingleMoney): number {
  return byText(a.date, b.date) || byText(a.key, b.key);
}
