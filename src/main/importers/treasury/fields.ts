import { cents, type Cents } from '../../../shared/domain/euro.ts';
import { optionalText, type Check, type ValueProblem } from '../check.ts';
import type { NamedText } from '../shape.ts';

/** An accounting year of four digits. */
export function esercizioOf(check: Check, field: NamedText): number | null {
  return check.integer(field, 1999, 2099);
}

/** A number as the treasurer gives it, without the zeros at its beginning; null when absent or zero. */
export function optionalNumero(field: NamedText): string | null {
  const numero = optionalText(field)?.replace(/^0+/, '') ?? '';
  return numero === '' ? null : numero;
}

/** The same for one that must be there. A number with an exponent was one that a spreadsheet rounded. */
export function numeroOf(check: Check, field: NamedText): string | null {
  const numero = check.code(field);
  if (numero === null) return null;
  return optionalNumero(field) ?? check.refuse('invalid-value', field);
}

/** Money that arrived: more than nothing. */
export function creditOf(check: Check, amount: Cents | null, field: NamedText): Cents | null {
  return amount === null || amount > 0 ? amount : check.refuse('invalid-amount', field);
}

/** Debit and credit in two columns, of which each line fills one; either may bear its sign. Negative for a debit. */
export function debitOrCredit(check: Check, debit: NamedText, credit: NamedText): Cents | null {
  const out = amountOrNothing(check, debit);
  const into = amountOrNothing(check, credit);
  if (check.problem !== null) return null;
  if (out !== 0 && into !== 0) return check.refuse('invalid-amount', debit);
  if (out !== 0) return cents(-Math.abs(out));
  if (into > 0) return cents(into);
  return optionalText(credit) === null ? check.euro(credit) : check.refuse('invalid-amount', credit);
}

function amountOrNothing(check: Check, field: NamedText): number {
  return optionalText(field) === null ? 0 : (check.euro(field) ?? 0);
}

/** True for the euro, or where nobody says: another currency cannot be added to it. */
export function isEuro(field: NamedText): boolean {
  const divisa = optionalText(field)?.toUpperCase() ?? 'EUR';
  // 242 is the code of the euro in the older lists of banks.
  return ['EUR', 'EURO', '€', 'E', '242'].includes(divisa);
}

/** What keeps a row from being read; every check that fails has told it. */
export function problemOf(check: Check): ValueProblem {
  if (check.problem === null) throw new Error('a row without problem was refused');
  return check.problem;
}
