import { calc } from './calc.ts';
import { importJob } from './import.ts';
import { giornale } from './large-giornale.ts';
import type { Job } from './job.ts';
import { lists } from './lists.ts';
import { loop } from './loop.ts';
import { match } from './match.ts';
import { scroll } from './scroll.ts';
import { script } from './script.ts';
import { start } from './start.ts';
import { windowJob } from './window.ts';
import { workbook } from './workbook.ts';

/** Every job, in the order in which they run. A new one is one line here. */
export const jobs: readonly Job[] = [
  importJob,
  giornale,
  match,
  lists,
  workbook,
  start,
  scroll,
  windowJob,
  loop,
  script,
  calc,
];
