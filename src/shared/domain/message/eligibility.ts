import type { Day } from '../day.ts';
import type { MessageReason } from './reason.ts';
import type { Rata } from './recipient.ts';
import { mayStillBeAsked } from './tari-plan.ts';

/** What is known, now, of the debt that a message speaks of. */
export interface KnownOfDebt {
  readonly noticeNumber: string | null;
  readonly dueDay: Day | null;
  /** When a person prepared the message; null when that is not known. */
  readonly preparedOn: Day | null;
  /** The last day on which it may be asked for. */
  readonly notAfter: Day | null;
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
 * past its day since it was prepared is not asked for; nor an instalment when the whole was paid, nor the whole when an instalment was.
 */
export function whyNotAsked(known: KnownOfDebt, today: Day): MessageReason | null {
  const { noticeNumber, payment, elsewhere, dueDay, notAfter } = known;
  if (noticeNumber === null) return null;
  if (payment !== null) return { code: 'already-paid', paidOn: payment.paidOn };
  if (elsewhere !== null) return { code: 'paid-elsewhere', ...elsewhere };
  if (known.positionCancelled) return { code: 'position-cancelled' };
  const paid = mayStillBeAsked(known.rata, known.paidSiblings);
  if (paid !== null) return { code: paid === 'itself-paid' ? 'part-paid' : paid };
  const wasLate = dueDay !== null && known.preparedOn !== null && dueDay < known.preparedOn;
  if (dueDay !== null && dueDay < today && !wasLate) return { code: 'due-passed', dueDay };
  return notAfter !== null && notAfter < today ? { code: 'turn-over', notAfter } : null;
}
