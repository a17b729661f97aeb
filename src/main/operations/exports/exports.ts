import { rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { CallOptions, Checked, Handlers, Output } from '../../../shared/contract/api.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { consumer as consumerSchema } from '../../../shared/contract/schemas/exports.ts';
import { exportFormats, type ExportFilter } from '../../../shared/domain/export.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { cursorOf, listCursors } from '../../ledger/consumers.ts';
import { openSnapshot, type ReadableLedger } from '../../ledger/open.ts';
import { readSettings } from '../../ledger/settings.ts';
import type { GivenFile } from '../../worker/consumer-jobs.ts';
import type { Environment } from '../environment.ts';
import { changesFor } from './changes-for.ts';
import { departingFile, type DepartingFile } from './departing-file.ts';
import { makers } from './registry.ts';

type Answered = Extract<keyof Handlers, `exports.${string}` | `consumers.${string}`>;

export function exportHandlers(environment: Environment): Pick<Handlers, Answered> {
  const unconfirmed = createUnconfirmed();
  return {
    async 'exports.make'(request, options) {
      // Created and brought up to date, where it must be.
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const snapshot = openSnapshot(environment.folder);
      if (!snapshot.ok) return snapshot;
      if (snapshot.value === null) return fail({ code: 'not-a-ledger' });
      try {
        const made = await make(environment, snapshot.value, request, options);
        if (!made.ok) return made;
        const { path, name, rows, given } = made.value;
        const parcel = environment.parcels.offer({ name, path });
        if (given !== null) unconfirmed.add(parcel, given);
        return ok({ parcel, name, rows });
      } finally {
        snapshot.value.close();
      }
    },
    async 'exports.confirm'({ parcel, written }) {
      const given = unconfirmed.take(parcel);
      if (given === null) return fail({ code: 'no-such-parcel', parcel });
      try {
        if (!written) return ok({});
        const kept = await environment.writer.run('keep-given', given, { now: environment.now() });
        return kept.ok ? ok({}) : kept;
      } finally {
        rmSync(given.notes, { force: true });
      }
    },
    async 'consumers.list'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok({ consumers: consumersOf(ledger.value) }) : ledger;
    },
    async 'consumers.forget'({ name }) {
      const forgotten = await environment.writer.run('forget-consumer', { name }, { now: environment.now() });
      return forgotten.ok ? ok({}) : forgotten;
    },
  };
}

interface Made {
  readonly path: string;
  readonly name: string;
  readonly rows: number;
  /** What a consumer will have when it has the file. */
  readonly given: GivenFile | null;
}

async function make(
  { folder, today, now }: Environment,
  ledger: ReadableLedger,
  request: Checked<'exports.make'>,
  { signal, onProgress }: CallOptions<'exports.make'>,
): Promise<Result<Made, Problem>> {
  const { name, service, from, to, clear, consumer } = request;
  const settings = readSettings(ledger);
  if (service !== null && settings.servizi.every(({ id }) => id !== service))
    return fail({ code: 'not-found', what: 'service', name: service });
  const format = request.format ?? exportFormats[name][0];
  const filter: ExportFilter = { servizio: service, dal: from, al: to, chiaro: clear };
  const cursorName = consumer === null ? null : { consumer, export: name, filter: JSON.stringify(filter) };
  const cursor = cursorName === null ? null : cursorOf(ledger, cursorName);
  const files: DepartingFile[] = [];
  const newFile = async (): Promise<DepartingFile> => {
    const file = await departingFile(folder);
    files.push(file);
    return file;
  };
  const giveUp = async (problem: Problem): Promise<Result<Made, Problem>> => {
    for (const opened of files) await opened.drop();
    return fail(problem);
  };
  try {
    const file = await newFile();
    const notes = cursorName === null ? null : await newFile();
    const rows = await makers[name]({
      ledger,
      settings,
      today: today(),
      filter,
      format,
      head: {
        esportazione: name,
        ente: settings.ente,
        generato: now(),
        oggi: today(),
        filtro: { ...filter, consumatore: consumer },
      },
      changes: notes === null ? null : changesFor(ledger, cursor, notes),
      write: (content) => file.write(content),
      async breathe(done, total) {
        onProgress?.({ step: 'export', done, total, unit: 'items', file: null });
        await setImmediate();
        if (signal?.aborted === true) throw new Stopped();
      },
    });
    for (const opened of files) await opened.close();
    // A consumer for whom nothing is new gets a file that says so: whoever waits for it every night is not told of an error.
    if (rows === 0 && cursorName === null) return await giveUp({ code: 'nothing-to-export' });
    return ok({
      path: file.path,
      name: `${name}.${format}`,
      rows,
      given:
        cursorName === null || notes === null
          ? null
          : { cursor: cursorName, from: cursor?.moves ?? null, notes: notes.path, rows },
    });
  } catch (error) {
    if (error instanceof Stopped) return giveUp({ code: 'cancelled' });
    if (isDiskFull(error)) return giveUp({ code: 'disk-full' });
    for (const opened of files) await opened.drop();
    throw error;
  }
}

class Stopped extends Error {}

function isDiskFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL';
}

/** Files that consumers may have by now. Those that nobody confirms do not stay for ever. */
function createUnconfirmed() {
  const waiting = new Map<string, GivenFile>();
  function take(parcel: string): GivenFile | null {
    const given = waiting.get(parcel) ?? null;
    waiting.delete(parcel);
    return given;
  }
  return {
    add(parcel: string, given: GivenFile): void {
      waiting.set(parcel, given);
      const [oldest] = waiting.keys();
      if (waiting.size <= 20 || oldest === undefined) return;
      const dropped = take(oldest);
      if (dropped !== null) rmSync(dropped.notes, { force: true });
    },
    take,
  };
}

function consumersOf(ledger: ReadableLedger): Output<'consumers.list'>['consumers'] {
  return listCursors(ledger).map(({ consumer, filter, ...told }) =>
    consumerSchema.parse({ ...told, name: consumer, filter: JSON.parse(filter) }),
  );
}
