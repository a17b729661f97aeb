import { createHash, randomBytes } from 'node:crypto';
import type { Handlers } from '../../shared/contract/api.ts';
import { ok } from '../../shared/domain/result.ts';
import { programOfToken, listPrograms } from '../ledger/programs.ts';
import { revisionOf } from '../ledger/revision.ts';
import type { Environment } from './environment.ts';

type Answered = Extract<keyof Handlers, `programs.${string}` | 'ledger.revision'>;

export function programHandlers(environment: Environment): Pick<Handlers, Answered> {
  const { writer } = environment;
  return {
    async 'programs.list'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok({ programs: listPrograms(ledger.value) }) : ledger;
    },
    async 'programs.create'({ name, clear }) {
      // 256 bits, in letters that a header can hold; how it begins tells whose it is where one turns up.
      const token = `tp_${randomBytes(32).toString('base64url')}`;
      const tokenDigest = createHash('sha256').update(token).digest('hex');
      const created = await writer.run(
        'create-program',
        { name, clear, tokenDigest },
        { now: environment.now() },
      );
      return created.ok ? ok({ program: created.value, token }) : created;
    },
    async 'programs.revoke'({ id }) {
      return writer.run('revoke-program', { id }, { now: environment.now() });
    },
    async 'programs.recognise'({ tokenDigest }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const program = programOfToken(ledger.value, tokenDigest);
      return ok({ program, usedToday: program?.lastUsedOn === environment.today() });
    },
    async 'programs.mark'({ id }) {
      return writer.run('mark-program', { id, usedOn: environment.today() }, { now: environment.now() });
    },
    async 'ledger.revision'() {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      return ok({ revision: revisionOf(ledger.value, environment.today(), environment.version) });
    },
  };
}
