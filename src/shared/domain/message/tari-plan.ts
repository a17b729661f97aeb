import { addDays, type Day } from '../day.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Rata, Recipient } from './recipient.ts';

/**
 * How a tax that can be paid at once or in instalments is asked for. `unica-first`: at once; the instalments follow from
 * the decision day for who paid nothing. `rate-only`: the instalments alone. `single`: the list has no instalments.
 */
export const tariScenarios = ['unica-first', 'rate-only', 'single'] as const;
export type TariScenario = (typeof tariScenarios)[number];

export interface PlanOptions {
  readonly scenario: TariScenario;
  /** From when anything may be asked for: today, or when the campaign begins. */
  readonly from: Day;
  /**
   * The first day on which instalments are asked for in place of the whole. Null: the day after the whole falls due, which
   * must leave time before the first instalment does.
   */
  readonly decisionDay: Day | null;
  /** How many days before it falls due an instalment is asked for. */
  readonly daysAhead: number;
}

/** An avviso and the days on which it may be asked for. Within a group no two have a day in common. */
export interface PlannedRow {
  readonly row: number;
  readonly rata: Rata | null;
  readonly notBefore: Day;
  /** The last day; null where nothing follows and nothing falls due. */
  readonly notAfter: Day | null;
  /** What the avvisi of one debt have in common. */
  readonly group: string;
}

export interface TariPlan {
  readonly rows: readonly PlannedRow[];
  /** Rows that this scenario asks nobody for: the whole, where only instalments are. */
  readonly left: readonly number[];
  /** Rows that fall due before they could be asked for. */
  readonly late: readonly number[];
}

export type PlanProblem =
  /** The whole falls due too near to the first instalment to wait for it: a day has to be told, or `rate-only` chosen. */
  | {
      readonly code: 'decision-day-needed';
      readonly row: number;
      readonly unicaDue: Day;
      readonly rataDue: Day;
      /** Debts of which this is so. */
      readonly debts: number;
      /** The last day that leaves time to pay. */
      readonly latest: Day;
    }
  | {
      readonly code: 'decision-day-too-late';
      readonly row: number;
      readonly rataDue: Day;
      readonly latest: Day;
    }
  /** Not after the day on which the whole begins to be asked for. */
  | { readonly code: 'decision-day-too-early'; readonly from: Day }
  | { readonly code: 'due-missing'; readonly row: number }
  /** Two rows of one debt are the same part of it: without an id of the debt it may be two. */
  | { readonly code: 'part-twice'; readonly row: number; readonly otherRow: number }
  /** A later instalment falls due no later than the one before. */
  | { readonly code: 'rate-out-of-order'; readonly row: number; readonly otherRow: number }
  | { readonly code: 'no-rate'; readonly scenario: TariScenario };

/** As much time as somebody has at least to pay an instalment after it is asked for. */
const daysToPay = 5;
export const usualDaysAhead = 30;

/** The scenario that a list suggests, before a person chooses. */
export function scenarioOf(recipients: readonly Recipient[]): TariScenario {
  const has = (kind: Rata['kind']): boolean => recipients.some(({ rata }) => rata?.kind === kind);
  if (!has('rata')) return 'single';
  return has('unica') ? 'unica-first' : 'rate-only';
}

/** Plans when each avviso of a list may be asked for, so that of one debt never two are at once. */
export function planTari(
  recipients: readonly Recipient[],
  options: PlanOptions,
): Result<TariPlan, PlanProblem> {
  const { scenario, from, decisionDay } = options;
  if (scenario === 'single')
    return ok({ rows: recipients.map((one) => alone(one, from)), left: [], late: [] });
  if (!recipients.some(({ rata }) => rata?.kind === 'rata')) return fail({ code: 'no-rate', scenario });
  if (scenario === 'unica-first' && decisionDay !== null && decisionDay <= from)
    return fail({ code: 'decision-day-too-early', from });
  const debts: Debt[] = [];
  for (const [group, members] of byDebt(recipients)) {
    const debt = debtOf(group, members);
    if (!debt.ok) return debt;
    debts.push(debt.value);
  }
  const problem = scenario === 'unica-first' ? decisionProblem(debts, decisionDay) : null;
  if (problem !== null) return fail(problem);
  const planned = debts.flatMap((debt) => windowsOf(debt, options));
  return ok({
    rows: planned.filter((one) => !isLate(one)),
    left: scenario === 'rate-only' ? debts.flatMap(({ unica }) => unica?.row ?? []) : [],
    late: planned.filter(isLate).map(({ row }) => row),
  });
}

function isLate({ notBefore, notAfter }: PlannedRow): boolean {
  return notAfter !== null && notBefore > notAfter;
}

/** The debt that a row is of: what the list says, else the person with the account. */
export function groupOf({ debt, fiscalCode, account }: Recipient): string {
  return debt === null ? `${fiscalCode} ${account ?? ''}`.trim() : `${named}${debt}`;
}

const named = 'debito ';

