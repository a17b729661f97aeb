import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { faultNames, operations, type FaultName, type Operation, type Script } from './faults.ts';
import { automatic, type Profile } from './profiles.ts';
import { startIoService } from './server.ts';
import { service, type ServiceSettings } from './services.ts';

// The service as a program of its own: it outlives whoever is killed while talking to it. Prints its address, then serves
// until it is ended. `--setup` names a file with `services` (each at least an `id`) and `profiles` by codice fiscale.
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    ledger: { type: 'string' },
    seed: { type: 'string', default: '1' },
    latency: { type: 'string', default: '80-400' },
    late: { type: 'string', default: '95000' },
    'process-after': { type: 'string', default: '2000' },
    'date-offset': { type: 'string', default: '0' },
    stolen: { type: 'string', default: '0' },
    /** Everybody who is not in the set-up: `automatic` or `absent`. */
    others: { type: 'string', default: 'automatic' },
    setup: { type: 'string' },
    /** What happens to the next messages, as in `ok,store-close,wait:95000,ok`. */
    script: { type: 'string', default: '' },
    /** From 0 to 1; with it, what may happen and to which calls. */
    chance: { type: 'string', default: '0' },
    faults: { type: 'string', default: faultNames.join(',') },
    calls: { type: 'string', default: 'message' },
  },
});

interface Setup {
  readonly services?: readonly (Partial<ServiceSettings> & { readonly id: string })[];
  readonly profiles?: Readonly<Record<string, Profile | null>>;
}

const setup: Setup =
  values.setup === undefined ? {} : (JSON.parse(readFileSync(values.setup, 'utf8')) as Setup);
const [min = 0, max = min] = values.latency.split('-').map(Number);

const io = await startIoService({
  port: Number(values.port),
  seed: Number(values.seed),
  latencyMs: { min, max },
  delivery: { lateMs: Number(values.late) },
  processAfterMs: Number(values['process-after']),
  dateOffsetMs: Number(values['date-offset']),
  limit: { calls: 150, windowMs: 5000, stolen: Number(values.stolen) },
  others: values.others === 'absent' ? null : automatic,
  faults: {
    seed: Number(values.seed),
    chance: Number(values.chance),
    operations: values.calls.split(',').map(asOperation),
    names: values.faults.split(',').map(asFault),
  },
  ...(setup.services === undefined ? {} : { services: setup.services.map((one) => service(one.id, one)) }),
  ...(setup.profiles === undefined ? {} : { profiles: setup.profiles }),
  ...(values.ledger === undefined ? {} : { ledgerFile: values.ledger }),
});
if (values.script !== '') io.faults.script('message', ...values.script.split(',').map(asScript));
process.stdout.write(`${io.url}\n`);

function asScript(word: string): Script {
  const pause = /^wait:(\d+)$/.exec(word);
  if (pause !== null) return { waitMs: Number(pause[1]) };
  return word === 'ok' ? word : asFault(word);
}

function asFault(word: string): FaultName {
  const found = faultNames.find((name) => name === word);
  if (found === undefined) throw new Error(`no fault ${word}: there are ${faultNames.join(', ')}`);
  return found;
}

function asOperation(word: string): Operation {
  const found = operations.find((name) => name === word);
  if (found === undefined) throw new Error(`no calls ${word}: there are ${operations.join(', ')}`);
  return found;
}
