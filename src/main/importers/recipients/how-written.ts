import type { DayOrder } from '../../../shared/domain/day.ts';
import { bareAmount, type Decimals } from '../../../shared/domain/euro.ts';
import type { ListProfile } from '../../../shared/domain/message/list-profile.ts';
import type { ListWarning } from '../../../shared/domain/message/list-problem.ts';
import { isSerialDay } from '../../../shared/domain/message/list-values.ts';
import { evidenceOfAmounts, evidenceOfDays } from '../../../shared/domain/profile-values.ts';
import { plainHeader } from '../table/layout.ts';
import type { Row } from '../table/table.ts';
import { cellAt } from './cells.ts';
import type { ListColumns } from './find-columns.ts';

/** How a list writes its amounts and its days, as all of its rows together tell it. */
export interface HowWritten {
  /** Null: in more ways than one, or in one that nobody can tell; each amount must tell by itself. */
  readonly decimals: Decimals | null;
  /** Null: some days have the month first, and no day proves that others have not. */
  readonly days: DayOrder | null;
  readonly warnings: readonly ListWarning[];
}

/** Looks at all the amounts and days of a list. What a profile says is not asked of the list again. */
export function howWritten(
  rows: readonly Row[],
  columns: ListColumns,
  profile: Pick<ListProfile, 'decimals' | 'days'> | null,
): HowWritten {
  const { headers, places, instalments } = columns;
  const amounts = [places.amount, ...instalments.map(({ amount }) => amount)];
  const dues = [places.due, ...instalments.map(({ due }) => due)];
  const [amountColumn = ''] = amounts.flatMap((index) => headers[index ?? -1] ?? []);
  const [dueColumn = ''] = dues.flatMap((index) => headers[index ?? -1] ?? []);
  const dayCells = cellsOf(rows, dues);
  const serials = dayCells.filter(({ text }) => isSerialDay(text)).length;
  const forms = formOfAmounts(cellsOf(rows, amounts), amountColumn, profile?.decimals ?? null);
  return {
    decimals: forms.decimals,
    days: profile?.days ?? orderOfDays(dayCells),
    warnings: [
      ...forms.warnings,
      ...(serials === 0 ? [] : [{ code: 'serial-days', column: dueColumn, rows: serials } as const]),
    ],
  };
}

type Cells = Parameters<typeof evidenceOfAmounts>[0];

function cellsOf(rows: readonly Row[], indexes: readonly (number | null | undefined)[]): Cells {
  return indexes
    .filter((index) => index !== null && index !== undefined)
    .flatMap((index) => rows.map((row) => cellAt(row, index)))
    .filter(({ text }) => text !== '');
}

/** Integrations with the service itself write whole cents under this name. */
const headerOfCents = 'amount';

function formOfAmounts(
  cells: Cells,
  column: string,
  told: Decimals | null,
): Pick<HowWritten, 'decimals' | 'warnings'> {
  if (told !== null) return { decimals: told, warnings: [] };
  const evidence = evidenceOfAmounts(cells);
  const { example } = evidence;
  if (evidence.told !== null || example === null) return { decimals: evidence.told ?? 'comma', warnings: [] };
  if (/^\D*\d+\D*$/.test(example)) {
    return plainHeader(column) === headerOfCents
      ? { decimals: 'cents', warnings: [{ code: 'amounts-in-cents', column, example }] }
      : { decimals: 'comma', warnings: [{ code: 'amounts-whole', column, example }] };
  }
  // Neither comma nor dot is proved: each row that leaves it open says so itself.
  if (/^\d{1,3}[.,]\d{3}$/.test(bareAmount(example))) return { decimals: null, warnings: [] };
  return { decimals: null, warnings: [{ code: 'amounts-mixed', column, example }] };
}

function orderOfDays(cells: Cells): DayOrder | null {
  return evidenceOfDays(cells).told === 'mdy' ? null : 'dmy';
}
