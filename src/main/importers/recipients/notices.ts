import type { ListProblem, ListWarning, RowFlaw } from '../../../shared/domain/message/list-problem.ts';
import { flawOfNotice, noticeOfIuv } from '../../../shared/domain/message/notice-number.ts';
import { areDigits, iuvOfNotice } from '../../../shared/domain/iuv.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { cut } from '../check.ts';
import { isDamagedCode } from '../table/damage.ts';
import type { Cell, Row } from '../table/table.ts';
import { cellAt } from './cells.ts';
import type { ListColumns } from './find-columns.ts';

/** What all the numeri avviso of a list tell together. */
export interface NoticeColumns {
  /** IUVs of 17 digits get the 3 in front of them. */
  readonly addPrefix: boolean;
  readonly warnings: readonly ListWarning[];
}

/**
 * Looks at all the numeri avviso of a list. A column that a spreadsheet rounded is refused whole. IUVs of 17 digits in it
 * are taken for avvisi without their 3 when the check digits of most of them agree: by chance one of 93 would.
 */
export function lookAtNotices(
  rows: readonly Row[],
  { headers, places, instalments }: ListColumns,
  addPrefix: boolean | null,
): Result<NoticeColumns, ListProblem> {
  const indexes = [places.notice ?? [], ...instalments.map(({ notice }) => notice)].flat();
  const warnings: ListWarning[] = [];
  let agreeing = 0;
  let disagreeing = 0;
  for (const index of indexes) {
    const column = headers[index] ?? '';
    const cells = rows.map((row) => ({ at: row.row, ...noticeCell(cellAt(row, index)) }));
    const filled = cells.filter(({ text }) => text !== '');
    const damaged = filled.filter(({ isDamaged }) => isDamaged);
    const [first] = damaged;
    if (first !== undefined && damaged.length * 2 > filled.length)
      return fail({ code: 'list-column-damaged', column, row: first.at, value: cut(first.text) });
    const iuvs = filled.filter(({ text }) => isIuv(text));
    const good = iuvs.filter(({ text }) => noticeOfIuv(text) !== null).length;
    agreeing += good;
    disagreeing += iuvs.length - good;
    if (good > 0) warnings.push({ code: 'notice-prefix-added', column, rows: good });
    const empty = cells.find(({ text }) => text === '');
    // Of instalments not everybody has as many.
    if (index === places.notice && empty !== undefined && filled.length > 0) {
      const count = cells.length - filled.length;
      warnings.push({ code: 'notice-empty', column, rows: count, first: empty.at });
    }
  }
  const isAdded = addPrefix ?? agreeing > disagreeing;
  return ok({
    addPrefix: isAdded,
    warnings: warnings.filter(({ code }) => isAdded || code !== 'notice-prefix-added'),
  });
}

function isIuv(text: string): boolean {
  return text.length === 17 && areDigits(text);
}

function noticeCell({ text, number }: Cell): { readonly text: string; readonly isDamaged: boolean } {
  const code = text.replaceAll(/\s/g, '');
  // 17 digits are an IUV that somebody took for an avviso, and no number that lost its zeros.
  return { text: code, isDamaged: !isIuv(code) && isDamagedCode(code, number, 'notice') };
}

/** The numero avviso of a row: as it stands, or made of the IUV. Null when the row has none. */
export function readNotice(
  notice: Cell,
  iuv: Cell,
  addPrefix: boolean,
  isAccepted: (value: string) => boolean,
): Result<string | null, RowFlaw> {
  const { text, isDamaged } = noticeCell(notice);
  const ofIuv = iuv.text.replaceAll(/\s/g, '');
  if (text === '') return ofIuv === '' ? ok(null) : fromIuv(ofIuv);
  if (isDamaged) return fail({ code: 'notice-damaged', value: cut(text) });
  let value = text;
  if (isIuv(text)) {
    const proposed = noticeOfIuv(text);
    if (proposed === null || !addPrefix) return fail({ code: 'notice-is-iuv', value: text, proposed });
    value = proposed;
  }
  const flaw = flawOfNotice(value);
  if (flaw !== null && !(flaw.code === 'notice-check' && isAccepted(value)))
    return fail({ ...flaw, value: cut(value) });
  const isOther = ofIuv !== '' && ofIuv !== value && !isDamagedCode(ofIuv, iuv.number, 'iuv');
  return isOther && ofIuv !== iuvOfNotice(value)
    ? fail({ code: 'iuv-differs', value, iuv: cut(ofIuv) })
    : ok(value);
}

/** A column of IUVs tells by its name what it holds. */
function fromIuv(iuv: string): Result<string, RowFlaw> {
  if (iuv.length === 18 && areDigits(iuv)) {
    const flaw = flawOfNotice(iuv);
    return flaw === null ? ok(iuv) : fail(flaw);
  }
  const notice = noticeOfIuv(iuv);
  return notice === null ? fail({ code: 'notice-is-iuv', value: cut(iuv), proposed: null }) : ok(notice);
}
