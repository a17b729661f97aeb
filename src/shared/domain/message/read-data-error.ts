import type { SubmitAnswer } from './answer.ts';
import { detailOf, type ErrorBody, type RawAnswer } from './raw-answer.ts';

/** What a 400 of the application says of the row: where it is wrong, or the cap that its amount exceeds. */
export function readDataError(
  raw: RawAnswer,
  error: ErrorBody,
): Extract<SubmitAnswer, { outcome: 'data-error' }> {
  const detail = detailOf(raw, error);
  const caps = overCap.exec(error.detail) ?? overCap.exec(error.title);
  if (caps !== null || /error while sending payment metadata/i.test(error.title)) {
    const cap = caps?.[2];
    return {
      outcome: 'data-error',
      why: 'over-cap',
      field: 'amount',
      detail,
      cap: cap === undefined ? null : Number(cap),
    };
  }
  return { outcome: 'data-error', why: 'invalid', field: fieldOf(error), detail, cap: null };
}

const overCap = /\((\d{1,15}) cents\) exceeds the maximum allowed for this service \((\d{1,15}) cents\)/i;

const place = / at \[?root\.([\w.]+)\]? is not a valid/;

/** The last name of the path, `subject` of `root.content.subject`; numbers are branches of the schema, not names. */
function fieldOf(error: ErrorBody): string | null {
  const path = place.exec(error.detail)?.[1];
  const name = path?.split('.').findLast((part) => !/^\d+$/.test(part));
  if (name !== undefined) return name;
  return /invalid fiscal ?code/i.test(`${error.title} ${error.detail}`) ? 'fiscal_code' : null;
}
