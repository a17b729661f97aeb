import { join } from 'node:path';
import { feedSearch } from '../../src/main/ledger/feed-search.ts';
import { openReadable, type ReadableLedger } from '../../src/main/ledger/open.ts';
import { dashboardHandlers } from '../../src/main/operations/dashboard.ts';
import type { Environment } from '../../src/main/operations/environment.ts';
import { isDay, type Day } from '../../src/shared/domain/day.ts';
import { ok } from '../../src/shared/domain/result.ts';
import { atMost, told, type Figure, type Job } from './job.ts';
import { largeLedger, largeToday } from './large-ledger.ts';
import { pageWaits } from './list-pages.ts';
import { searchWaits } from './list-searches.ts';

/** What a person waited for, time after time, in ms at the host. */
export interface Waits {
  readonly what: string;
  readonly took: readonly number[];
}

const targets = { dashboard: 10, search: 20, page: 5 } as const;

/** So many payments unless `--payments` asks for more. */
const atLeast = 1_000_000;

/** Kept with `--folder <where> --keep`: the ledger and its index are made in minutes, once. */
export const lists: Job = {
  name: 'lists',
  what: 'dashboard, search and pages of the lists over a million payments, at the host',
  async run(desk) {
    const payments = Math.max(atLeast, desk.payments);
    const large = join(desk.folder, `elenchi-${payments}`);
    largeLedger(large, payments, (what) => desk.say(`A ledger of ${payments} payments: ${what}…`));
    const archive = join(large, 'archivio');
    desk.say('Its index of texts…');
    feedSearch(archive, () => false);
    const opened = openReadable(archive);
    if (!opened.ok || opened.value === null) throw new Error('the ledger does not open');
    const ledger = opened.value;
    try {
      if (!isDay(largeToday)) throw new Error('not a day');
      const pages = pageWaits(ledger, largeToday).filter(({ took }) => took.length > 0);
      return {
        figures: [
          told('payments in the ledger', payments, 'payments'),
          ...(await dashboardWaits(ledger, largeToday)).flatMap((waits) => figuresOf(waits, 'dashboard')),
          ...groupFigures('search', searchWaits(ledger, largeToday)),
          ...groupFigures('page', tablesOf(pages)),
          // An order that no index has is gone through once: the page after the first waits for it.
          ...slowest(pages).map(({ what, took }) => told(`longest page: ${what}`, Math.max(...took), 'ms')),
        ],
        notes: [],
      };
    } finally {
      ledger.close();
    }
  },
};

/** All orders and filters of a table together. */
function tablesOf(waits: readonly Waits[]): Waits[] {
  const byTable = Map.groupBy(waits, ({ what }) => what.split(',', 1)[0] ?? what);
  return [...byTable].map(([what, of]) => ({
    what: `page of ${what}`,
    took: of.flatMap(({ took }) => took),
  }));
}

function slowest(waits: readonly Waits[]): Waits[] {
  return waits.toSorted((a, b) => Math.max(...b.took) - Math.max(...a.took)).slice(0, 5);
}

/** The whole group beside its target, then each kind of it. */
function groupFigures(group: keyof typeof targets, waits: readonly Waits[]): Figure[] {
  const whole = { what: `every ${group}`, took: waits.flatMap(({ took }) => took) };
  return [whole, ...waits].flatMap((each) => figuresOf(each, group));
}

function figuresOf({ what, took }: Waits, group: keyof typeof targets): Figure[] {
  return [
    told(`${what}, p50`, quantile(took, 0.5), 'ms'),
    atMost(`${what}, p95`, { found: quantile(took, 0.95), unit: 'ms', target: targets[group] }),
  ];
}

/** Null of none. */
function quantile(took: readonly number[], part: number): number | null {
  return took.toSorted((a, b) => a - b)[Math.ceil(took.length * part) - 1] ?? null;
}

const rounds = 40;

async function dashboardWaits(ledger: ReadableLedger, today: Day): Promise<Waits[]> {
  const environment = { ledger: async () => ok(ledger), today: () => today } as unknown as Environment;
  const handlers = dashboardHandlers(environment);
  const options = {} as never;
  const asked = {
    dashboard: () => handlers['dashboard.read']({}, options),
    'dashboard: details': () => handlers['dashboard.details']({}, options),
  };
  const found: Waits[] = [];
  for (const [what, ask] of Object.entries(asked)) {
    const took: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const began = performance.now();
      await ask();
      took.push(performance.now() - began);
    }
    found.push({ what, took });
  }
  return found;
}
