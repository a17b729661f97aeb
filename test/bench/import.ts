import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mustAgree, runProduct } from './imported-year.ts';
import { atMost, told, type Job } from './job.ts';
import type { Measure } from './measure.ts';
import { measureYardstick } from './yardstick.ts';

/** The whole way of a year's papers, and of one day more, beside the best single-purpose tools. */
export const importJob: Job = {
  name: 'import',
  what: 'a year of papers imported and reconciled / (xmllint --stream + sqlite3 .import)',
  async run(desk) {
    const papers = desk.papers();
    desk.say('The limits: xmllint and sqlite3…');
    const { xmllintSeconds, sqliteSeconds, missing } = await measureYardstick(papers, desk.folder);
    const { archive: imported, year } = await desk.ledger();
    // An import of nothing: it opens the ledger for writing and starts the thread that does.
    const nothing = join(desk.folder, 'niente');
    mkdirSync(nothing, { recursive: true });
    const archive = join(desk.folder, 'archivio');
    cpSync(imported, archive, { recursive: true });
    const start = await runProduct(archive, 'importa', nothing);
    const newDay = await runProduct(archive, 'importa', papers.newDay);
    await mustAgree(archive, papers.tally);
    const limit = xmllintSeconds === null || sqliteSeconds === null ? null : xmllintSeconds + sqliteSeconds;
    return {
      figures: [
        told('XML of the year', papers.yearTally.xmlBytes / 1e6, 'MB'),
        told('xmllint --stream', xmllintSeconds, 's'),
        told('sqlite3 .import', sqliteSeconds, 's'),
        told('start and stop alone', start.seconds, 's'),
        told('one more day: the whole command', newDay.seconds, 's'),
        atMost('the year read, checked and kept / (xmllint + .import)', {
          found: year.keptSeconds,
          limit,
          unit: 's',
          target: 1.8,
        }),
        atMost('import and reconcile, the whole command / (xmllint + .import)', {
          found: year.seconds,
          limit,
          unit: 's',
          target: 2,
        }),
        told('the same, until it is answered: a safety copy follows', year.answeredSeconds, 's'),
        // The work alone: starting and ending a process costs more than a day's papers.
        atMost('one more day / the year, work alone', {
          found: workOf(newDay, start),
          limit: workOf(year, start),
          unit: 's',
          target: 0.02,
        }),
        atMost('peak memory of the year', { found: year.peakMb, unit: 'MB', target: 300 }),
      ],
      notes: missing,
    };
  },
};

function workOf(run: Measure, start: Measure): number {
  return Math.max(0.001, run.seconds - start.seconds);
}
