import type { Day } from '../../shared/domain/day.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import {
  addConsumer,
  consumerById,
  isConsumerNamed,
  markConsumer,
  revokeConsumer,
  type Consumer,
} from '../ledger/consumers.ts';
import type { WritableLedger } from '../ledger/open.ts';

export type ConsumerProblem =
  | { readonly code: 'consumer-exists'; readonly name: string }
  | { readonly code: 'not-found'; readonly what: 'consumer'; readonly name: string };

export interface NewConsumer {
  readonly name: string;
  readonly clear: boolean;
  readonly tokenDigest: string;
}

/** Of two programs that may ask no two have one name: whoever revokes must know whom. */
export function createConsumer(
  ledger: WritableLedger,
  consumer: NewConsumer,
  now: string,
): Result<Consumer, ConsumerProblem> {
  if (isConsumerNamed(ledger, consumer.name)) return fail({ code: 'consumer-exists', name: consumer.name });
  return found(ledger, addConsumer(ledger, consumer, now));
}

/** Taking a token away twice changes nothing. */
export function revoke(ledger: WritableLedger, id: number, now: string): Result<Consumer, ConsumerProblem> {
  const consumer = consumerById(ledger, id);
  if (consumer?.revokedAt === null) revokeConsumer(ledger, id, now);
  return found(ledger, id);
}

export function mark(ledger: WritableLedger, id: number, usedOn: Day): Result<Consumer, ConsumerProblem> {
  markConsumer(ledger, id, usedOn);
  return found(ledger, id);
}

function found(ledger: WritableLedger, id: number): Result<Consumer, ConsumerProblem> {
  const consumer = consumerById(ledger, id);
  return consumer === null ? fail({ code: 'not-found', what: 'consumer', name: String(id) }) : ok(consumer);
}
