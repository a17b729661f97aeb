import type { Handlers } from '../../shared/contract/api.ts';
import { ok } from '../../shared/domain/result.ts';
import { pageOfDecisions } from '../ledger/decisions.ts';
import type { Environment } from './environment.ts';

export function decisionHandlers(
  environment: Environment,
): Pick<Handlers, 'decisions.make' | 'decisions.undo' | 'decisions.list'> {
  return {
    async 'decisions.make'({ decision }, { signal }) {
      const { author } = environment;
      return environment.writer.run('decide', { decision, author }, { now: environment.now(), signal });
    },
    async 'decisions.undo'({ id }, { signal }) {
      return environment.writer.run('undecide', { id }, { now: environment.now(), signal });
    },
    async 'decisions.list'(page) {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(pageOfDecisions(ledger.value, page)) : ledger;
    },
  };
}
