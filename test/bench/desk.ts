import type { Random } from '../../src/main/demo/random.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import type { Receipts } from './receipts.ts';
import type { Rows } from './rows.ts';

/** What the generated papers must come to, whoever reads them. */
export interface Tally {
  payments: number;
  cents: number;
  flussi: number;
  movimenti: number;
  xmlBytes: number;
  readonly byStatus: Record<string, number>;
}

/** Where a year of papers goes, and what is counted on the way. */
export interface Desk {
  readonly folder: string;
  readonly random: Random;
  readonly rows: Rows;
  readonly receipts: Receipts;
  readonly tally: Tally;
}

/** Counters that run across the days. */
export interface Serials {
  payment: number;
  flusso: number;
  readonly provvisori: Map<number, number>;
}

/** How many rows a flow has, and how many flows make a day. */
export interface DayPlan {
  readonly paidOn: Day;
  readonly day: Day;
  readonly flows: readonly number[];
}