/** True for a debt that a list names itself: its parts belong together whatever the year. */
export function isNamedDebt(group: string): boolean {
  return group.startsWith(named);
}

/** Without instalments each avviso is a debt of its own. Of one that is overdue already people may be reminded. */
function alone(recipient: Recipient, from: Day): PlannedRow {
  const { row, rata, noticeNumber, dueDay } = recipient;
  const notAfter = dueDay !== null && dueDay >= from ? dueDay : null;
  return { row, rata, notBefore: from, notAfter, group: noticeNumber ?? groupOf(recipient) };
}

function byDebt(recipients: readonly Recipient[]): ReadonlyMap<string, readonly Recipient[]> {
  const groups = new Map<string, Recipient[]>();
  for (const recipient of recipients) {
    const group = groupOf(recipient);
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [recipient]);
    else members.push(recipient);
  }
  return groups;
}

interface Part {
  readonly row: number;
  readonly rata: Rata | null;
  readonly due: Day;
}

interface Debt {
  readonly group: string;
  readonly unica: Part | null;
  /** In the order in which they fall due. */
  readonly rate: readonly Part[];
}

function debtOf(group: string, members: readonly Recipient[]): Result<Debt, PlanProblem> {
  const parts = new Map<number, Part>();
  for (const { row, rata, dueDay } of members) {
    if (dueDay === null) return fail({ code: 'due-missing', row });
    // 0 stands for the whole; a row that tells no part asks for all of its debt.
    const n = rata?.kind === 'rata' ? rata.n : 0;
    const other = parts.get(n);
    if (other !== undefined) return fail({ code: 'part-twice', row, otherRow: other.row });
    parts.set(n, { row, rata, due: dueDay });
  }
  const rate = [...parts].filter(([n]) => n > 0).toSorted(([a], [b]) => a - b);
  const ordered = rate.map(([, part]) => part);
  for (const [at, part] of ordered.entries()) {
    const before = ordered[at - 1];
    if (before !== undefined && before.due >= part.due)
      return fail({ code: 'rate-out-of-order', row: part.row, otherRow: before.row });
  }
  return ok({ group, unica: parts.get(0) ?? null, rate: ordered });
}

/** Why instalments cannot begin on this day, or on the day after the whole falls due. */
function decisionProblem(debts: readonly Debt[], decisionDay: Day | null): PlanProblem | null {
  const near = debts.flatMap(({ unica, rate: [first] }) => {
    if (unica === null || first === undefined) return [];
    const latest = addDays(first.due, -daysToPay);
    const decided = decisionDay ?? addDays(unica.due, 1);
    return decided > latest ? [{ unica, first, latest }] : [];
  });
  // Of debts with different days the most urgent says it.
  const [worst] = near.toSorted((a, b) => (a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : 0));
  if (worst === undefined) return null;
  const { unica, first, latest } = worst;
  return decisionDay === null
    ? {
        code: 'decision-day-needed',
        row: first.row,
        unicaDue: unica.due,
        rataDue: first.due,
        debts: near.length,
        latest,
      }
    : { code: 'decision-day-too-late', row: first.row, rataDue: first.due, latest };
}

/** Each part is asked for after the one before is over, and not long before it falls due. */
function windowsOf({ group, unica, rate }: Debt, options: PlanOptions): readonly PlannedRow[] {
  const { scenario, from, decisionDay, daysAhead } = options;
  const rows: PlannedRow[] = [];
  let free = from;
  if (unica !== null && scenario === 'unica-first') {
    const over = addDays(unica.due, 1);
    const decided = rate.length === 0 ? over : (decisionDay ?? over);
    const notAfter = addDays(decided < over ? decided : over, -1);
    rows.push({ row: unica.row, rata: unica.rata, notBefore: from, notAfter, group });
    free = later(from, decided);
  }
  for (const { row, rata, due } of rate) {
    rows.push({ row, rata, notBefore: later(free, addDays(due, -daysAhead)), notAfter: due, group });
    free = later(free, addDays(due, 1));
  }
  return rows;
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** Why a part of a debt is not asked for any more. */
export type NotAsked =
  | 'itself-paid'
  /** All of it was paid at once. */
  | 'unica-paid'
  /** Somebody began to pay in instalments: the whole is not theirs any more. */
  | 'rata-paid'
  /** Both at once and in instalments: money has to be given back. */
  | 'both-paid';

/** Says whether a part may still be asked for, from what of its debt was paid; null when it may. */
export function mayStillBeAsked(own: Rata | null, paid: readonly Rata[]): NotAsked | null {
  const unicaPaid = paid.some(({ kind }) => kind === 'unica');
  const ratePaid = paid.flatMap((rata) => (rata.kind === 'rata' ? [rata.n] : []));
  if (unicaPaid && ratePaid.length > 0) return 'both-paid';
  if (own?.kind === 'rata') {
    if (ratePaid.includes(own.n)) return 'itself-paid';
    return unicaPaid ? 'unica-paid' : null;
  }
  if (unicaPaid) return 'itself-paid';
  return ratePaid.length > 0 ? 'rata-paid' : null;
}
