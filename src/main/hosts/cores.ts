import { join } from 'node:path';
import type { LedgerName } from '../../shared/contract/link.ts';
import type { Doors } from '../doors.ts';
import type { Office } from '../office.ts';
import { createCore, type BackupPlan, type Core, type CoreEnvironment } from '../core.ts';

import { lookAtPlace } from './place.ts';

/** The two ledgers of a window: the office's own, and the one of invented data. */
export interface Cores {
  of(ledger: LedgerName): Core;
  close(): Promise<void>;
}

/** What both ledgers have in common. */
export type CoresEnvironment = Omit<
  CoreEnvironment,
  'folder' | 'demo' | 'place' | 'doors' | 'office' | 'backups'
> & {
  readonly home: string;
  /** Both of the office's own ledger alone: nothing of invented data leaves this computer. */
  readonly doors?: Doors;
  readonly office?: Office;
  /** Invented data is made anew at any time. */
  readonly backups?: BackupPlan;
};

/** Each core starts when it is first asked for. */
export function createCores({ home, doors, office, backups, ...common }: CoresEnvironment): Cores {
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
          keepsSearch: true,
          place: lookAtPlace(folders[ledger]),
          doors: (ledger === 'own' ? doors : null) ?? null,
          office: (ledger === 'own' ? office : null) ?? null,
          backups: (ledger === 'own' ? backups : null) ?? null,
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
