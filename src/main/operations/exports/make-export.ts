import type { CallOptions, Checked } from '../../../shared/contract/api.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { exportFormats, type ExportFilter } from '../../../shared/domain/export.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { cursorOf } from '../../ledger/consumers.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import { readSettings } from '../../ledger/settings.ts';
import type { GivenFile } from '../../worker/consumer-jobs.ts';
import type { Environment } from '../environment.ts';
import { changesFor } from './changes-for.ts';
import type { DepartingFile } from './departing-file.ts';
import type { ExportJob } from './maker.ts';
import { makers } from './registry.ts';
import { Stopped, wholeFiles } from './whole-file.ts';

/** A file that waits beside the ledger. */
interface Made {
  readonly path: string;
  readonly name: string;
  readonly rows: number;
  /** What a consumer will have when it has the file. */
  readonly given: GivenFile | null;
}

type Request = Checked<'exports.make'>;

/** Makes a file of the ledger as the snapshot sees it, whole or not at all. */
export async function makeExport(
  environment: Environment,
  ledger: ReadableLedger,
  request: Request,
  options: CallOptions<'exports.make'>,
): Promise<Result<Made, Problem>> {
  const { service } = request;
  const settings = readSettings(ledger);
  if (service !== null && settings.servizi.every(({ id }) => id !== service))
    return fail({ code: 'not-found', what: 'service', name: service });
  return wholeFiles(environment, (newFile) =>
    write(environment, ledger, settings, request, options, newFile),
  );
}

async function write(
  environment: Environment,
  ledger: ReadableLedger,
  settings: Settings,
  request: Request,
  { signal, onProgress }: CallOptions<'exports.make'>,
  newFile: () => Promise<DepartingFile>,
): Promise<Result<Made, Problem>> {
  const { name, consumer } = request;
  const format = request.format ?? exportFormats[name][0];
  const filter = filterOf(request);
  const cursorName = consumer === null ? null : { consumer, export: name, filter: JSON.stringify(filter) };
  const cursor = cursorName === null ? null : cursorOf(ledger, cursorName);
  const file = await newFile();
  const notes = cursorName === null ? null : await newFile();
  const today = environment.today();
  const job: ExportJob = {
    ledger,
    settings,
    today,
    filter,
    format,
    head: {
      esportazione: name,
      ente: settings.ente,
      generato: environment.now(),
      oggi: today,
      filtro: { ...filter, consumatore: consumer },
    },
    changes: notes === null ? null : changesFor(ledger, cursor, notes),
    write: (content) => file.write(content),
    async breathe(done, total) {
      onProgress?.({ step: 'export', done, total, unit: 'items', file: null });
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted === true) throw new Stopped();
    },
  };
  const rows = await makers[name](job);
  await file.close();
  await notes?.close();
  // A consumer for whom nothing is new gets a file that says so: what runs every night is not told of an error.
  if (rows === 0 && cursorName === null) return fail({ code: 'nothing-to-export' });
  const given =
    cursorName === null || notes === null
      ? null
      : { cursor: cursorName, from: cursor?.moves ?? null, notes: notes.path, rows };
  return ok({ path: file.path, name: `${name}.${format}`, rows, given });
}

function filterOf({ service, from, to, clear }: Request): ExportFilter {
  return { servizio: service, dal: from, al: to, chiaro: clear };
}
