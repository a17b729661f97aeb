import type { DocumentWarning } from '../../../shared/domain/document.ts';
import { iuvOfNotice } from '../../../shared/domain/iuv.ts';
import type { Ricevuta } from '../../../shared/domain/ricevuta.ts';

/** The numero avviso contains the IUV; a receipt in which it does not is worth a look. */
export function noticeWarnings({ noticeNumber, iuv }: Ricevuta): readonly DocumentWarning[] {
  if (noticeNumber === null || iuvOfNotice(noticeNumber) === iuv) return [];
  return [{ code: 'notice-differs-from-iuv', noticeNumber, iuv }];
}
