import type { Day } from '../../../shared/domain/day.ts';
import type { ExportFilter, ExportFormat } from '../../../shared/domain/export.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Head } from '../../exports/open-format.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import type { ChangesFor } from './changes-for.ts';

/** What an export is made of. */
export interface ExportJob {
  /** A connection of its own that sees the ledger as it was when the export began, whatever is written meanwhile. */
  readonly ledger: ReadableLedger;
  readonly settings: Settings;
  readonly today: Day;
  readonly head: Head;
  readonly filter: ExportFilter;
  readonly format: ExportFormat;
  /** Null: everything is told. */
  readonly changes: ChangesFor | null;
  write(content: string | Uint8Array): Promise<void>;
  /** To be called every thousand rows or so: others get a turn, the person hears how far it is, and may stop it. */
  breathe(done: number, total: number): Promise<void>;
}

/** A sheet would have more rows than it can hold: foreseen, and told to the person. */
export class TooManyRows extends Error {
  readonly sheet: string;
  readonly rows: number;

  constructor(sheet: string, rows: number) {
    super(`«${sheet}» would have ${rows} rows`);
    this.sheet = sheet;
    this.rows = rows;
  }
}

/** Writes a whole file; resolves to the number of its rows. */
export type Maker = (job: ExportJob) => Promise<number>;
