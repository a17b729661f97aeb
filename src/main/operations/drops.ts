import type { Handlers } from '../../shared/contract/api.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { pageOfDrops, rangeOfDrop, readDrop } from '../ledger/drops.ts';
import { alreadyLeft } from '../worker/refuse-what-left.ts';
import type { Environment } from './environment.ts';

export function dropHandlers(environment: Environment): Pick<Handlers, 'drops.list' | 'drops.undo'> {
  return {
    async 'drops.list'(asked) {
      const opened = await environment.ledger();
      if (!opened.ok) return opened;
      const ledger = opened.value;
      const { rows, previous, next } = pageOfDrops(ledger, asked);
      return ok({ rows: rows.flatMap((moment) => readDrop(ledger, moment) ?? []), previous, next });
    },
    async 'drops.undo'({ importedAt, anyway }, { signal, onProgress }) {
      const there = await environment.ledger();
      if (!there.ok) return there;
      const range = rangeOfDrop(there.value, importedAt);
      const refused = range === null ? null : alreadyLeft(there.value, { ...range, importedAt }, anyway);
      if (refused !== null) return fail(refused);
      await environment.backups.before('undo');
      return environment.writer.run(
        'undo-drop',
        { importedAt, anyway },
        { now: environment.now(), signal, onProgress },
      );
    },
  };
}
