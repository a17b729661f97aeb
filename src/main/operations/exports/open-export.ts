import type { LineFormat } from '../../../shared/domain/export.ts';
import {
  csvLines,
  jsonLines,
  keyOf,
  valuesOf,
  type Head,
  type Lines,
  type OpenFormat,
} from '../../exports/open-format.ts';
import type { ExportJob, Maker } from './maker.ts';

/** Where the rows of an export come from. */
export interface RowSource<Row> {
  /** How many steps there will be. */
  count(job: ExportJob): number;
  /** Some rows at a time, in order, and how many steps that were. */
  pages(job: ExportJob): Iterable<{ readonly rows: readonly Row[]; readonly steps: number }>;
}

/** How each format is written: the compiler asks for one that is added. */
const linesIn: Readonly<Record<LineFormat, <Row>(format: OpenFormat<Row>, head: Head) => Lines>> = {
  csv: csvLines,
  json: jsonLines,
};

/** Writes rows as they are read: a page stands in memory, whatever the length of the list. */
export function openExport<Row>(format: OpenFormat<Row>, source: RowSource<Row>): Maker {
  return async (job) => {
    if (job.format === 'xlsx') throw new Error(`«${format.name}» is no workbook`);
    const lines = linesIn[job.format](format, job.head);
    const total = source.count(job);
    let done = 0;
    let written = 0;
    await job.write(lines.begin);
    for (const { rows, steps } of source.pages(job)) {
      const keyed = rows.map((row) => {
        const values = valuesOf(format, row);
        return { values, key: keyOf(format, values) };
      });
      const told = job.changes === null ? keyed : await job.changes.news(keyed);
      await job.write(told.map(({ values }) => lines.row(values)).join(''));
      written += told.length;
      done += steps;
      await job.breathe(done, total);
    }
    if (job.changes !== null) {
      for await (const keys of job.changes.gone()) {
        await job.write(keys.map((key) => lines.gone(key)).join(''));
        written += keys.length;
        await job.breathe(done, total);
      }
    }
    await job.write(lines.end);
    return written;
  };
}
