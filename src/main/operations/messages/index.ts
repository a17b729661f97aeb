import type { Handlers } from '../../../shared/contract/api.ts';
import type { messageOperations } from '../../../shared/contract/message-operations.ts';
import type { Environment } from '../environment.ts';
import { campaignFileHandlers } from './campaign-files.ts';
import { campaignHandlers } from './campaigns.ts';
import { outboxHandlers } from './outbox.ts';
import { paidListHandlers } from './paid-lists.ts';
import { ruleHandlers } from './rules.ts';
import { createSender } from './sender.ts';
import { serviceHandlers } from './services.ts';
import { textHandlers } from './texts.ts';

/** Everything about messages to citizens; one sender stands behind all of it. */
export function messageHandlers(environment: Environment): Pick<Handlers, keyof typeof messageOperations> {
  const sender = createSender(environment);
  const cleared: Environment = { ...environment, ledger: () => sender.look() };
  return {
    ...serviceHandlers(environment, sender),
    ...textHandlers(environment),
    ...campaignHandlers(cleared),
    ...campaignFileHandlers(cleared),
    ...paidListHandlers(environment),
    ...ruleHandlers(environment),
    ...outboxHandlers(cleared, sender),
  };
}
