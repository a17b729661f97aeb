import type { Day } from '../../../shared/domain/day.ts';
import type { Cents } from '../../../shared/domain/euro.ts';
import { iuvOfNotice } from '../../../shared/domain/iuv.ts';
import type { ProfileDraft, TableToMatch } from '../../../shared/domain/profile-draft.ts';
import { dayOf, moneyOf, plainCents, type CellOf, type Writing } from '../../../shared/domain/profile-row.ts';
import { columnsOf } from '../../../shared/domain/profile.ts';
import { fail, type Result } from '../../../shared/domain/result.ts';

type Sample = TableToMatch['samples'][number];

/** What the window shows of a row: nothing where no column tells it, a problem where it cannot be read. */
export interface SampleReading {
  readonly row: number;
  readonly day: Result<Day | null, unknown> | null;
  /** Negative for money that went out. */
  readonly cents: Result<Cents, unknown> | null;
  /** The causale of a movement, one line for each of its columns. */
  readonly causale: string;
  /** The code of a payment, or of a position. */
  readonly code: string;
}

/** A row as it would be read by a profile that is still being made; what is open cannot be read yet. */
export function readSample(draft: ProfileDraft, { row, cells }: Sample): SampleReading {
  const { what, columns } = draft;
  const textOf = (index: number): string => cells[index]?.text ?? '';
  const cellOf: CellOf = (field) => {
    const [index] = columnsOf(columns, field);
    const cell = index === undefined ? undefined : cells[index];
    return cell === undefined || cell.text.trim() === '' ? null : cell;
  };
  const writing: Writing = { ...draft, decimals: draft.decimals ?? 'comma', days: draft.days ?? 'ymd' };
  const dayField = what === 'posizioni' ? 'due' : 'day';
  const hasDay = columnsOf(columns, dayField).length > 0;
  const hasAmount = (['amount', 'avere'] as const).some((field) => columnsOf(columns, field).length > 0);
  const isOpen = draft.decimals === null || (columns.segno !== undefined && draft.credits.length === 0);
  return {
    row,
    day: !hasDay ? null : draft.days === null ? fail('open') : dayOf(writing, dayField, cellOf),
    cents: !hasAmount
      ? null
      : isOpen
        ? fail('open')
        : what === 'tesoreria'
          ? moneyOf(writing, cellOf)
          : plainCents(writing, cellOf),
    causale: columnsOf(columns, 'causale')
      .map(textOf)
      .filter((text) => text.trim() !== '')
      .join('\n'),
    code: codeOf(cellOf),
  };
}

function codeOf(cellOf: CellOf): string {
  const iuv = cellOf('iuv')?.text.trim() ?? '';
  const notice = cellOf('notice')?.text.trim() ?? '';
  return iuvOfNotice(iuv) ?? (iuv === '' ? (iuvOfNotice(notice) ?? cellOf('iud')?.text.trim() ?? '') : iuv);
}
