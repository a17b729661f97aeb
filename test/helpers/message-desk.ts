import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createCore, type Core } from '../../src/main/core.ts';
import { takeTurn } from '../../src/main/hosts/lock.ts';
import type { Step } from '../../src/main/messages/outbox/environment.ts';
import type { Timeouts } from '../../src/main/messages/service/io-service.ts';
import type { Input, Output } from '../../src/shared/contract/api.ts';
import type { OperationName } from '../../src/shared/contract/operations.ts';
import { dayOfInstant } from '../../src/shared/domain/day.ts';
import type { MessageState } from '../../src/shared/domain/message/state.ts';
import type { IoService, IoServiceOptions } from '../fakes/io-service/options.ts';
import { automatic } from '../fakes/io-service/profiles.ts';
import { randomFrom } from '../fakes/io-service/random.ts';
import { startIoService } from '../fakes/io-service/server.ts';
import { service } from '../fakes/io-service/services.ts';
import { listOf, type ListRow } from './citizens.ts';
import { officeSettings } from './office.ts';

/** A clock that only moves when somebody waits, or a test moves it; the service goes by it too. */
export interface Clock {
  /** Ms since 1970. */
  now: number;
  /** How long everybody has waited altogether, ms. */
  waited: number;
}

type Message = Output<'outbox.messages'>['rows'][number];
type Run = Output<'outbox.run'>;

export interface MessageDesk {
  readonly io: IoService;
  readonly clock: Clock;
  readonly core: Core;
  /** Where the ledger is. */
  readonly archive: string;
  /** Where the journal outside it, the keys and the id of the computer are. */
  readonly office: string;
  /** What a script would give; may be changed until the core is opened again. */
  readonly environment: Record<string, string>;
  /** What was thrown at the door. */
  readonly defects: unknown[];
  ask<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** The code of the problem that is expected. */
  refused<Name extends OperationName>(name: Name, input: Input<Name>): Promise<string>;
  handOver(name: string, content: string): string;
  /** Prepares a campaign of a list, as the clerk does; returns what came of it. */
  prepare(
    all: readonly ListRow[] | string,
    choice?: Partial<Input<'campaigns.prepare'>>,
  ): Promise<Output<'campaigns.prepare'>>;
  /** Prepares and confirms it. */
  queue(
    all: readonly ListRow[] | string,
    choice?: Partial<Input<'campaigns.prepare'>>,
  ): Promise<Output<'campaigns.queue'> & { readonly campaign: number }>;
  send(options?: Input<'outbox.run'>): Promise<Run>;
  messages(states?: readonly MessageState[]): Promise<Message[]>;
  /** The only message there is. */
  only(): Promise<Message>;
  /** How many stand where. */
  byState(): Promise<Partial<Record<MessageState, number>>>;
  settings(change: Input<'messages.settings.write'>['settings']): Promise<void>;
  /** Ends the program and starts it again, perhaps on another folder or another computer. */
  reopen(place?: { archive?: string; office?: string }): Promise<void>;
  /** A second program on the same folder, at the same time. */
  second(): Core;
  /** For whoever opens many in one test. */
  close(): Promise<void>;
  copyOf(folder: string): string;
  putBack(copy: string, folder: string): void;
}

export interface DeskOptions {
  readonly io?: Omit<IoServiceOptions, 'now'>;
  readonly at?: string;
  readonly timeouts?: Partial<Timeouts>;
  readonly settings?: Input<'messages.settings.write'>['settings'];
  /** Hears each step of a message, after which what it throws ends the run. */
  readonly onStep?: (step: Step) => void;
}

export const tariKey = service('tari').primary;
export const mensaKey = service('mensa').primary;

