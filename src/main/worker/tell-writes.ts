import type { LedgerOnShare, OlderLedger, ReadOnlyLedger } from '../../shared/domain/backup.ts';
import { fail } from '../../shared/domain/result.ts';
import type { Backups } from './backups.ts';
import { keepNothing, leaveNoTrace, sayNothing, type Jobs } from './jobs.ts';
import type { Writer } from './threaded.ts';

const ofDocuments: ReadonlySet<keyof Jobs> = new Set<keyof Jobs>(['import', 'undo', 'undo-drop']);

/** What stands around every job that writes. */
export interface AroundWrites {
  /** Why nothing can be written here at all, not even what is taken back at once; null when it can. */
  bar(): ReadOnlyLedger | LedgerOnShare | null;
  /** Why nothing may be written now; null when it may. */
  refuse(): OlderLedger | null;
  /** The writer has the ledger. */
  opened(): void;
  /** The ledger says something else now. */
  wrote(): void;
  /** Nothing that was made of the ledger may outlast what was taken out of it; what is verified is made anew. */
  tookOut(): Promise<void>;
}

/** An import of what was known already. */
function broughtNothing(output: unknown): boolean {
  return (
    typeof output === 'object' && output !== null && 'importedAt' in output && output.importedAt === null
  );
}

/** Tells the copies what was written, and asks first whether it may be. */
export function tellWrites(writer: Writer, backups: Backups, around: AroundWrites): Writer {
  return {
    ...writer,
    async run(name, input, options) {
      const barred = around.bar();
      if (barred !== null) return fail(barred);
      const refused = keepNothing.has(name) ? null : around.refuse();
      if (refused !== null) return fail(refused);
      const answer = await writer.run(name, input, options);
      if (answer.ok) around.opened();
      if (answer.ok && (leaveNoTrace.has(name) || name === 'verify')) await around.tookOut();
      if (answer.ok && !keepNothing.has(name) && !sayNothing.has(name)) {
        around.wrote();
        if (!ofDocuments.has(name)) backups.changed();
        else if (!broughtNothing(answer.value)) backups.importsChanged();
      }
      return answer;
    },
  };
}
