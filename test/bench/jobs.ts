import { importJob } from './import.ts';
import type { Job } from './job.ts';
import { workbook } from './workbook.ts';

/** Every job, in the order in which they run. A new one is one line here. */
export const jobs: readonly Job[] = [importJob, workbook];
