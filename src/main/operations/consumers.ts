import { createHash, randomBytes } from 'node:crypto';
import type { Handlers } from '../../shared/contract/api.ts';
import { ok } from '../../shared/domain/result.ts';
import { consumerOfToken, listConsumers } from '../ledger/consumers.ts';
import { revisionOf } from '../ledger/revision.ts';
import type { Environment } from './environment.ts';

type Answered = Extract<keyof Handlers, `consumers.${string}` | 'ledger.revision'>;

export function consumerHandlers(environment: Environment): Pick<Handlers, Answered> {
  const { writer } = environment;
  return {
    async 'consumers.list'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok({ consumers: listConsumers(ledger.value) }) : ledger;
    },
    async 'consumers.create'({ name, clear }) {
      // 256 bits, in letters that a header can hold; how it begins tells whose it is where one turns up.
      const token = `tp_${randomBytes(32).toString('base64url')}`;
      const tokenDigest = createHash('sha256').update(token).digest('hex');
      const created = await writer.run(
        'create-consumer',
        { name, clear, tokenDigest },
        { now: environment.now() },
      );
      return created.ok ? ok({ consumer: created.value, token }) : created;
    },
    async 'consumers.revoke'({ id }) {
      return writer.run('revoke-consumer', { id }, { now: environment.now() });
    },
    async 'consumers.recognise'({ tokenDigest }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const consumer = consumerOfToken(ledger.value, tokenDigest);
      return ok({ consumer, usedToday: consumer?.lastUsedOn === environment.today() });
    },
    async 'consumers.mark'({ id }) {
      return writer.run('mark-consumer', { id, usedOn: environment.today() }, { now: environment.now() });
    },
    async 'ledger.revision'() {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      return ok({ revision: revisionOf(ledger.value, environment.today(), environment.version) });
    },
  };
}
