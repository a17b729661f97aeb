import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workingDaysBefore } from '../../src/main/demo/calendar.ts';
import { createRandom } from '../../src/main/demo/random.ts';
import type { Random } from '../../src/main/demo/random.ts';
import { demoSettings } from '../../src/main/demo/servizi.ts';
import { isDay } from '../../src/shared/domain/day.ts';
import { Receipts } from './receipts.ts';
import { Rows } from './rows.ts';
import { writeDay } from './year.ts';
import type { DayPlan, Desk, Serials, Tally } from './desk.ts';

/** The day on which the bench pretends to be: long after the last paper, so that nothing is awaited. */
export const benchToday = '2026-06-30';

const workingDays = 250;
const newDayFlows = 30;

/** Where the generated papers are. */
export interface Generated {
  /** What the clerk imports: a year, and one day more. */
  readonly year: string;
  readonly newDay: string;
  /** The receipts of the year once more, each in its own file. */
  readonly loose: string;
  /** The rows of the year, as CSV. */
  readonly csv: string;
  readonly settings: string;
  readonly yearTally: Tally;
  /** The year and the day together. */
  readonly tally: Tally;
}

/** Invents a year of `payments` payments, and one day of `newPayments` more. The same numbers give the same bytes. */
export function generate(folder: string, payments: number, newPayments: number): Generated {
  rmSync(folder, { recursive: true, force: true });
  const paths = {
    year: join(folder, 'anno'),
    newDay: join(folder, 'nuovo-giorno'),
    loose: join(folder, 'sciolte'),
    csv: join(folder, 'csv'),
    settings: join(folder, 'impostazioni.json'),
  };
  mkdirSync(paths.csv, { recursive: true });
  writeFileSync(paths.settings, JSON.stringify(demoSettings));
  const lastDay = '2026-03-03';
  if (!isDay(lastDay)) throw new Error('not a day');
  // One day more at each end: the first has no yesterday, the last is the new day.
  const days = workingDaysBefore(lastDay, workingDays + 2);
  const random = createRandom(11);
  const serials: Serials = { payment: 0, flusso: 0, provvisori: new Map() };

  const yearTally = emptyTally();
  const year = openDesk(paths.year, paths.csv, paths.loose, random, yearTally);
  const sizes = flowSizes(random, payments);
  for (let day = 1; day <= workingDays; day++) {
    const flows = sizes.slice(
      share(sizes.length, day - 1, workingDays),
      share(sizes.length, day, workingDays),
    );
    writeDay(year, serials, planOf(days, day, flows));
  }
  closeDesk(year);

  const newCsv = join(folder, 'csv-nuovo-giorno');
  mkdirSync(newCsv, { recursive: true });
  const tally = { ...yearTally, byStatus: { ...yearTally.byStatus } };
  const newDay = openDesk(paths.newDay, newCsv, null, random, tally);
  const flows = Array.from(
    { length: newDayFlows },
    (_, flow) => share(newPayments, flow + 1, newDayFlows) - share(newPayments, flow, newDayFlows),
  ).filter((rows) => rows > 0);
  writeDay(newDay, serials, planOf(days, workingDays + 1, flows));
  closeDesk(newDay);
  return { ...paths, yearTally, tally };
}

/** How much of `total` is over after `part` of `parts`. */
function share(total: number, part: number, parts: number): number {
  return Math.floor((total * part) / parts);
}

function planOf(
  days: ReturnType<typeof workingDaysBefore>,
  position: number,
  flows: readonly number[],
): DayPlan {
  const [paidOn, day] = days.slice(position - 1, position + 1);
  if (paidOn === undefined || day === undefined) throw new Error(`no such working day: ${position}`);
  return { paidOn, day, flows };
}

/** Flows of 20 to 200 rows that make `payments` in all. */
function flowSizes(random: Random, payments: number): number[] {
  const sizes: number[] = [];
  for (let left = payments; left > 0;) {
    const size = Math.min(left, random.int(20, 200));
    sizes.push(size);
    left -= size;
  }
  return sizes;
}

function emptyTally(): Tally {
  return { payments: 0, cents: 0, flussi: 0, movimenti: 0, xmlBytes: 0, byStatus: {} };
}

function openDesk(folder: string, csv: string, loose: string | null, random: Random, tally: Tally): Desk {
  const receipts = new Receipts(join(folder, 'ricevute'), loose);
  return { folder, random, rows: new Rows(csv), receipts, tally };
}

function closeDesk(desk: Desk): void {
  desk.receipts.flush();
  desk.rows.close();
  desk.tally.xmlBytes += desk.receipts.bytes;
}
