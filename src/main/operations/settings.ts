import type { Handlers } from '../../shared/contract/api.ts';
import { ok } from '../../shared/domain/result.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { readSettings } from '../ledger/settings.ts';
import type { Environment } from './environment.ts';

export function settingsHandlers(
  environment: Environment,
): Pick<Handlers, 'settings.read' | 'settings.write'> {
  return {
    async 'settings.read'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(toPlain(readSettings(ledger.value))) : ledger;
    },
    async 'settings.write'({ settings }, { signal, onProgress }) {
      const written = await environment.writer.run(
        'settings',
        { settings },
        { now: environment.now(), signal, onProgress },
      );
      return written.ok ? ok(toPlain(written.value)) : written;
    },
  };
}

/** The contract's lists are its caller's to change. */
function toPlain(settings: Settings) {
  return {
    ente: settings.ente,
    codiciPropri: [...settings.codiciPropri],
    altriPartner: [...settings.altriPartner],
    servizi: settings.servizi.map((servizio) => ({ ...servizio, codici: [...servizio.codici] })),
  };
}
