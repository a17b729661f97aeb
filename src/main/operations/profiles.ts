import type { Handlers } from '../../shared/contract/api.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { readProfiles } from '../ledger/profiles.ts';
import type { Environment } from './environment.ts';

type Answered = Extract<keyof Handlers, `profiles.${string}`>;

export function profileHandlers(environment: Environment): Pick<Handlers, Answered> {
  const { writer } = environment;
  return {
    async 'profiles.list'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok({ profiles: readProfiles(ledger.value) }) : ledger;
    },
    async 'profiles.propose'({ parcel, name }, { signal }) {
      const file = environment.parcels.find(parcel);
      if (file === null) return fail({ code: 'no-such-parcel', parcel });
      return writer.run('propose-profile', { file, name }, { now: environment.now(), signal });
    },
    async 'profiles.save'({ profile }, { signal }) {
      return writer.run('save-profile', { profile }, { now: environment.now(), signal });
    },
    async 'profiles.remove'({ name }, { signal }) {
      return writer.run('remove-profile', { name }, { now: environment.now(), signal });
    },
  };
}
