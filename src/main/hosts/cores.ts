import { join } from 'node:path';
import type { LedgerName } from '../../shared/contract/link.ts';
import type { Doors } from '../doors.ts';
import { createCore, type Core, type CoreEnvironment } from '../core.ts';

/** The two ledgers of a window: the office's own, and the one of invented data. */
export interface Cores {
  of(ledger: LedgerName): Core;
  close(): Promise<void>;
}

/** What both ledgers have in common. */
export type CoresEnvironment = Omit<CoreEnvironment, 'folder' | 'demo' | 'doors'> & {
  readonly home: string;
  /** Of the office's own ledger alone. */
  readonly doors?: Doors;
};

/** Each core starts when it is first asked for. */
export function createCores({ home, doors, ...common }: CoresEnvironment): Cores {
  const open = new Map<LedgerName, Core>();
  const folders: Readonly<Record<LedgerName, string>> = { own: home, demo: join(home, 'prova') };
  return {
    of(ledger) {
      const core =
        open.get(ledger) ??
        createCore({
          ...common,
          folder: folders[ledger],
          demo: ledger === 'demo',
          doors: (ledger === 'own' ? doors : null) ?? null,
        });
      open.set(ledger, core);
      return core;
    },
    async close() {
      await Promise.all([...open.values()].map((core) => core.close()));
      open.clear();
    },
  };
}
