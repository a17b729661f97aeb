import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createCore } from '../../../src/main/core.ts';
import { now, today } from '../../../src/main/hosts/clock.ts';
import { takeTurn } from '../../../src/main/hosts/lock.ts';
import { steps } from '../../../src/main/messages/outbox/environment.ts';
import type { Input, Output } from '../../../src/shared/contract/api.ts';
import type { OperationName } from '../../../src/shared/contract/operations.ts';
import { randomFrom } from '../../fakes/io-service/random.ts';
import { listOf, rows } from '../../helpers/citizens.ts';
import { officeSettings } from '../../helpers/office.ts';
import { found } from '../../trust/figures.ts';

// A real program, ended without a word in the middle of sending and started again, until all is sent. The service outlives
// it, and what the service has on its disk is the judge.

/** 200 for the long run: `TREPALLINI_KILLS=200 npx vitest run --project slow test/messages/long`. */
const kills = Number(process.env['TREPALLINI_KILLS'] ?? '16');
const seed = Number(process.env['TREPALLINI_SEED'] ?? '1');

type Message = Output<'outbox.messages'>['rows'][number];
interface Stored {
  readonly id: string;
  readonly fiscalCode: string;
  readonly noticeNumber: string;
}

const program = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

async function aPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-crash-'));
  const ledgerFile = join(folder, 'servizio.jsonl');
  const fake = spawn(
    process.execPath,
    [
      program('../../fakes/io-service/main.ts'),
      '--ledger',
      ledgerFile,
      '--latency=0-4',
      '--process-after=0',
      '--stolen=-1000000',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => {
    fake.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  const [url] = (await once(createInterface(fake.stdout), 'line')) as [string];
  const archive = join(folder, 'archivio');
  const office = join(folder, 'questo-computer');

  /** One program that does something and ends. */
  async function open<T>(
    work: (
      ask: <Name extends OperationName>(name: Name, input: Input<Name>) => Promise<Output<Name>>,
      hand: (content: string) => string,
    ) => Promise<T>,
  ): Promise<T> {
    const core = createCore({
      folder: archive,
      demo: false,
      author: 'impiegata',
      version: '0.0.0',
      alone: false,
      today,
      now,
      onDefect: (_incident, _operation, error) => {
        throw error;
      },
      office: { folder: office, environment: {}, os: null, takeTurn: (file) => takeTurn(file, now()) },
    });
    try {
      return await work(
        async (name, input) => {
          const answer = await core.call(name, input);
          if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
          return answer.value;
        },
        (content) => {
          const path = join(folder, 'elenco.csv');
          writeFileSync(path, content);
          return core.handOver({ path, name: 'elenco.csv' });
        },
      );
    } finally {
      await core.close();
    }
  }

  return {
    open,
    async queue(count: number): Promise<void> {
      await open(async (ask, hand) => {
        await ask('settings.write', { settings: officeSettings });
        const { campaign } = await ask('campaigns.prepare', {
          service: 'tari',
          template: 'tari-avviso',
          list: hand(listOf(rows(count).map((row) => ({ ...row, due: '16/12/2099' })))),
        });
        expect(await ask('campaigns.queue', { id: campaign })).toMatchObject({ queued: count });
      });
    },
    messages: (): Promise<readonly Message[]> =>
      open(async (ask) => (await ask('outbox.messages', { limit: 1_000 })).rows),
    /** Starts the sender; `end` says when it is to die: at a step, or so many ms after its first message. */
    async send(end: { step: string } | { afterMs: number } | null): Promise<'killed' | 'ended'> {
      const fatal = end !== null && 'step' in end ? [end.step] : [];
      const child = spawn(process.execPath, [program('sender-program.ts'), archive, office, url, ...fatal], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
      if (end !== null && 'afterMs' in end) {
        await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
        await wait(end.afterMs);
        child.kill('SIGKILL');
      }
      const [code, signal] = await ended;
      if (signal === 'SIGKILL') return 'killed';
      expect(code).toBe(0);
      return 'ended';
    },
    stored: (): Stored[] =>
      (existsSync(ledgerFile) ? readFileSync(ledgerFile, 'utf8') : '')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Stored),
  };
}

type Place = Awaited<ReturnType<typeof aPlace>>;

function nameOf({ fiscalCode, noticeNumber }: { fiscalCode: string; noticeNumber: string | null }): string {
  return `${fiscalCode} ${noticeNumber ?? ''}`;
}

/** What must be true whenever nobody is sending. */
async function judge(place: Place): Promise<void> {
  const stored = new Map<string, string>();
  for (const one of place.stored()) {
    expect(stored.has(nameOf(one)), `${nameOf(one)} was stored twice`).toBe(false);
    stored.set(nameOf(one), one.id);
  }
  const wrong = (await place.messages()).filter((message) => {
    const id = stored.get(nameOf(message));
    const { state, messageId } = message;
    if (state === 'accepted') return messageId === null ? id === undefined : messageId !== id;
    return id === undefined ? !['queued', 'uncertain'].includes(state) : state !== 'uncertain';
  });
  expect(wrong).toEqual([]);
}

/** The rest is sent; of what nobody knows a person finds out, and has it written again where it never arrived. */
async function settleAll(place: Place, count: number): Promise<void> {
  expect(await place.send(null)).toBe('ended');
  await judge(place);
  const arrived = new Set(place.stored().map(nameOf));
  const doubts = (await place.messages()).filter(({ state }) => state === 'uncertain');
  await place.open(async (ask) => {
    for (const doubt of doubts)
      await ask('outbox.settle', {
        key: doubt.key,
        how: arrived.has(nameOf(doubt)) ? 'inviato' : 'reinvia',
      });
  });
  expect(await place.send(null)).toBe('ended');
  expect((await place.messages()).map(({ state }) => state)).toEqual(
    Array.from({ length: count }, () => 'accepted'),
  );
  const names = place.stored().map(nameOf);
  expect(new Set(names).size).toBe(count);
  expect(names).toHaveLength(count);
}

test('R04 ended at each step of a message, the first and a later one, it loses none and doubles none', async () => {
  const place = await aPlace();
  const count = 2 * steps.length * 2;
  await place.queue(count);
  for (const step of steps)
    for (const nth of [1, 2]) {
      expect(await place.send({ step: `${step}:${nth}` })).toBe('killed');
      await judge(place);
    }
  await settleAll(place, count);
  found('R04', `${2 * steps.length} kill -9, due a ogni passo dell’invio: 0 doppi, 0 persi`);
}, 120_000);

test(`R04 ended at ${kills} random moments, it loses none and doubles none`, async () => {
  const random = randomFrom(seed);
  // So many that there is something left to send at nearly every start.
  const count = Math.min(1_000, kills * 5);
  let killed = 0;
  let messages = 0;
  while (killed < kills) {
    const place = await aPlace();
    await place.queue(count);
    const before = killed;
    while (killed < kills && (await place.send({ afterMs: random() * 60 })) === 'killed') killed += 1;
    expect(killed).toBeGreaterThan(before);
    await judge(place);
    await settleAll(place, count);
    messages += count;
  }
  found(
    'R04',
    `${killed} kill -9 a caso su ${messages} messaggi: 0 doppi, 0 persi, i dubbi tutti da verificare`,
  );
}, 1_800_000);
