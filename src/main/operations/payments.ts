import type { Handlers } from '../../shared/contract/api.ts';
import { parseItalianAmount, type Cents } from '../../shared/domain/euro.ts';
import { ok } from '../../shared/domain/result.ts';
import { decodeEvidence, judge } from '../../shared/domain/verdict.ts';
import { listPayments, provvisoriOfMoney, type PaymentKey } from '../ledger/payment-list.ts';
import type { Environment } from './environment.ts';
import { decodeCursor, toPage } from './paging.ts';

export function paymentHandlers(environment: Environment): Pick<Handlers, 'payments.list'> {
  return {
    async 'payments.list'({ search, status, after, limit }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const today = environment.today();
      const rows = listPayments(ledger.value, {
        today,
        search,
        amount: amountOf(search),
        status,
        after: toKey(after),
        limit,
      });
      return ok(
        toPage(
          rows,
          limit,
          ({ iuv, iur, index }) => [iuv, iur, index],
          ({ evidence, late, iufKey, provvisorioId, ...payment }) => {
            const verdict = judge(decodeEvidence(evidence), late === 1);
            return {
              ...payment,
              status: verdict.status,
              dots: verdict.dots,
              provvisori: provvisoriOfMoney(ledger.value, iufKey, provvisorioId),
              reasons: verdict.reasons,
            };
          },
        ),
      );
    },
  };
}

/** `22,00` looks for an amount; a bare number is more likely a part of a code. */
function amountOf(search: string | null): Cents | null {
  if (search === null || !/[.,€]/.test(search)) return null;
  const amount = parseItalianAmount(search);
  return amount.ok ? amount.value : null;
}

function toKey(after: string | null): PaymentKey | null {
  const [iuv, iur, index] = decodeCursor(after) ?? [];
  return typeof iuv === 'string' && typeof iur === 'string' && typeof index === 'number'
    ? { iuv, iur, index }
    : null;
}
