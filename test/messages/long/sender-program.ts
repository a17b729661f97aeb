import { createCore } from '../../../src/main/core.ts';
import { today, now } from '../../../src/main/hosts/clock.ts';
import { takeTurn } from '../../../src/main/hosts/lock.ts';
import { service } from '../../fakes/io-service/services.ts';

// A program that sends what is queued in a folder, to be ended in the middle by whoever started it, or by itself at a
// step. Says `sending` when the first message is chosen, and at the end what the run came to.
const [archive = '', office = '', url = '', fatal = ''] = process.argv.slice(2);
const [fatalStep = '', nth = '1'] = fatal.split(':');
let seen = 0;
let said = false;

const core = createCore({
  folder: archive,
  demo: false,
  author: 'impiegata',
  version: '0.0.0',
  alone: false,
  today,
  now,
  onDefect: (_incident, operation, error) => process.stderr.write(`${operation}: ${String(error)}\n`),
  office: {
    folder: office,
    environment: { TREPALLINI_IO_URL: url, TREPALLINI_IO_KEY_TARI: service('tari').primary },
    os: null,
    takeTurn: (file) => takeTurn(file, now()),
  },
  onStep(step) {
    if (!said) process.stdout.write('sending\n');
    said = true;
    if (step !== fatalStep) return;
    seen += 1;
    // Not even the end of the process is heard of by anything in it.
    if (seen === Number(nth)) process.kill(process.pid, 'SIGKILL');
  },
});
const run = await core.call('outbox.run', { ignoreHours: true, pace: 1_000 });
await core.close();
process.stdout.write(`${JSON.stringify(run)}\n`);
