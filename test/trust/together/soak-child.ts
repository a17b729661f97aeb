import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCore } from '../../../src/main/core.ts';
import { ledgerFile } from '../../../src/main/ledger/open.ts';
import { addDays } from '../../../src/shared/domain/day.ts';
import { dayOf } from '../../helpers/office.ts';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aRicevuta,
  aSospeso,
  anIuf,
  causaleOf,
  ourSettings,
} from '../../scenarios/papers.ts';

// A month at one desk that is never closed: so many drops, one payment each. Tells what it took after a fifth, and in the end.
const [, , folder = '', count = '100'] = process.argv;
const drops = Number(count);
let today = dayOf('2026-03-01');

const core = createCore({
  folder: join(folder, 'archivio'),
  demo: false,
  author: 'impiegata',
  version: '0.0.0',
  alone: true,
  today: () => today,
  now: () => `${today}T10:00:00.000Z`,
  onDefect: (_incident, operation, error) => {
    throw new Error(operation, { cause: error });
  },
});
await core.call('settings.write', { settings: ourSettings });

let [early, walBytes] = [0, 0];
for (let n = 1; n <= drops; n++) {
  today = addDays(dayOf('2026-03-01'), Math.floor((n / drops) * 30));
  const payment = aPayment(n, 1_000 + n);
  const papers = {
    'rt.xml': aRicevuta(payment),
    'fdr.xml': aFlusso(anIuf(n), [payment]),
    'gdc.xml': aGiornale([aSospeso(String(n), payment.cents, causaleOf(anIuf(n)))], { to: today }),
  };
  const at = join(folder, `carte-${n}`);
  mkdirSync(at);
  const parcels = Object.entries(papers).map(([name, content]) => {
    writeFileSync(join(at, name), content);
    return core.handOver({ path: join(at, name), name });
  });
  const answer = await core.call('documents.import', { parcels });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  await core.call('dashboard.read', {});
  walBytes = Math.max(walBytes, statSync(`${ledgerFile(join(folder, 'archivio'))}-wal`).size);
  if (n === Math.ceil(drops / 5)) early = settledMemory();
}
const late = settledMemory();
const verified = await core.call('ledger.verify', {});
await core.close();
process.stdout.write(JSON.stringify({ early, late, walBytes, verified: verified.ok && verified.value.ok }));

/** Resident memory, the threads' as well, when what nobody needs has gone. */
function settledMemory(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}
