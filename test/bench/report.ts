import type { Figure, Findings, Job } from './job.ts';
import type { Machine } from './machine.ts';

/** Everything that a run of the bench has found; what `--json` prints. */
export interface Report {
  readonly machine: Machine;
  readonly load: { readonly start: number; readonly end: number };
  readonly payments: number;
  readonly jobs: readonly JobReport[];
  /** Every figure that could be measured is met, and no job failed. */
  readonly ok: boolean;
}

export interface JobReport extends Findings {
  readonly name: string;
  readonly what: string;
  /** Null when the job came to its end. */
  readonly failed: string | null;
}

/** Puts together what the jobs have found. */
export function reportOf(head: Omit<Report, 'ok'>): Report {
  const ok = head.jobs.every(
    ({ failed, figures }) => failed === null && figures.every(({ met }) => met !== false),
  );
  return { ...head, ok };
}

/** A job with what it found. */
export function reported(job: Job, findings: Findings, failed: string | null = null): JobReport {
  return { name: job.name, what: job.what, figures: findings.figures, notes: findings.notes, failed };
}

/** The report as a table for a terminal. */
export function reportText({ machine, load, payments, jobs, ok }: Report): string {
  return [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}`,
    `Node ${machine.node}, SQLite ${machine.sqlite}; load ${load.start} at the start, ${load.end} at the end; ${payments} payments`,
    ...jobs.flatMap(jobText),
    '',
    ok ? 'Every target that could be measured is met.' : 'Something is missed.',
  ].join('\n');
}

function jobText({ name, what, figures, notes, failed }: JobReport): string[] {
  return [
    '',
    `${name}: ${what}`,
    `${''.padEnd(58)}     found     limit     ratio    target`,
    ...figures.map(figureText),
    ...notes.map((note) => `  ! ${note}`),
    ...(failed === null ? [] : [`  FAILED: ${failed}`]),
  ];
}

function figureText({ what, unit, found, limit, ratio, target, sense, met }: Figure): string {
  const left = `  ${what}, ${unit}`.padEnd(58);
  const goal = target === null ? '' : `${sense === 'at most' ? '≤' : '≥'} ${target}`;
  const verdict = target === null ? '' : met === null ? 'NOT MEASURED' : met ? 'met' : 'MISSED';
  const compared = limit === null && ratio === found ? null : ratio;
  return `${left}${number(found)}${number(limit)}${number(compared)}${goal.padStart(10)}  ${verdict}`.trimEnd();
}

function number(value: number | null): string {
  if (value === null) return '-'.padStart(10);
  const size = Math.abs(value);
  const decimals = Number.isInteger(value) ? 0 : size >= 100 ? 0 : size >= 10 ? 1 : 3;
  return value.toFixed(decimals).padStart(10);
}
