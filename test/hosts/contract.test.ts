import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  openAsBlob,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Core } from '../../src/main/core.ts';
import type { Cores } from '../../src/main/hosts/cores.ts';
import { createDispatch } from '../../src/main/operations/dispatch.ts';
import { createParcels } from '../../src/main/parcels.ts';
import { createStaging, largestUpload } from '../../src/main/staging.ts';
import type { Handlers } from '../../src/shared/contract/api.ts';
import type { CoreEvent } from '../../src/shared/contract/events.ts';
import { fail, ok } from '../../src/shared/domain/result.ts';
import { aHome, ways } from '../helpers/links.ts';

describe.each(Object.entries(ways))('a link %s', (_way, open) => {
  it('answers, with what was left out filled in', async () => {
    const { cores, seen } = standIns();
    const link = (await open(cores))('own');

    const answer = await link.call('payments.count', {});

    expect(answer).toEqual(ok({ count: 3, cents: 4200 }));
    expect(seen).toMatchObject([{ filter: { search: null, attention: false, from: null } }]);
  });

  it('refuses a question that is none before anybody works on it', async () => {
    const { cores, seen } = standIns();
    const link = (await open(cores))('own');

    const answer = await link.call('payments.count', { filter: { search: 5 } } as never);

    expect(answer).toMatchObject({
      ok: false,
      problem: { code: 'invalid-request', complaints: [{ path: 'filter.search' }] },
    });
    expect(await link.call('payments.burn' as never, {} as never)).toEqual(
      fail({ code: 'unknown-operation', name: 'payments.burn' }),
    );
    expect(seen).toEqual([]);
  });

  it('brings foreseen bad news as a value, and a defect as its number alone', async () => {
    const { cores, defects } = standIns();
    const link = (await open(cores))('own');

    expect(await link.call('documents.read', { id: 7 })).toEqual(fail({ code: 'no-such-document', id: 7 }));
    const defect = await link.call('about.read', {});

    expect(defect).toEqual({
      ok: false,
      problem: { code: 'defect', incident: expect.any(String) as string },
    });
    expect(JSON.stringify(defect)).not.toContain('RSSMRA');
    expect(defects).toEqual([new Error('the secret of RSSMRA80A01H501U')]);
  });

  it('tells how far the work is, in order, and before the answer', async () => {
    const { cores } = standIns();
    const link = (await open(cores))('own');
    const told: number[] = [];

    const answer = await link.call(
      'drops.undo',
      { importedAt: 'x' },
      { onProgress: ({ done }) => told.push(done) },
    );

    expect(answer).toEqual(fail({ code: 'not-found', what: 'drop', name: 'x' }));
    expect(told).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  it('stops the work when asked, and says so', async () => {
    const { cores, stopped } = standIns();
    const link = (await open(cores))('own');
    const stop = new AbortController();

    const answer = link.call('ledger.verify', {}, { signal: stop.signal, onProgress: () => stop.abort() });

    expect(await answer).toEqual(fail({ code: 'cancelled' }));
    expect(stopped).toEqual(['ledger.verify']);
    expect(await link.call('ledger.verify', {}, { signal: stop.signal })).toEqual(
      fail({ code: 'cancelled' }),
    );
    expect(stopped).toHaveLength(1);
  });

  it('tells the truth when it is asked to stop too late', async () => {
    const { cores } = standIns();
    const link = (await open(cores))('own');
    const stop = new AbortController();

    const answer = link.call(
      'drops.undo',
      { importedAt: 'x' },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );

    expect(await answer).toEqual(fail({ code: 'not-found', what: 'drop', name: 'x' }));
  });

  it('keeps the two ledgers apart', async () => {
    const { cores } = standIns();
    const linkTo = await open(cores);

    expect(await linkTo('own').call('causale.read', { text: '' })).toMatchObject({ value: { iuf: 'own' } });
    expect(await linkTo('demo').call('causale.read', { text: '' })).toMatchObject({ value: { iuf: 'demo' } });
  });

  it('hands files over byte for byte, whatever they are called', async () => {
    const { cores, folder } = standIns();
    const link = (await open(cores))('own');
    const big = randomBytes(5 * 1024 ** 2 + 1);
    const files = [
      new File([], 'vuoto.xml'),
      new File([big], 'grande.zip'),
      new File([big.subarray(0, 4 * 1024 ** 2)], 'una pezza esatta.xml'),
      ...hostileNames.map((name) => new File([name], name)),
    ];

    const parcels = await Promise.all(files.map((file) => link.upload(file, { name: file.name })));

    for (const [i, file] of files.entries()) {
      const parcel = parcels[i];
      if (parcel?.ok !== true) throw new Error(`${file.name}: ${JSON.stringify(parcel)}`);
      const arrived = cores.parcelOf('own', parcel.value);
      expect(arrived.name).toBe(file.name);
      expect(Buffer.from(await file.arrayBuffer()).equals(readFileSync(arrived.path))).toBe(true);
    }
    expect(readdirSync(join(folder, 'own', 'in-arrivo'))).toHaveLength(files.length);
    expect(readdirSync(join(folder, 'own'))).toEqual(['in-arrivo']);
  });

  it('tells how much of a file is there', async () => {
    const { cores } = standIns();
    const link = (await open(cores))('own');
    const sent: number[] = [];

    await link.upload(new File([new Uint8Array(9 * 1024 ** 2)], 'a'), {
      onSent: (bytes) => sent.push(bytes),
    });

    expect(sent.at(-1)).toBe(9 * 1024 ** 2);
    expect(sent).toEqual(sent.toSorted((a, b) => a - b));
  });

  it('goes on with the other files when one is gone', async () => {
    const { cores, folder } = standIns();
    const link = (await open(cores))('own');
    const path = join(folder, 'sparito.xml');
    writeFileSync(path, randomBytes(6 * 1024 ** 2));
    const blob = await openAsBlob(path);
    rmSync(path);
    const gone = {
      name: 'sparito.xml',
      size: blob.size,
      slice: (from: number, to: number) => blob.slice(from, to),
    };

    const [lost, kept] = await Promise.all([link.upload(gone), link.upload(new File(['x'], 'b.xml'))]);

    expect(lost).toEqual(fail({ code: 'upload-failed', name: 'sparito.xml' }));
    expect(kept.ok).toBe(true);
    await vi.waitFor(() => expect(readdirSync(join(folder, 'own', 'in-arrivo'))).toHaveLength(1));
  });

  it('gives up a file when asked, and nothing of it stays', async () => {
    const { cores, folder } = standIns();
    const link = (await open(cores))('own');
    const stop = new AbortController();

    const answer = await link.upload(new File([new Uint8Array(20 * 1024 ** 2)], 'a'), {
      signal: stop.signal,
      onSent: () => stop.abort(),
    });

    expect(answer).toEqual(fail({ code: 'cancelled' }));
    await vi.waitFor(() => expect(readdirSync(join(folder, 'own', 'in-arrivo'))).toEqual([]));
  });

  it('refuses a file that is too large when it is, not when it has arrived', async () => {
    const { cores, folder } = standIns(1024);
    const link = (await open(cores))('own');

    const answer = await link.upload(new File([new Uint8Array(9 * 1024 ** 2)], 'enorme.zip'));

    expect(answer).toEqual(fail({ code: 'upload-too-large', name: 'enorme.zip', max: 1024 }));
    expect(
      existsSync(join(folder, 'own', 'in-arrivo')) ? readdirSync(join(folder, 'own', 'in-arrivo')) : [],
    ).toEqual([]);
  });

  it('fetches what an operation made, once', async () => {
    const { cores } = standIns();
    const link = (await open(cores))('own');
    const made = randomBytes(3 * 1024 ** 2);
    const parcel = cores.offer('own', { name: 'scarti.csv', bytes: made });

    const file = await link.download(parcel, 'righe scartate.csv');

    expect(file.ok && file.value.name).toBe('righe scartate.csv');
    expect(file.ok && made.equals(file.value.bytes)).toBe(true);
    expect(await link.download(parcel, 'a')).toEqual(fail({ code: 'no-such-parcel', parcel }));
  });

  it('hears what is announced, for as long as it listens', async () => {
    const { cores } = standIns();
    const link = (await open(cores))('own');
    const heard: CoreEvent[] = [];
    const deaf = link.listen({ onEvent: (event) => heard.push(event), onConnection: () => undefined });
    await vi.waitFor(() => expect(cores.listeners('own')).toBe(1));

    cores.announce('own');
    cores.announce('demo');

    await vi.waitFor(() => expect(heard).toEqual([{ type: 'ledger-changed' }]));
    deaf();
    await vi.waitFor(() => expect(cores.listeners('own')).toBe(0));
  });

  it('brings a real drop into a real ledger, and tells that it changed', async () => {
    const defects: unknown[] = [];
    const cores = aHome(defects);
    const link = (await open(cores))('own');
    const heard: CoreEvent[] = [];
    await link.call('about.read', {});
    const deaf = link.listen({ onEvent: (event) => heard.push(event), onConnection: () => undefined });
    onTestFinished(deaf);
    await new Promise((resolve) => setTimeout(resolve, 50));

    const settings = { ente: { codiceFiscale: '00000000000', denominazione: 'Comune di Prova' } };
    const written = await link.call('settings.write', { settings });

    expect(defects).toEqual([]);
    expect(written).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0));
    const parcel = await link.upload(new File(['<nulla/>'], 'nulla.xml'));
    if (!parcel.ok) throw new Error(parcel.problem.code);
    const imported = await link.call('documents.import', { parcels: [parcel.value] });
    expect(imported).toMatchObject({
      ok: true,
      value: { documents: [{ name: 'nulla.xml', outcome: 'refused' }] },
    });
  });
});

