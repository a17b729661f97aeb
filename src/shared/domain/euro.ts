import { fail, ok, type Result } from './result.ts';

/** Euro as an integer number of cents. The only shape money has inside the program. */
export type Cents = number & { readonly __brand: 'Cents' };

/** A text that is not an amount; `value` is the text as it was given. */
export interface AmountProblem {
  readonly code: 'invalid-amount';
  readonly value: string;
}

/** Brands an integer number of cents. Throws on a fraction or an unsafe integer: that is a defect of the caller. */
export function cents(n: number): Cents {
  // `+ 0` turns -0 into 0, which would differ from it in Object.is and in digests.
  const whole = n + 0;
  if (!isCents(whole)) throw new RangeError(`not an integer number of cents: ${n}`);
  return whole;
}

function isCents(n: number): n is Cents {
  return Number.isSafeInteger(n);
}

const strictAmount = /^([+-]?)(\d{1,15})(?:[.](\d+))?$/;

/**
 * Reads the amount of an XML document (xs:decimal in euro, without exponent). Decimals beyond the second
 * are accepted only when they are zeros, as some generators write `1000.00000000000`.
 */
export function parseAmount(text: string): Result<Cents, AmountProblem> {
  const parts = strictAmount.exec(text);
  const whole = parts?.[2];
  if (parts === null || whole === undefined) return fail({ code: 'invalid-amount', value: text });
  return fromDigits(text, parts[1] === '-', whole, parts[3] ?? '');
}

const blank = /[\s\u00a0\u202f]+/g;
const groupedByDot = /^\d{1,3}(?:[.]\d{3})+$/;
const groupedByComma = /^\d{1,3}(?:,\d{3})+$/;
const groupedByBlank = /^\d{1,3}(?: \d{3})+$/;
const digitsOnly = /^\d+$/;
/** Nobody writes an amount in more characters. */
export const longestAmount = 40;

/**
 * Reads an amount as people and spreadsheets write it: `1.234,56`, `1,234.56`, `1234,5`, `-1 234,56 €`.
 * Refuses `1,234` and `1.234`, which are a thousand for some and a little more than one for others.
 */
export function parseItalianAmount(text: string): Result<Cents, AmountProblem> {
  const problem = fail<AmountProblem>({ code: 'invalid-amount', value: text });
  if (text.length > longestAmount) return problem;
  const bare = text.replace(blank, ' ').replace('\u2212', '-').replace('€', ' ').trim();
  const sign = bare[0] === '-' || bare[0] === '+' ? bare[0] : '';
  const unsigned = bare.slice(sign.length).trim();
  const comma = unsigned.lastIndexOf(',');
  const dot = unsigned.lastIndexOf('.');
  const last = Math.max(comma, dot);
  // The last separator is the decimal one, unless it occurs more than once: then it groups thousands.
  const mark = unsigned[last];
  const isDecimal = mark !== undefined && unsigned.indexOf(mark) === last;
  const whole = isDecimal ? unsigned.slice(0, last) : unsigned;
  const decimals = isDecimal ? unsigned.slice(last + 1) : '';
  if (isDecimal && !digitsOnly.test(decimals)) return problem;
  const grouped =
    groupedByBlank.test(whole) ||
    (mark === ',' ? groupedByDot : groupedByComma).test(whole) ||
    (!isDecimal && (mark === ',' ? groupedByComma : groupedByDot).test(whole));
  if (!grouped && !digitsOnly.test(whole)) return problem;
  if (isDecimal && !grouped && decimals.length === 3 && whole.length <= 3) return problem;
  return fromDigits(text, sign === '-', whole.replace(/[., ]/g, ''), decimals);
}

/** How a list writes its amounts: what stands before the decimals, or whole cents without any. */
export const decimalForms = ['comma', 'dot', 'cents'] as const;
export type Decimals = (typeof decimalForms)[number];

const writtenAs: Readonly<Record<Decimals, RegExp>> = {
  comma: /^(\d{1,3}(?:[. ']\d{3})+|\d*)(?:,(\d+))?$/,
  dot: /^(\d{1,3}(?:[, ']\d{3})+|\d*)(?:[.](\d+))?$/,
  cents: /^(\d+)()$/,
};

/** Reads an amount of a list of which it is known how it writes them. The sign may stand at the end. */
export function parseAmountAs(text: string, decimals: Decimals): Result<Cents, AmountProblem> {
  const problem = fail<AmountProblem>({ code: 'invalid-amount', value: text });
  const bare = bareAmount(text);
  const sign = /^[+-]/.exec(bare)?.[0] ?? /[+-]$/.exec(bare)?.[0] ?? '';
  const unsigned = (bare.startsWith(sign) ? bare.slice(sign.length) : bare.slice(0, -1)).trim();
  const parts = writtenAs[decimals].exec(unsigned);
  const [, whole = '', after = ''] = parts ?? [];
  if (parts === null || (whole === '' && after === '') || text.length > longestAmount) return problem;
  const digits = whole.replaceAll(/[., ']/g, '');
  if (decimals !== 'cents') return fromDigits(text, sign === '-', digits === '' ? '0' : digits, after);
  const padded = digits.padStart(3, '0');
  return fromDigits(text, sign === '-', padded.slice(0, -2), padded.slice(-2));
}

/** An amount without the sign of the euro, and with plain blanks and signs. */
export function bareAmount(text: string): string {
  return text
    .replace(blank, ' ')
    .replaceAll('\u2212', '-')
    .replace(/€|\bEUR\b/i, ' ')
    .trim();
}

/**
 * The cents of a number that a spreadsheet keeps in binary: what is left of two decimals must be no more than the error
 * of the format. A third decimal is refused.
 */
export function centsOfNumber(euro: number): Result<Cents, AmountProblem> {
  const text = euro.toFixed(2);
  const isWhole = Number.isFinite(euro) && Math.abs(euro - Number(text)) <= Math.abs(euro) * 1e-12 + 1e-9;
  return isWhole ? parseAmount(text) : fail({ code: 'invalid-amount', value: String(euro) });
}

/** Writes an amount for a person: `1.234,56 €`, with a no-break space before the sign of the euro. */
export function formatEuro(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  let whole = digits.slice(0, -2);
  let grouped = '';
  while (whole.length > 3) {
    grouped = `.${whole.slice(-3)}${grouped}`;
    whole = whole.slice(0, -3);
  }
  return `${amount < 0 ? '-' : ''}${whole}${grouped},${digits.slice(-2)}\u00a0€`;
}

/** Adds amounts exactly. Throws when the sum leaves the safe integers, which no treasury reaches. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let sum = 0;
  for (const amount of amounts) sum = cents(sum + amount);
  return cents(sum);
}

/** Digits become cents as text, so that no binary fraction is ever involved. */
function fromDigits(
  text: string,
  negative: boolean,
  whole: string,
  decimals: string,
): Result<Cents, AmountProblem> {
  for (let i = 2; i < decimals.length; i++) {
    if (decimals[i] !== '0') return fail({ code: 'invalid-amount', value: text });
  }
  const magnitude = Number(whole + decimals.slice(0, 2).padEnd(2, '0'));
  if (!Number.isSafeInteger(magnitude)) return fail({ code: 'invalid-amount', value: text });
  return ok(cents(negative ? -magnitude : magnitude));
}
