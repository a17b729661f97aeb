import { addDays, parseItalianDay, type Day } from '../day.ts';
import { ageOf } from './fiscal-code.ts';
import { foldHeader } from './merge-field.ts';
import { oneMonthBefore } from './one-month-before.ts';
import type { Recipient } from './recipient.ts';
import { lookBackDays, turnOf, type ReminderDays } from './reminder-plan.ts';

/** An identity card of a list of the anagrafe. */
export interface CieCard {
  readonly fiscalCode: string;
  readonly name: string | null;
  /** As the list tells it: a validity is never computed. */
  readonly expiresOn: Day;
  readonly number: string | null;
  readonly issuedOn: Day | null;
  /** One that is still of paper. */
  readonly paper: boolean;
}

/**
 * When holders are written to: one month before, which the national registry does as well, or on the day of expiry, as
 * the official model has it.
 */
export const cieMoments = ['month-before', 'expiry-day'] as const;
export type CieMoment = (typeof cieMoments)[number];

/** Which of the texts fits. */
export const cieTexts = ['expiring', 'expired', 'paper'] as const;
export type CieText = (typeof cieTexts)[number];

/** Why the validity of somebody's card may be longer than the list says. */
export type LongerValidity =
  /** Issued from 30 July 2026: fifty years. */
  | 'over-70-fifty-years'
  /** Issued before: the decree extends it. */
  | 'over-70-extended';

export type CieTurn =
  | { readonly turn: 'later'; readonly on: Day }
  | { readonly turn: 'now'; readonly text: CieText }
  | { readonly turn: 'over' }
  /** Nobody is told that a card expires that may not: a person has to choose so. */
  | { readonly turn: 'needs-choice'; readonly why: LongerValidity };

export interface CieChoices {
  readonly when: CieMoment;
  /** What a person chose for those from 70 years on. */
  readonly overSeventy: 'leave' | 'write';
}

const seventy = 70;
const fiftyYearsFrom = '2026-07-30';

/** Whether the holder of a card is written to today, and how. */
export function cieTurn(card: CieCard, choices: CieChoices, today: Day): CieTurn {
  const days = cieDaysOf(card.expiresOn, choices.when);
  const turn = turnOf(days, today);
  if (turn === 'later') return { turn, on: days.on };
  if (turn === 'over') return { turn };
  const longer = choices.overSeventy === 'leave' ? longerValidity(card, today) : null;
  if (longer !== null) return { turn: 'needs-choice', why: longer };
  return { turn, text: textOf(card, choices.when, today) };
}

/** A card that has expired meanwhile is still worth a word: its holder may not know. */
function cieDaysOf(expiresOn: Day, when: CieMoment): ReminderDays {
  const on = when === 'month-before' ? oneMonthBefore(expiresOn) : expiresOn;
  return { on, until: addDays(expiresOn, lookBackDays) };
}

function textOf({ paper, expiresOn }: CieCard, when: CieMoment, today: Day): CieText {
  if (paper) return 'paper';
  return when === 'expiry-day' || expiresOn < today ? 'expired' : 'expiring';
}

function longerValidity({ fiscalCode, issuedOn, paper }: CieCard, today: Day): LongerValidity | null {
  // A card of paper is of no use to anybody, whatever its holder's age.
  if (paper || (ageOf(fiscalCode, today) ?? 0) < seventy) return null;
  const issuedAtSeventy = issuedOn !== null && (ageOf(fiscalCode, issuedOn) ?? 0) >= seventy;
  return issuedAtSeventy && issuedOn >= fiftyYearsFrom ? 'over-70-fifty-years' : 'over-70-extended';
}

const numberHeaders = [
  'numero carta',
  'n carta',
  'numero documento',
  'n documento',
  'numero cie',
  'numero carta identità',
  'numero ci',
  'card number',
];
const issueHeaders = [
  'data rilascio',
  'rilasciata il',
  'data di rilascio',
  'data emissione',
  'data di emissione',
  'rilascio',
  'issue date',
];
const typeHeaders = ['tipo carta', 'tipo documento', 'tipologia', 'supporto', 'formato'];

/** Electronic cards have letters after their digits; those of paper have none. */
const paperNumber = /^[A-Z]{2}\s?\d{7}$/;

/** The card that a row of a list is about; null when it tells no expiry. */
export function cieCardOf({ fiscalCode, name, dueDay, fields }: Recipient): CieCard | null {
  if (dueDay === null) return null;
  const number = cellUnder(fields, numberHeaders)?.toUpperCase() ?? null;
  const issued = parseItalianDay(cellUnder(fields, issueHeaders) ?? '');
  const type = cellUnder(fields, typeHeaders) ?? '';
  return {
    fiscalCode,
    name,
    expiresOn: dueDay,
    number,
    issuedOn: issued.ok ? issued.value : null,
    paper: /cartace/i.test(type) || (!/elettronic|cie/i.test(type) && paperNumber.test(number ?? '')),
  };
}

function cellUnder(fields: Recipient['fields'], headers: readonly string[]): string | null {
  const wanted = new Set(headers.map(foldHeader));
  const found = Object.entries(fields).find(
    ([header, cell]) => cell.trim() !== '' && wanted.has(foldHeader(header)),
  );
  return found?.[1].trim() ?? null;
}
