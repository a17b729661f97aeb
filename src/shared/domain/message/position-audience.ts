import type { Day } from '../day.ts';
import { flawOfFiscalCode, plainFiscalCode } from './fiscal-code.ts';
import { readRata } from './list-values.ts';
import { flawOfNotice, noticeOfIuv } from './notice-number.ts';
import type { Rata, Recipient } from './recipient.ts';
import { planTari, scenarioOf, usualDaysAhead } from './tari-plan.ts';

/** A debt position as a message needs it. */
export interface AskedPosition {
  readonly iuv: string;
  readonly noticeNumber: string | null;
  readonly debtorCf: string | null;
  readonly debtorName: string | null;
  readonly cents: number;
  readonly dueDay: Day | null;
  readonly description: string | null;
  readonly tipoDovuto: string | null;
}

/** Why no message is made for a position, or a card. */
export const leftOutCodes = [
  /** A company, or nobody: only people have the app. */
  'not-a-person',
  /** The codice fiscale is wrong. */
  'cf-wrong',
  /** Without a numero avviso nobody can pay from the app. */
  'no-notice',
  /** Several parts of one debt, and no way to ask for them one at a time: a person prepares them with a plan. */
  'rate-undecided',
  /** The citizen was told another amount or day: a correction may be due. */
  'asked-otherwise',
  /** Another part of the same debt was paid: at once, or in instalments. */
  'other-part-paid',
  /** The text needs what the position does not say. */
  'not-composable',
  'over-70-fifty-years',
  'over-70-extended',
] as const;
export type LeftOutCode = (typeof leftOutCodes)[number];

export interface LeftOut {
  readonly code: LeftOutCode;
  /** The IUV, or the codice fiscale of the holder. */
  readonly about: string;
}

export interface Gathered {
  readonly recipients: readonly Recipient[];
  readonly leftOut: readonly LeftOut[];
}

/** Makes recipients of positions, one for each numero avviso; rows count from 1. */
export function recipientsOf(positions: readonly AskedPosition[]): Gathered {
  const recipients: Recipient[] = [];
  const leftOut: LeftOut[] = [];
  for (const position of positions) {
    const told = recipientOf(position, recipients.length + 1);
    if (typeof told === 'string') leftOut.push({ code: told, about: position.iuv });
    else recipients.push(told);
  }
  return { recipients, leftOut };
}

function recipientOf(position: AskedPosition, row: number): Recipient | LeftOutCode {
  const { iuv, debtorCf, debtorName, cents, dueDay, description, tipoDovuto } = position;
  const fiscalCode = plainFiscalCode(debtorCf ?? '');
  const flaw = flawOfFiscalCode(fiscalCode);
  if (flaw !== null) return isNobody(flaw.code) ? 'not-a-person' : 'cf-wrong';
  const noticeNumber = position.noticeNumber ?? noticeOfIuv(iuv);
  if (noticeNumber === null || flawOfNotice(noticeNumber) !== null) return 'no-notice';
  return {
    row,
    fiscalCode,
    name: debtorName,
    noticeNumber,
    cents,
    dueDay,
    rata: rataInWords(description ?? ''),
    debt: null,
    account: null,
    fields: { causale: description ?? '', 'tipo dovuto': tipoDovuto ?? '' },
  };
}

function isNobody(code: string): boolean {
  return code === 'cf-missing' || code === 'cf-anonymous' || code === 'cf-numeric';
}

const wholeInWords = /\b(?:rata|soluzione)\s+unica\b|\bunica\s+(?:rata|soluzione)\b/i;
const partInWords = [
  // `Rata 03/2026` is a month.
  /\brata\s*(?:n[.°]?\s*)?\d{1,2}\b(?!\s*\/\s*20\d\d)(?:\s*(?:\/|di|su)\s*\d{1,2}\b)?/i,
  /\b\d{1,2}\s*[ªa°]?\s*rata\b/i,
  /\b(?:prima|seconda|terza|quarta|quinta|sesta)\s+rata\b/i,
];

/** Which part of a debt the words of a position name, as `TARI 2026 RATA 2 DI 4` does; null when they name none. */
export function rataInWords(description: string): Rata | null {
  if (wholeInWords.test(description)) return { kind: 'unica' };
  for (const words of partInWords) {
    const [found] = words.exec(description) ?? [];
    const rata = found === undefined ? null : readRata(found);
    if (rata !== null) return rata;
  }
  return null;
}

/**
 * Of one debt never two parts are asked for at once. Where the positions of a person name parts that can be put in an
 * order, they become one debt; where they cannot (two properties, a whole and a first part that fall due together), they
 * are left to a person. What names no part, or only the whole, is a debt of its own.
 */
export function inParts({ recipients, leftOut }: Gathered, today: Day): Gathered {
  const kept: Recipient[] = [];
  const undecided: LeftOut[] = [];
  for (const [person, all] of Map.groupBy(recipients, ({ fiscalCode }) => fiscalCode)) {
    const parts = all.filter(({ rata }) => rata !== null);
    const isSplit = scenarioOf(parts) !== 'single';
    const alone = isSplit ? all.filter(({ rata }) => rata === null) : all;
    kept.push(...alone.map((one) => ({ ...one, debt: one.noticeNumber })));
    if (!isSplit) continue;
    const debt = debtOf(person, parts);
    const together = parts.map((one) => ({ ...one, debt }));
    if (canBePlanned(together, today)) kept.push(...together);
    else
      undecided.push(
        ...parts.map(({ noticeNumber }): LeftOut => ({
          code: 'rate-undecided',
          about: noticeNumber?.slice(1) ?? person,
        })),
      );
  }
  return { recipients: kept.toSorted((a, b) => a.row - b.row), leftOut: [...leftOut, ...undecided] };
}

/** Next year's parts are another debt. */
function debtOf(person: string, parts: readonly Recipient[]): string {
  const [first = ''] = parts.flatMap(({ dueDay }) => dueDay ?? []).toSorted();
  return `${person} ${first.slice(0, 4)}`.trim();
}

function canBePlanned(parts: readonly Recipient[], today: Day): boolean {
  const scenario = scenarioOf(parts);
  return planTari(parts, { scenario, from: today, decisionDay: null, daysAhead: usualDaysAhead }).ok;
}
