import type { Handlers, Output } from '../../shared/contract/api.ts';
import { preferences as schema } from '../../shared/contract/schemas/settings.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { isEmpty } from '../ledger/documents.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { readPreferences } from '../ledger/preferences.ts';
import { versionsOf } from '../ledger/size.ts';
import type { Environment } from './environment.ts';
import { fillDemo } from './fill-demo.ts';

export function aboutHandlers(
  environment: Environment,
): Pick<Handlers, 'about.read' | 'about.notices' | 'demo.fill' | 'preferences.read' | 'preferences.write'> {
  return {
    async 'about.read'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(about(environment, ledger.value)) : ledger;
    },
    async 'about.notices'() {
      const bytes = environment.notices();
      if (bytes === null) return fail({ code: 'not-built' });
      const name = 'tre-pallini-licenze.txt';
      return ok({ parcel: environment.parcels.offer({ name, bytes }), name, rows: 0 });
    },
    async 'demo.fill'(_input, { signal, onProgress }) {
      if (!environment.demo) return fail({ code: 'not-a-demo' });
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      if (isEmpty(ledger.value)) {
        const filled = await fillDemo(environment, { now: environment.now(), signal, onProgress });
        if (!filled.ok) return filled;
      }
      return ok(about(environment, ledger.value));
    },
    async 'preferences.read'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(preferences(ledger.value)) : ledger;
    },
    async 'preferences.write'({ preferences: changed }) {
      const changes = Object.entries(changed).map(([key, value]) => ({
        key,
        value: value === null ? null : JSON.stringify(value),
      }));
      const written = await environment.writer.run('preferences', { changes }, { now: environment.now() });
      if (!written.ok) return written;
      const ledger = await environment.ledger();
      return ledger.ok ? ok(preferences(ledger.value)) : ledger;
    },
  };
}

function about(environment: Environment, ledger: ReadableLedger): Output<'about.read'> {
  const { version, build, demo, folder } = environment;
  return {
    version,
    build,
    demo,
    folder,
    policies: environment.policies,
    schema: Number(versionsOf(ledger).schema),
    empty: isEmpty(ledger),
    today: environment.today(),
  };
}

function preferences(ledger: ReadableLedger): Output<'preferences.read'> {
  const kept = readPreferences(ledger).map(({ key, value }): [string, unknown] => [key, JSON.parse(value)]);
  return schema.parse(Object.fromEntries(kept));
}