/** Names that a path, a header or a page could stumble over. */
const hostileNames = [
  '../../../etc/passwd',
  'C:\\Windows\\System32\\x.xml',
  '/assoluto.xml',
  'cartella/dentro/a.xml',
  'à la carte – “quote” 💶.xml',
  'a\r\nX-Injected: 1.xml',
  'NUL',
  'x'.repeat(300),
  '%2e%2e%2fa',
  '<img src=x onerror=alert(1)>.xml',
];

interface StandIns extends Cores {
  parcelOf(ledger: 'own' | 'demo', handle: string): { path: string; name: string };
  offer(ledger: 'own' | 'demo', file: { name: string; bytes: Uint8Array }): string;
  announce(ledger: 'own' | 'demo'): void;
  listeners(ledger: 'own' | 'demo'): number;
}

/** Cores whose operations do what the tests of a link need, behind the real door and with the real staging. */
function standIns(largest = largestUpload) {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-link-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const seen: unknown[] = [];
  const stopped: string[] = [];
  const defects: unknown[] = [];
  const made = { own: standIn('own'), demo: standIn('demo') };

  function standIn(ledger: 'own' | 'demo') {
    const parcels = createParcels(() => undefined);
    const staging = createStaging(join(folder, ledger), (parcel) => parcels.add(parcel), largest);
    const listeners = new Set<(event: CoreEvent) => void>();
    const handlers: Partial<Handlers> = {
      async 'about.read'() {
        throw new Error('the secret of RSSMRA80A01H501U');
      },
      async 'payments.count'(input) {
        seen.push(input);
        return ok({ count: 3, cents: 4200 });
      },
      'documents.read': async ({ id }) => fail({ code: 'no-such-document', id }),
      'causale.read': async () =>
        ok({
          iuf: ledger,
          prog: null,
          iuv: null,
          amountCents: null,
          kind: 'none',
          confidence: 'confirm',
          repairs: [],
        }),
      async 'drops.undo'({ importedAt }, { onProgress }) {
        for (let done = 0; done < 100; done++)
          onProgress?.({ step: 'match', done, total: 100, unit: 'items', file: null });
        return fail({ code: 'not-found', what: 'drop', name: importedAt });
      },
      'ledger.verify': (_input, { signal, onProgress }) =>
        new Promise((resolve) => {
          signal?.addEventListener('abort', () => {
            stopped.push('ledger.verify');
            resolve(fail({ code: 'cancelled' }));
          });
          onProgress?.({ step: 'verify', done: 1, total: 2, unit: 'items', file: null });
        }),
    };
    const core: Core = {
      call: createDispatch(
        handlers as Handlers,
        (_incident, _operation, error) => defects.push(error),
        tmpdir(),
      ),
      handOver: (parcel) => parcels.add(parcel),
      receive: (name) => staging.receive(name),
      collect(handle) {
        const file = parcels.collect(handle);
        return file !== null && 'bytes' in file ? file : null;
      },
      lend: async () => null,
      copyTo: async () => fail({ code: 'cancelled' }),
      listen(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      close: async () => undefined,
    };
    return { core, parcels, listeners };
  }

  const cores: StandIns = {
    of: (ledger) => made[ledger].core,
    close: async () => undefined,
    parcelOf(ledger, handle) {
      const parcel = made[ledger].parcels.find(handle);
      if (parcel === null) throw new Error(`no parcel ${handle}`);
      return parcel;
    },
    offer: (ledger, file) => made[ledger].parcels.offer(file),
    announce: (ledger) => {
      for (const listener of made[ledger].listeners) listener({ type: 'ledger-changed' });
    },
    listeners: (ledger) => made[ledger].listeners.size,
  };
  return { cores, folder, seen, stopped, defects };
}
