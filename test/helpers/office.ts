import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createCore, type Core } from '../../src/main/core.ts';
import type { Input, Output } from '../../src/shared/contract/api.ts';
import { importedDocuments, type ImportedDocument } from '../../src/shared/contract/imported-documents.ts';
import type { OperationName } from '../../src/shared/contract/operations.ts';
import { isDay, type Day } from '../../src/shared/domain/day.ts';
import type { Policies } from '../../src/shared/domain/policies.ts';
import type { Status } from '../../src/shared/domain/verdict.ts';
import { officeSettings, type Settings } from './settings.ts';

export { officeSettings } from './settings.ts';

export type Paper = string | Uint8Array;
type Dashboard = Output<'dashboard.read'>;

/** What became of each paper of a drop, and of its giornali together. */
export interface Dropped {
  readonly documents: readonly ImportedDocument[];
  readonly report: Output<'documents.import'>['report'];
}

export interface Office {
  /** Imports papers by name, all in one drop; returns what became of each. */
  drop(papers: Readonly<Record<string, Paper>>): Promise<Dropped>;
  /** Hands papers over by name, without importing them; returns their parcels. */
  handOver(papers: Readonly<Record<string, Paper>>): string[];
  undo(id: number): Promise<void>;
  readonly core: Core;
  /** What its core told of defects. */
  readonly defects: readonly unknown[];
  /** Where its files are. */
  readonly folder: string;
  /** Asks anything of the contract; bad news is thrown. */
  ask<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  payments(status?: Status): Promise<Output<'payments.list'>['rows']>;
  flussi(): Promise<Output<'flussi.list'>['rows']>;
  provvisori(): Promise<Output<'provvisori.list'>['rows']>;
  dashboard(): Promise<Dashboard>;
  history(): Promise<Output<'documents.list'>['rows']>;
  settings(settings: Settings): Promise<void>;
  /** One digest of everything the ledger says; also checks that the ledger is sound. */
  digest(): Promise<string>;
  today(day: string): void;
  /** The same ledger, after the program was closed and opened again. */
  reopened(): Promise<Office>;
  close(): Promise<void>;
}

/** A real core on a real file, in a folder that goes when the test ends. */
export async function openOffice(
  options: {
    today?: string;
    settings?: Settings | null;
    demo?: boolean;
    folder?: string;
    now?: () => string;
    policies?: Policies;
  } = {},
): Promise<Office> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'tre-pallini-'));
  const defects: unknown[] = [];
  let today = dayOf(options.today ?? '2026-03-31');
  let drops = 0;
  const core = createCore({
    folder: join(folder, 'archivio'),
    demo: options.demo ?? false,
    author: 'impiegata',
    version: '0.0.0',
    alone: true,
    ...(options.policies === undefined ? {} : { policies: options.policies }),
    today: () => today,
    now: options.now ?? (() => '2026-03-31T10:00:00.000Z'),
    onDefect: (_incident, _operation, error) => defects.push(error),
  });
  const close = async (): Promise<void> => {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  };
  onTestFinished(close);

  async function ask<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
    const answer = await core.call(name, input);
    if (answer.ok) return answer.value;
    throw new Error(`${name}: ${JSON.stringify(answer.problem)}`, { cause: defects.at(-1) });
  }

  const office: Office = {
    core,
    defects,
    folder,
    ask,
    handOver(papers) {
      const at = join(folder, `drop-${(drops += 1)}`);
      return Object.entries(papers).map(([name, content]) => {
        const path = join(at, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
        return core.handOver({ path, name });
      });
    },
    async drop(papers) {
      const { documents, report } = await ask('documents.import', { parcels: office.handOver(papers) });
      const all: ImportedDocument[] = [];
      for await (const page of importedDocuments(core.call, documents)) {
        if (!page.ok) throw new Error(JSON.stringify(page.problem));
        all.push(...page.value);
      }
      return { documents: all, report };
    },
    // Whatever left: who wants to be asked first asks the core.
    undo: async (id) => void (await ask('documents.undo', { id, anyway: true })),
    payments: (status) =>
      rowsOf((after) =>
        ask('payments.list', { filter: { statuses: status === undefined ? [] : [status] }, after }),
      ),
    flussi: () => rowsOf((after) => ask('flussi.list', { after })),
    provvisori: () => rowsOf((after) => ask('provvisori.list', { after })),
    dashboard: () => ask('dashboard.read', {}),
    history: () => rowsOf((after) => ask('documents.list', { after })),
    settings: async (settings) => void (await ask('settings.write', { settings })),
    async digest() {
      const { ok, findings, digest } = await ask('ledger.verify', {});
      if (!ok) throw new Error(`the ledger is not sound: ${JSON.stringify(findings)}`);
      return digest;
    },
    today: (day) => void (today = dayOf(day)),
    async reopened() {
      await core.close();
      return openOffice({ ...options, today, settings: null, folder });
    },
    close,
  };
  if (options.settings !== null) await office.settings(options.settings ?? officeSettings);
  return office;
}

/** Every row of a list, however many pages it has. */
async function rowsOf<Row>(
  page: (after: string | null) => Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const found = await page(after);
    rows.push(...found.rows);
    if (found.next === null) return rows;
    after = found.next;
  }
}

export function dayOf(text: string): Day {
  if (!isDay(text)) throw new Error(`not a day: ${text}`);
  return text;
}
