import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { demoComune } from '../../../src/main/demo/comune.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { listExample, profileExample } from '../../helpers/examples.ts';
import { openMessageDesk, type MessageDesk } from '../../helpers/message-desk.ts';
import { recipientsExample } from '../../helpers/message-examples.ts';
import type { Pool } from './payloads.ts';

export interface FuzzOffice {
  readonly desk: MessageDesk;
  /** What stands in the ledger. */
  pool(): Promise<Pool>;
  /** Changes when anybody writes to the ledger. */
  commits(): unknown;
  /** Everything that the folders of the ledger and of the computer hold, and what the ledger says. */
  state(): Promise<string>;
}

/** An office with papers, people and a queue, in folders that go when the test ends. */
export async function aFuzzOffice(): Promise<FuzzOffice> {
  const desk = await openMessageDesk();
  const { files, settings } = demoComune('2026-03-10' as Day);
  await desk.ask('settings.write', { settings });
  const parcels = files.slice(0, 12).map(({ path, bytes }) => handOver(desk, path, bytes));
  await desk.ask('documents.import', { parcels });
  await desk.ask('decisions.make', { decision: await aDecision(desk) });
  const list = desk.handOver(recipientsExample.name, recipientsExample.content);
  await desk.ask('campaigns.prepare', { service: 'tari', template: 'tari-avviso', list });
  await desk.ask('programs.create', { name: 'Controllo di gestione' });
  const watcher = new Database(join(desk.archive, 'tre-pallini.db'), { readonly: true });
  onTestFinished(() => void watcher.close());
  return {
    desk,
    pool: () => poolOf(desk),
    commits: () => watcher.pragma('data_version', { simple: true }),
    async state() {
      const { digest } = await desk.ask('ledger.verify', {});
      const { revision } = await desk.ask('ledger.revision', {});
      return JSON.stringify([digest, revision, filesIn(desk.archive), filesIn(desk.office)]);
    },
  };
}

function handOver(desk: MessageDesk, name: string, bytes: Uint8Array): string {
  const path = join(desk.archive, '..', name.replaceAll('/', '-'));
  writeFileSync(path, bytes);
  return desk.core.handOver({ path, name });
}

async function aDecision(desk: MessageDesk) {
  const { rows } = await desk.ask('provvisori.list', { limit: 1 });
  const [row] = rows;
  if (row === undefined) throw new Error('the papers name no provvisorio');
  const { esercizio, numero, conto } = row;
  return {
    kind: 'note',
    target: { type: 'provvisorio', esercizio, numero, conto },
    text: 'chiesto in banca',
  } as const;
}

/** Every value of a few answers, by its name: what questions may name. */
async function poolOf(desk: MessageDesk): Promise<Pool> {
  const answers = [
    await desk.ask('payments.list', { limit: 3 }),
    await desk.ask('flussi.list', { limit: 3 }),
    await desk.ask('provvisori.list', { limit: 3 }),
    await desk.ask('documents.list', { limit: 3 }),
    await desk.ask('drops.list', { limit: 3 }),
    await desk.ask('decisions.list', { limit: 3 }),
    await desk.ask('outbox.messages', { limit: 3 }),
    await desk.ask('templates.list', {}),
  ];
  const found: Record<string, unknown[]> = Object.create(null) as Record<string, unknown[]>;
  const gather = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value) && (typeof inner === 'string' || typeof inner === 'number'))
        (found[key] ??= []).push(inner);
      gather(inner);
    }
  };
  for (const answer of answers) gather(answer);
  const names = [
    'iuv',
    'iur',
    'index',
    'iuf',
    'esercizio',
    'numero',
    'conto',
    'importedAt',
    'key',
    'document',
  ];
  const parcel = desk.handOver(listExample.name, listExample.content);
  const list = desk.handOver(recipientsExample.name, recipientsExample.content);
  return {
    ...Object.fromEntries(names.map((name) => [name, [...new Set(found[name])].slice(0, 5)])),
    id: [1, 2, 3],
    row: [0, 1, 2],
    service: ['tari', 'mensa'],
    template: ['tari-avviso', 'tari-scadenza'],
    parcel: [parcel, list],
    parcels: [parcel],
    list: [list],
    from: ['2026-01-01', '2026-03-01'],
    to: ['2026-03-31', '2026-02-30'],
    actDay: ['2026-01-15', '2026-02-30'],
    profile: [profileExample],
    fiscalCode: ['RSSMRA80A01H501U'],
    codiceFiscale: ['RSSMRA80A01H501U', '80001234567'],
    // What is no absolute path is refused anyway, and nothing must be written outside of this folder.
    secondFolder: [null, join(desk.archive, 'prova'), 'relativa', join(desk.archive, '..')],
  };
}

/**
 * Name and content of every file, but those of SQLite, which the digest stands for, and the sentinel: it notes that the state
 * was asked for.
 */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.db(-wal|-shm)?$|\.sentinella\.json$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`);
}
