import { columnsOf, type Profile, type ProfileField } from '../../../shared/domain/profile.ts';
import type { CellOf, CellProblem } from '../../../shared/domain/profile-row.ts';
import { fail, type Result } from '../../../shared/domain/result.ts';
import { cut, optionalText, verbatim, type ValueProblem } from '../check.ts';
import type { RowReading, TableField, TableRecord } from '../table/records.ts';
import { keyOf } from './keys.ts';

/** A row of a list, by the fields of its profile. */
export interface MappedRow {
  field(field: ProfileField): TableField;
  readonly cellOf: CellOf;
  /** The text of a column without the blanks around it; null when absent or empty. */
  text(field: ProfileField): string | null;
  /** The texts of all the columns of a field, as written, in their order. */
  texts(field: ProfileField): readonly string[];
  /** Refuses the row with the header and the value of the cell that is wrong. */
  refuse(problem: CellProblem): RowReading;
}

export function rowOf(profile: Profile, record: TableRecord<string>): MappedRow {
  const field = (name: ProfileField): TableField => record.get(name);
  return {
    field,
    cellOf(name) {
      const { value, number } = field(name);
      if (value === null) return null;
      return number === undefined ? { text: value } : { text: value, number };
    },
    text: (name) => optionalText(field(name)),
    texts: (name) =>
      columnsOf(profile.columns, name).flatMap((_, nth) => verbatim(record.get(keyOf(name, nth))) ?? []),
    refuse({ code, field: wrong }) {
      const { name, value } = field(wrong);
      return fail({ code, field: name, value: cut(value ?? '') });
    },
  };
}

/** The first of these results that is a problem; null when all are good. */
export function firstProblem(...results: readonly Result<unknown, CellProblem>[]): CellProblem | null {
  for (const result of results) if (!result.ok) return result.problem;
  return null;
}

/** What the checks of a row found, which is known to be something. */
export function told(problem: ValueProblem | null, field: TableField): RowReading {
  return fail(problem ?? { code: 'missing-value', field: field.name, value: '' });
}
