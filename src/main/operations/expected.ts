import type { Handlers } from '../../shared/contract/api.ts';
import { ok } from '../../shared/domain/result.ts';
import { countExpected, listExpected } from '../ledger/expected.ts';
import type { Environment } from './environment.ts';

export function expectedHandlers(
  environment: Environment,
): Pick<Handlers, 'expected.list' | 'expected.count'> {
  return {
    async 'expected.list'({ filter, ...request }) {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(listExpected(ledger.value, filter.states, request)) : ledger;
    },
    async 'expected.count'() {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const counts = { missing: 0, 'older-version': 0, arrived: 0 };
      for (const { state, count } of countExpected(ledger.value)) counts[state] = count;
      return ok(counts);
    },
  };
}
