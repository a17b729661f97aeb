import type { DocumentProblem, RefusedRow } from '../../shared/domain/document.ts';
import { dayOfInstant, parseDay, parseItalianDay, type Day } from '../../shared/domain/day.ts';
import {
  cents,
  centsOfNumber,
  parseAmount,
  parseItalianAmount,
  type Cents,
} from '../../shared/domain/euro.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { isDamagedCode } from './table/damage.ts';
import type { NamedText } from './shape.ts';

/** A value of a table: `number` where a spreadsheet keeps one. */
interface TableValue extends NamedText {
  readonly number?: number | undefined;
}

/** What is wrong with a value, without the line it stands on. */
export type ValueProblem = Omit<RefusedRow, 'row'>;

/**
 * Turns the texts of a record into values. The first bad one is remembered in `problem`; a required value
 * is null only when there is a problem.
 */
export class Check {
  problem: ValueProblem | null = null;

  /** A text that must be there, without the blanks around it. */
  text(field: NamedText): string | null {
    const text = optionalText(field);
    return text ?? this.#missing(field);
  }

  amount(field: NamedText): Cents | null {
    const text = this.text(field);
    if (text === null) return null;
    const amount = parseAmount(text);
    return amount.ok ? amount.value : this.refuse('invalid-amount', field);
  }

  day(field: NamedText): Day | null {
    const text = this.text(field);
    if (text === null) return null;
    const day = parseDay(text);
    return day.ok ? day.value : this.refuse('invalid-day', field);
  }

  optionalDay(field: NamedText): Day | null {
    const text = optionalText(field);
    // What .NET writes where it has no date.
    return text === null || text.startsWith('0001-01-01') ? null : this.day(field);
  }

  /** The Italian day of a date and time. */
  optionalInstant(field: NamedText): Day | null {
    const text = optionalText(field);
    if (text === null) return null;
    const day = dayOfInstant(text);
    return day.ok ? day.value : this.refuse('invalid-day', field);
  }

  /** The Italian day of a date and time that must be there. */
  instant(field: NamedText): Day | null {
    return this.text(field) === null ? null : this.optionalInstant(field);
  }

  integer(field: NamedText, min: number, max: number): number | null {
    return this.text(field) === null ? null : this.optionalInteger(field, min, max);
  }

  optionalInteger(field: NamedText, min: number, max: number): number | null {
    const text = optionalText(field);
    if (text === null) return null;
    const number = /^[+-]?\d{1,15}$/.test(text) ? Number(text) : NaN;
    return number >= min && number <= max ? number : this.refuse('invalid-value', field);
  }

  /** An amount in euro as people and spreadsheets write it, or the number that a spreadsheet kept. */
  euro(field: TableValue): Cents | null {
    const text = this.text(field);
    if (text === null) return null;
    const amount = field.number === undefined ? parseItalianAmount(text) : centsOfNumber(field.number);
    return amount.ok ? amount.value : this.refuse('invalid-amount', field);
  }

  /** An amount in whole cents. */
  wholeCents(field: TableValue): Cents | null {
    const number = this.integer(field, -1e15, 1e15);
    return number === null ? null : cents(number);
  }

  /** A day as people and spreadsheets write it, the day before the month. */
  italianDay(field: NamedText): Day | null {
    return this.text(field) === null ? null : this.optionalItalianDay(field);
  }

  optionalItalianDay(field: NamedText): Day | null {
    const text = optionalText(field);
    if (text === null) return null;
    const day = parseItalianDay(text);
    return day.ok ? day.value : this.refuse('invalid-day', field);
  }

  /** A code of digits that a spreadsheet may have taken for a number (IUV, numero avviso, IUR). */
  optionalCode(field: TableValue, what: 'iuv' | 'notice' | 'other' = 'other'): string | null {
    const text = bareCode(optionalText(field) ?? '', what);
    if (text === '') return null;
    return isDamagedCode(text, field.number, what) ? this.refuse('damaged-by-excel', field) : text;
  }

  /** The same for one that must be there. */
  code(field: TableValue, what: 'iuv' | 'notice' | 'other' = 'other'): string | null {
    return this.text(field) === null ? null : this.optionalCode(field, what);
  }

  /** The values that must be there, none of them null any more; or the first problem of the record. */
  all<T extends object>(values: T): Result<{ readonly [K in keyof T]: NonNullable<T[K]> }, ValueProblem> {
    if (this.problem !== null) return fail(this.problem);
    if (!areThere(values)) throw new Error('a value is missing without a problem');
    return ok(values);
  }

  /** The problem there must be when a required value is null. */
  known(): ValueProblem {
    if (this.problem === null) throw new Error('a value is missing without a problem');
    return this.problem;
  }

  refuse(code: ValueProblem['code'], field: NamedText): null {
    this.problem ??= { code, field: field.name, value: cut(field.value ?? '') };
    return null;
  }

  #missing(field: NamedText): null {
    this.problem ??= { code: 'missing-value', field: field.name, value: '' };
    return null;
  }
}

function areThere<T extends object>(values: T): values is T & { readonly [K in keyof T]: NonNullable<T[K]> } {
  for (const name in values) if (values[name] === null || values[name] === undefined) return false;
  return true;
}

const asFormula = /^="([^"]*)"$/;

/** Without what keeps a spreadsheet from taking a code for a number, and the blanks that make an avviso legible. */
function bareCode(text: string, what: 'iuv' | 'notice' | 'other'): string {
  const bare = (asFormula.exec(text)?.[1] ?? text).replace(/^'/, '').trim();
  return what === 'other' ? bare : bare.replaceAll(/\s/g, '');
}

/** A text without the blanks around it; null when absent or empty. */
export function optionalText(field: NamedText): string | null {
  const text = field.value?.trim() ?? '';
  return text === '' ? null : text;
}

/** A text as it is written; null when absent or blank. */
export function verbatim(field: NamedText): string | null {
  return optionalText(field) === null ? null : field.value;
}

/** A bad value in a header refuses the whole document. */
export function documentProblem({ code, field, value }: ValueProblem): DocumentProblem {
  return code === 'missing-value'
    ? { code: 'missing-field', field }
    : { code: 'invalid-field', field, value };
}

/** As much of a value as is worth telling. */
export function cut(text: string): string {
  return text.trim().slice(0, 80);
}
