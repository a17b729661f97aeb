import type { Call } from '../shared/contract/api.ts';
import type { Day } from '../shared/domain/day.ts';
import { fail, ok, type Result } from '../shared/domain/result.ts';
import { openReadable, type OpenProblem, type ReadableLedger } from './ledger/open.ts';
import { createDispatch } from './operations/dispatch.ts';
import { createHandlers } from './operations/index.ts';
import { createParcels, type Parcel } from './parcels.ts';
import { isUpToDate } from './worker/rederive.ts';
import { createWriter, type WriterProblem } from './worker/threaded.ts';

export interface CoreEnvironment {
  /** The folder of the ledger; created when first needed. */
  readonly folder: string;
  today(): Day;
  now(): string;
  /** A defect: what was asked, and what was thrown. Nothing of it may reach a person unfiltered. */
  onDefect(incident: string, operation: string, error: unknown): void;
}

/** The program without a face: whoever stands in front of a person asks it by the names of the contract. */
export interface Core {
  readonly call: Call;
  /** Hands a file over; the handle goes into `documents.import`. */
  handOver(parcel: Parcel): string;
  close(): Promise<void>;
}

export function createCore(environment: CoreEnvironment): Core {
  const writer = createWriter(environment.folder);
  const parcels = createParcels();
  let readable: ReadableLedger | null = null;

  /** Only the writer creates and migrates; whoever looks waits for it when there is nothing to look at yet. */
  async function ledger(): Promise<Result<ReadableLedger, OpenProblem | WriterProblem>> {
    if (readable !== null) return ok(readable);
    let opened = openReadable(environment.folder);
    if (opened.ok && opened.value === null) {
      const created = await writer.open();
      if (!created.ok) return created;
      opened = openReadable(environment.folder);
    }
    if (!opened.ok) return opened;
    if (opened.value === null) return fail({ code: 'not-a-ledger' });
    if (!isUpToDate(opened.value)) {
      const updated = await writer.open();
      if (!updated.ok) return updated;
    }
    readable = opened.value;
    return ok(readable);
  }

  const handlers = createHandlers({
    today: () => environment.today(),
    now: () => environment.now(),
    ledger,
    writer,
    parcels,
  });
  return {
    call: createDispatch(handlers, (incident, operation, error) =>
      environment.onDefect(incident, operation, error),
    ),
    handOver: (parcel) => parcels.add(parcel),
    async close() {
      readable?.close();
      readable = null;
      await writer.close();
    },
  };
}
