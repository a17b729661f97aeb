import type { DocumentProblem, WrapperKind } from '../../../shared/domain/document.ts';
import { fail } from '../../../shared/domain/result.ts';

/** A wrapper that is recognised and cannot be opened. */
export function damaged(
  wrapper: WrapperKind,
  detail: string,
): { readonly ok: false; readonly problem: DocumentProblem } {
  return fail({ code: 'wrapper-damaged', wrapper, detail });
}
