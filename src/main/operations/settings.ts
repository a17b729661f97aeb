import type { Handlers } from '../../shared/contract/api.ts';
import { ok } from '../../shared/domain/result.ts';
import { readSettings } from '../ledger/settings.ts';
import type { Environment } from './environment.ts';

export function settingsHandlers(
  environment: Environment,
): Pick<Handlers, 'settings.read' | 'settings.write'> {
  return {
    async 'settings.read'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(readSettings(ledger.value)) : ledger;
    },
    async 'settings.write'({ settings }, { signal, onProgress }) {
      return environment.writer.run('settings', { settings }, { now: environment.now(), signal, onProgress });
    },
  };
}
