import type { Generated } from './generate.ts';
import type { Measure } from './measure.ts';
import type { Product } from './product.ts';
import type { Yardstick } from './yardstick.ts';

/** One line of the table. */
export interface Line {
  readonly what: string;
  readonly seconds: number | null;
  readonly mbPerSecond: number | null;
  readonly peakMb: number | null;
}

/** One goal, and whether it is met; `ratio` null when it could not be measured. */
export interface Goal {
  readonly what: string;
  readonly ratio: number | null;
  readonly target: number;
  readonly met: boolean | null;
}

/** Everything that a run of the bench has found. */
export interface Report {
  readonly payments: number;
  readonly xmlMb: number;
  readonly lines: readonly Line[];
  readonly goals: readonly Goal[];
  readonly notes: readonly string[];
  /** Every figure agrees and every measured goal is met. */
  readonly ok: boolean;
}

function workOf(run: Measure, start: Measure): number {
  return Math.max(0, run.seconds - start.seconds);
}

/** Puts the measures beside their limits. */
export function reportOf(generated: Generated, product: Product, yardstick: Yardstick): Report {
  const { yearTally, tally } = generated;
  const xmlMb = yearTally.xmlBytes / 1e6;
  const { start, year, newDay, workbook } = product;
  const { xmllintSeconds, sqliteSeconds } = yardstick;
  const dayMb = (tally.xmlBytes - yearTally.xmlBytes) / 1e6;
  const limit = xmllintSeconds === null || sqliteSeconds === null ? null : xmllintSeconds + sqliteSeconds;
  const goals = [
    goal('import and reconcile / (xmllint + .import)', limit === null ? null : year.seconds / limit, 2),
    // The work alone: starting and ending a process costs more than a day's papers.
    goal('one more day / the year, work alone', workOf(newDay, start) / workOf(year, start), 0.02),
    goal('peak memory of the year, MB', year.peakMb, 300),
    goal(
      'workbook, work alone / zip -6 of its XML',
      workbook.zipSeconds === null ? null : workOf(workbook.export, start) / workbook.zipSeconds,
      4,
    ),
    goal('peak memory of the workbook, MB', workbook.export.peakMb, 400),
  ];
  return {
    payments: yearTally.payments,
    xmlMb,
    lines: [
      line('import of the year', year.seconds, xmlMb, year.peakMb),
      line('one more day', newDay.seconds, dayMb, newDay.peakMb),
      line('the treasurer’s workbook', workbook.export.seconds, workbook.xmlMb, workbook.export.peakMb),
      line('start and stop alone', start.seconds, null, start.peakMb),
      line('xmllint --stream', xmllintSeconds, xmlMb),
      line('sqlite3 .import', sqliteSeconds, null),
      line('zip -6 of the workbook’s XML', workbook.zipSeconds, workbook.xmlMb),
    ],
    goals,
    notes: [...yardstick.missing, ...product.disagreements],
    ok: product.disagreements.length === 0 && goals.every(({ met }) => met !== false),
  };
}

/** What another job found, beside the year. */
export type Beside = Pick<Report, 'lines' | 'goals' | 'notes'> & { readonly disagrees: boolean };

export function including(report: Report, more: Beside): Report {
  return {
    ...report,
    lines: [...report.lines, ...more.lines],
    goals: [...report.goals, ...more.goals],
    notes: [...report.notes, ...more.notes],
    ok: report.ok && !more.disagrees && more.goals.every(({ met }) => met !== false),
  };
}

/** The report as a table for a terminal. */
export function reportText(report: Report): string {
  return [
    `${report.payments} payments, ${report.xmlMb.toFixed(1)} MB of XML`,
    '',
    `${''.padEnd(44)}   seconds      MB/s   peak MB`,
    ...report.lines.map(
      ({ what, seconds, mbPerSecond, peakMb }) =>
        what.padEnd(44) + figure(seconds, 2) + figure(mbPerSecond, 1) + figure(peakMb, 0),
    ),
    '',
    `${''.padEnd(44)}     found    target`,
    ...report.goals.map(
      ({ what, ratio, target, met }) =>
        `${what.padEnd(44)}${figure(ratio, 3)}${figure(target, 2)}  ${met === null ? 'not measured' : met ? 'met' : 'MISSED'}`,
    ),
    ...(report.notes.length > 0 ? ['', ...report.notes] : []),
  ].join('\n');
}

export function goal(what: string, ratio: number | null, target: number): Goal {
  return { what, ratio, target, met: ratio === null ? null : ratio <= target };
}

export function line(
  what: string,
  seconds: number | null,
  mb: number | null,
  peakMb: number | null = null,
): Line {
  return { what, seconds, mbPerSecond: seconds === null || mb === null ? null : mb / seconds, peakMb };
}

function figure(value: number | null, decimals: number): string {
  return (value === null ? '-' : value.toFixed(decimals)).padStart(10);
}
