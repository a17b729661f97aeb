import type { Handlers } from '../../shared/contract/api.ts';
import { ok } from '../../shared/domain/result.ts';
import { pageOfDrops, readDrop } from '../ledger/drops.ts';
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
    async 'drops.undo'({ importedAt }, { signal, onProgress }) {
      await environment.backups.before('undo');
      return environment.writer.run(
        'undo-drop',
        { importedAt },
        { now: environment.now(), signal, onProgress },
      );
    },
  };
}
