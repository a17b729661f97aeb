import { iuvOfNotice } from '../../../shared/domain/iuv.ts';
import type { Check } from '../check.ts';
import type { MappedRow } from './row-of.ts';

export interface PaymentCodes {
  readonly iuv: string | null;
  /** 18 digits, or null. */
  readonly noticeNumber: string | null;
}

/** The codes of a payment: the numero avviso holds the IUV, and some lists put one in the column of the other. */
export function paymentCodes(row: MappedRow, check: Check): PaymentCodes {
  const iuvField = row.field('iuv');
  const written = iuvOfNotice(iuvField.value?.trim() ?? '');
  const iuv = written ?? check.optionalCode(iuvField, 'iuv');
  const notice = check.optionalCode(row.field('notice'), 'notice');
  const inNotice = notice === null ? null : iuvOfNotice(notice);
  if (notice !== null && inNotice === null) check.refuse('invalid-value', row.field('notice'));
  if (iuv !== null && inNotice !== null && iuv !== inNotice)
    check.refuse('invalid-value', row.field('notice'));
  return {
    iuv: iuv ?? inNotice,
    noticeNumber: notice ?? (written === null ? null : (iuvField.value?.trim() ?? null)),
  };
}