/** A real core on real files, and the service beside it. A Tuesday, ten o'clock in Italy, when nobody says otherwise. */
export async function openMessageDesk(options: DeskOptions = {}): Promise<MessageDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-messaggi-'));
  const clock: Clock = { now: Date.parse(options.at ?? '2026-03-10T09:00:00.000Z'), waited: 0 };
  const io = await startIoService({ others: automatic, ...options.io, now: () => clock.now });
  const environment: Record<string, string> = {
    TREPALLINI_IO_URL: io.url,
    TREPALLINI_IO_KEY_TARI: tariKey,
    TREPALLINI_IO_KEY_MENSA: mensaKey,
  };
  let place = { archive: join(folder, 'archivio'), office: join(folder, 'questo-computer') };
  const defects: unknown[] = [];
  const random = randomFrom(7);
  let copies = 0;
  let drops = 0;

  function open(): Core {
    const { archive, office } = place;
    return createCore({
      folder: archive,
      demo: false,
      author: 'impiegata',
      version: '0.0.0',
      alone: false,
      today: () => {
        const day = dayOfInstant(new Date(clock.now).toISOString());
        if (!day.ok) throw new Error(day.problem.value);
        return day.value;
      },
      now: () => new Date(clock.now).toISOString(),
      onDefect: (_incident, _operation, error) => defects.push(error),
      office: {
        folder: office,
        environment,
        os: null,
        takeTurn: (file) => takeTurn(file, new Date(clock.now).toISOString()),
        pulse: {
          monotonic: () => clock.now,
          random,
          async sleep(ms, signal) {
            if (signal.aborted || ms <= 0) return;
            clock.now += ms;
            clock.waited += ms;
            // Whoever else waits for something gets a turn.
            await new Promise((resolve) => setTimeout(resolve, 0));
          },
          ...(options.timeouts !== undefined && { timeouts: options.timeouts }),
        },
      },
      ...(options.onStep !== undefined && { onStep: options.onStep }),
    });
  }

  let core = open();
  const others: Core[] = [];
  let closed: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closed ??= (async () => {
      await Promise.all([core, ...others].map((one) => one.close()));
      await io.close();
      rmSync(folder, { recursive: true, force: true });
    })();
    return closed;
  };
  onTestFinished(close);

  const desk: MessageDesk = {
    io,
    clock,
    environment,
    defects,
    get core() {
      return core;
    },
    get archive() {
      return place.archive;
    },
    get office() {
      return place.office;
    },
    async ask(name, input) {
      const answer = await core.call(name, input);
      if (answer.ok) return answer.value;
      throw new Error(`${name}: ${JSON.stringify(answer.problem)}`, { cause: defects.at(-1) });
    },
    async refused(name, input) {
      const answer = await core.call(name, input);
      if (answer.ok) throw new Error(`${name} was not refused: ${JSON.stringify(answer.value)}`);
      return answer.problem.code;
    },
    handOver(name, content) {
      const path = join(folder, `consegna-${(drops += 1)}`, name);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, content);
      return core.handOver({ path, name });
    },
    prepare: (all, choice = {}) =>
      desk.ask('campaigns.prepare', {
        service: 'tari',
        template: 'tari-avviso',
        list: desk.handOver('elenco.csv', typeof all === 'string' ? all : listOf(all)),
        ...choice,
      }),
    async queue(all, choice) {
      const { campaign } = await desk.prepare(all, choice);
      return { ...(await desk.ask('campaigns.queue', { id: campaign })), campaign };
    },
    send: (run = {}) => desk.ask('outbox.run', run),
    async messages(states = []) {
      const found: Message[] = [];
      for (let after = 0; ;) {
        const page = await desk.ask('outbox.messages', { filter: { states }, after, limit: 1_000 });
        found.push(...page.rows);
        if (page.next === null) return found;
        after = page.next;
      }
    },
    async only() {
      const found = await desk.messages();
      const [one] = found;
      if (one === undefined || found.length > 1) throw new Error(`${found.length} messages, not one`);
      return one;
    },
    async byState() {
      const counts: Partial<Record<MessageState, number>> = {};
      for (const { state } of await desk.messages()) counts[state] = (counts[state] ?? 0) + 1;
      return counts;
    },
    settings: async (settings) => void (await desk.ask('messages.settings.write', { settings })),
    async reopen(elsewhere = {}) {
      await core.close();
      place = { ...place, ...elsewhere };
      core = open();
    },
    second() {
      const other = open();
      others.push(other);
      return other;
    },
    close,
    copyOf(from) {
      const copy = join(folder, `copia-${(copies += 1)}`);
      cpSync(from, copy, { recursive: true });
      return copy;
    },
    putBack(copy, to) {
      rmSync(to, { recursive: true, force: true });
      cpSync(copy, to, { recursive: true });
    },
  };
  await desk.ask('settings.write', {
    settings: {
      ...officeSettings,
      servizi: [...(officeSettings.servizi ?? []), { id: 'mensa', nome: 'Mensa', codici: ['02'] }],
    },
  });
  if (options.settings !== undefined) await desk.settings(options.settings);
  return desk;
}

/** Stored messages by what they are about: nothing may be there twice. */
export function storedTwice(io: Pick<IoService, 'stored'>): string[] {
  const seen = new Set<string>();
  return io.stored.flatMap(({ service: of, fiscalCode, message }) => {
    const { payment, subject } = message.content;
    const name = [of, fiscalCode, payment?.noticeNumber ?? subject].join(' ');
    if (seen.has(name)) return [name];
    seen.add(name);
    return [];
  });
}

/** Lines of a journal. */
export function journalOf(file: string): { type: string; seq: number; key: string; outcome?: string }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { type: string; seq: number; key: string; outcome?: string });
}
