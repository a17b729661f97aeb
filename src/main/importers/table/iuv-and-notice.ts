import { areDigits, iuvOfNotice } from '../../../shared/domain/iuv.ts';
import type { Check } from '../check.ts';
import type { TableField } from './records.ts';

export interface IuvAndNotice {
  readonly iuv: string | null;
  readonly noticeNumber: string | null;
}

/**
 * What a row says of its IUV and of its numero avviso. Each may stand in the column of the other, and an avviso of 18
 * digits contains its IUV. Null when one of them cannot be read.
 */
export function iuvAndNotice(
  check: Check,
  iuvField: TableField,
  noticeField: TableField,
): IuvAndNotice | null {
  const iuv = check.optionalCode(iuvField, 'iuv');
  const notice = check.optionalCode(noticeField, 'notice');
  if (check.problem !== null) return null;
  if (iuv !== null && !looksLikeIuv(iuv)) return check.refuse('invalid-value', iuvField);
  const inIuv = iuv === null ? null : iuvOfNotice(iuv);
  const inNotice = notice === null ? null : iuvOfNotice(notice);
  const noticeNumber = inNotice !== null ? notice : inIuv !== null ? iuv : null;
  if (iuv !== null || inNotice !== null) return { iuv: inIuv ?? iuv ?? inNotice, noticeNumber };
  if (notice === null) return { iuv: null, noticeNumber: null };
  const isIuv = areDigits(notice) ? notice.length === 15 || notice.length === 17 : looksLikeIuv(notice);
  return isIuv ? { iuv: notice, noticeNumber: null } : check.refuse('invalid-value', noticeField);
}

const longestIuv = 35;

/** Letters and digits, as the specification has it: a dash, or words, are no IUV that anybody could have paid. */
function looksLikeIuv(text: string): boolean {
  return text.length <= longestIuv && /^[0-9A-Za-z]*\d[0-9A-Za-z]*$/.test(text);
}

/** The same where one of the two must be there. */
export function neededIuv(
  check: Check,
  iuvField: TableField,
  noticeField: TableField,
): { readonly iuv: string; readonly noticeNumber: string | null } | null {
  const codes = iuvAndNotice(check, iuvField, noticeField);
  if (codes === null) return null;
  const iuv = codes.iuv ?? check.text(iuvField);
  return iuv === null ? null : { iuv, noticeNumber: codes.noticeNumber };
}
