import { createHash } from 'node:crypto';
import type { Day } from '../../../shared/domain/day.ts';
import type { Cents } from '../../../shared/domain/euro.ts';

/** What a line of a statement says of itself. */
export interface NamelessLine {
  readonly conto: string;
  readonly date: Day;
  /** Negative for a debit. */
  readonly cents: Cents;
  readonly causali: readonly string[];
}

/** Gives a number to the lines of one file that have none. */
export type LineNumbers = (line: NamelessLine) => string;

/** Twelve hexadecimal digits: two lines of one year and conto practically never share them. */
const digits = 12;

/**
 * Numbers made of what the lines say, so that the same line has the same number in every statement that tells it. Equal
 * lines of one day are as many movements: the second is `-2`, and a statement that overlaps counts them alike.
 */
export function createLineNumbers(): LineNumbers {
  const met = new Map<string, number>();
  return ({ conto, date, cents, causali }) => {
    const text = causali.join('').replaceAll(/\s+/g, '').toUpperCase();
    const said = JSON.stringify([conto, date, cents, text]);
    const numero = `EC-${createHash('sha256').update(said).digest('hex').slice(0, digits)}`;
    const times = (met.get(numero) ?? 0) + 1;
    met.set(numero, times);
    return times === 1 ? numero : `${numero}-${times}`;
  };
}
