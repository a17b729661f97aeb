import type { Day } from '../day.ts';
import type { MessageReason } from './reason.ts';
import type { Rata } from './recipient.ts';

/** What is known, now, of the debt that a message speaks of. */
export interface KnownOfDebt {
  readonly noticeNumber: string | null;
  readonly dueDay: Day | null;
  readonly rata: Rata | null;
  /** A receipt or a flusso says that this notice was paid. */
  readonly payment: { readonly paidOn: Day | null } | null;
  /** A list says that the person, or this notice, was paid otherwise. */
  readonly elsewhere: { readonly list: string; readonly paidOn: Day | null } | null;
  readonly positionCancelled: boolean;
  /** The other avvisi of the same debt that are paid. */
  readonly paidSiblings: readonly Rata[];
}

/**
 * Why a citizen must not be asked for this any more; null when the message may go. A notice that is paid, cancelled or
 * past its day is not asked for; nor an instalment when the whole was paid, nor the whole when an instalment was.
 */
export function whyNotAsked(known: KnownOfDebt, today: Day): MessageReason | null {
  if (known.noticeNumber === null) return null;
  if (known.payment !== null) return { code: 'already-paid', paidOn: known.payment.paidOn };
  if (known.elsewhere !== null) return { code: 'paid-elsewhere', ...known.elsewhere };
  if (known.positionCancelled) return { code: 'position-cancelled' };
  if (known.rata?.kind === 'rata' && known.paidSiblings.some(({ kind }) => kind === 'unica'))
    return { code: 'unica-paid' };
  if (known.rata?.kind === 'unica' && known.paidSiblings.some(({ kind }) => kind === 'rata'))
    return { code: 'rate-begun' };
  if (known.dueDay !== null && known.dueDay < today) return { code: 'due-passed', dueDay: known.dueDay };
  return null;
}
