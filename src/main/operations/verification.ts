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
      const codes = [...new Set(findings.map(({ code }) => code))];
      const details = { ok: findings.length === 0, findings: codes };
      await environment.trail.note({ operation: 'ledger-verified', subject: digest, details });
      return ok({ ok: findings.length === 0, findings: told, digest });
    },
  };
}
