import type { Handlers } from '../../shared/contract/api.ts';
import { ok } from '../../shared/domain/result.ts';
import { codesSeen } from '../ledger/seen-codes.ts';
import { readSettings } from '../ledger/settings.ts';
import { proposeCodici } from '../reconciliation/propose-codici.ts';
import type { Environment } from './environment.ts';

export function settingsHandlers(
  environment: Environment,
): Pick<Handlers, 'settings.read' | 'settings.write' | 'codici.propose'> {
  return {
    async 'settings.read'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(readSettings(ledger.value)) : ledger;
    },
    async 'codici.propose'() {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      return ok({ codici: proposeCodici(codesSeen(ledger.value), readSettings(ledger.value)) });
    },
    async 'settings.write'({ settings }, { signal, onProgress }) {
      return environment.writer.run('settings', { settings }, { now: environment.now(), signal, onProgress });
    },
  };
}
