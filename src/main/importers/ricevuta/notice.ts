import type { DocumentWarning } from '../../../shared/domain/document.ts';
import { iuvOfNotice } from '../../../shared/domain/iuv.ts';

/** The numero avviso contains the IUV; a receipt or a position in which it does not is worth a look. */
export function noticeWarnings({
  noticeNumber,
  iuv,
}: {
  readonly noticeNumber: string | null;
  readonly iuv: string;
}): readonly DocumentWarning[] {
  if (noticeNumber === null || iuvOfNotice(noticeNumber) === iuv) return [];
  return [{ code: 'notice-differs-from-iuv', noticeNumber, iuv }];
}
