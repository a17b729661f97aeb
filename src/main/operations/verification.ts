import type { Handlers } from '../../shared/contract/api.ts';
import { ok } from '../../shared/domain/result.ts';
import type { Environment } from './environment.ts';

export function verificationHandlers(environment: Environment): Pick<Handlers, 'ledger.verify'> {
  return {
    async 'ledger.verify'(_input, { signal, onProgress }) {
      const verified = await environment.writer.run(
        'verify',
        {},
        { now: environment.now(), signal, onProgress },
      );
      if (!verified.ok) return verified;
      const { findings, digest } = verified.value;
      const told = findings.map((finding) => ({ ...finding }));
      environment.idleCheck.note(told);
      return ok({ ok: findings.length === 0, findings: told, digest });
    },
  };
}
