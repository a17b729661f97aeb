import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createCore, type Core } from '../../src/main/core.ts';
import { takeTurn } from '../../src/main/hosts/lock.ts';
import type { Input, Output } from '../../src/shared/contract/api.ts';
import type { OperationName } from '../../src/shared/contract/operations.ts';
import type { Problem } from '../../src/shared/contract/problems.ts';
import { dayOfInstant, type Day } from '../../src/shared/domain/day.ts';
import { automatic } from '../fakes/io-service/profiles.ts';
import type { IoService } from '../fakes/io-service/options.ts';
import { startIoService } from '../fakes/io-service/server.ts';
import { service } from '../fakes/io-service/services.ts';
import { officeSettings } from './office.ts';

/** A window in front of a ledger, on a computer that can send. */
export interface SendingWindow {
  readonly core: Core;
  ask<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** The bad news of a question that must not be answered. */
  refused<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Problem>;
  handOver(name: string, content: string): string;
  /** Imports one paper. */
  drop(name: string, content: string): Promise<void>;
  close(): Promise<void>;
}

export interface SendingOffice {
  readonly io: IoService;
  readonly folder: string;
  /** Puts the clock of the computer, and of the service, at an instant. */
  clock(instant: string): void;
  /** Opens a window; `alone`: as one that people open, which looks each day whom to write to. */
  open(alone?: boolean): SendingWindow;
}

const services = ['tari', 'mensa', 'cie'];

/** An office with a service of IO that everybody uses, in a folder that goes when the test ends. */
export async function aSendingOffice(instant: string): Promise<SendingOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-io-'));
  let now = instant;
  const io = await startIoService({
    services: services.map((id) => service(id)),
    others: automatic,
    now: () => Date.parse(now),
  });
  const windows: SendingWindow[] = [];
  onTestFinished(async () => {
    await Promise.all(windows.map((window) => window.close()));
    await io.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const keys = services.map((id) => [`TREPALLINI_IO_KEY_${id.toUpperCase()}`, service(id).primary]);
  const environment = { TREPALLINI_IO_URL: io.url, ...Object.fromEntries(keys) };
  return {
    io,
    folder,
    clock: (at) => void (now = at),
    open(alone = false) {
      const defects: unknown[] = [];
      const core = createCore({
        folder: join(folder, 'archivio'),
        demo: false,
        author: 'impiegata',
        version: '0.0.0',
        alone,
        office: {
          folder: join(folder, 'ufficio'),
          environment,
          os: null,
          takeTurn: (file) => takeTurn(file, now),
        },
        today: () => dayOf(now),
        now: () => now,
        onDefect: (_incident, _operation, error) => defects.push(error),
      });
      let open = true;
      const window: SendingWindow = {
        core,
        async ask(name, input) {
          const answer = await core.call(name, input);
          if (answer.ok) return answer.value;
          throw new Error(`${name}: ${JSON.stringify(answer.problem)}`, { cause: defects.at(-1) });
        },
        async refused(name, input) {
          const answer = await core.call(name, input);
          if (answer.ok) throw new Error(`${name} was answered`);
          return answer.problem;
        },
        handOver(name, content) {
          const path = join(folder, 'carte', name);
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, content);
          return core.handOver({ path, name });
        },
        async drop(name, content) {
          const parcels = [window.handOver(name, content)];
          const { documents } = await window.ask('documents.import', { parcels });
          if (JSON.stringify(documents).includes('refused')) throw new Error(JSON.stringify(documents));
        },
        async close() {
          if (open) await core.close();
          open = false;
        },
      };
      windows.push(window);
      return window;
    },
  };
}

/** The settings of an invented Comune with TARI and mensa. */
export const sendingSettings: Input<'settings.write'>['settings'] = {
  ...officeSettings,
  servizi: [
    { id: 'tari', nome: 'TARI', codici: ['01'] },
    { id: 'mensa', nome: 'Mensa', codici: ['02'] },
  ],
};

function dayOf(instant: string): Day {
  const day = dayOfInstant(instant);
  if (!day.ok) throw new Error(instant);
  return day.value;
}
