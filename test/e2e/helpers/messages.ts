import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoComune } from '../../../src/main/demo/comune.ts';
import { inventPerson } from '../../../src/main/demo/people.ts';
import { createRandom } from '../../../src/main/demo/random.ts';
import type { Core } from '../../../src/main/core.ts';
import type { Input, Output } from '../../../src/shared/contract/api.ts';
import type { OperationName } from '../../../src/shared/contract/operations.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { automatic } from '../../fakes/io-service/profiles.ts';
import { startIoService } from '../../fakes/io-service/server.ts';
import type { IoService } from '../../fakes/io-service/options.ts';
import { service } from '../../fakes/io-service/services.ts';
import { openCore } from './core.ts';
import { startHost, type Host } from './host.ts';

/** A window on a ledger with a queue of messages, and the service that takes them. */
export interface MessagesDesk {
  readonly host: Host;
  readonly io: IoService;
  readonly close: () => Promise<void>;
}

/** Pretends to be on this day, unless a test needs another one. */
const usualDay = '2026-11-30' as Day;

/** `rows` avvisi of the TARI, confirmed; a message may leave at any hour. */
export async function openMessagesDesk(
  rows: number,
  prepare: (ask: Ask) => Promise<unknown> = async () => undefined,
  today: Day = usualDay,
): Promise<MessagesDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-messaggi-'));
  const home = join(folder, 'archivio');
  const io = await startIoService({
    services: [service('tari'), service('mensa')],
    others: automatic,
    latencyMs: { min: 1, max: 5 },
    // Longer than it takes to send a queue, so that a test can ask before and after.
    processAfterMs: 4_000,
    visibleAfterMs: 0,
  });
  await fillQueue(home, folder, rows, prepare, today);
  const host = await startHost(home, ['--oggi', today], {
    XDG_DATA_HOME: join(folder, 'computer'),
    TREPALLINI_IO_URL: io.url,
  });
  return {
    host,
    io,
    async close() {
      await host.stop();
      await io.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Ask = <Name extends OperationName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;

async function fillQueue(
  home: string,
  folder: string,
  rows: number,
  prepare: (ask: Ask) => Promise<unknown>,
  today: Day,
): Promise<void> {
  const core = openCore(home, today);
  const ask: Ask = (name, input) => answered(core, name, input);
  const { settings } = demoComune(today);
  await ask('settings.write', {
    settings: {
      ...settings,
      servizi: [
        { id: 'tari', nome: 'TARI', codici: [] },
        { id: 'mensa', nome: 'Mensa scolastica', codici: [] },
      ],
    },
  });
  await ask('messages.settings.write', {
    settings: {
      from: '00:00',
      to: '23:59',
      workingDaysOnly: false,
      pace: 15,
      testUsers: [inventPerson(createRandom(7)).codiceFiscale],
    },
  });
  const path = join(folder, 'tari.csv');
  writeFileSync(path, listOf(rows));
  const list = core.handOver({ path, name: 'tari.csv' });
  const { campaign } = await ask('campaigns.prepare', {
    service: 'tari',
    template: 'tari-avviso',
    list,
    name: 'TARI 2026',
  });
  await ask('campaigns.queue', { id: campaign });
  await prepare(ask);
  await core.close();
}

async function answered<Name extends OperationName>(
  core: Core,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const told = await core.call(name, input);
  if (!told.ok) throw new Error(`${name}: ${JSON.stringify(told.problem)}`);
  return told.value;
}

function listOf(rows: number): string {
  const random = createRandom(1);
  const lines = Array.from({ length: rows }, (_, n) => {
    const { name, codiceFiscale } = inventPerson(random);
    const sixteen = `30100000${String(10_000_000 + n)}`;
    const notice = `${sixteen}${String(Number(sixteen) % 93).padStart(2, '0')}`;
    return `${codiceFiscale};${name};${notice};${40 + n},50;16/12/2099`;
  });
  return ['Codice fiscale;Nominativo;Numero avviso;Importo;Scadenza', ...lines].join('\n');
}
