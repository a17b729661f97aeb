import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import type { Core } from '../../src/main/core.ts';
import { createSessions } from '../../src/main/hosts/browser/sessions.ts';
import { serveHttp, type HttpHost } from '../../src/main/hosts/browser/serve-http.ts';
import { createCores, type Cores } from '../../src/main/hosts/cores.ts';
import { servePort } from '../../src/main/hosts/electron/serve-port.ts';
import type { PageFiles } from '../../src/main/hosts/page-files.ts';
import { createHttpLink } from '../../src/renderer/links/http-link.ts';
import { createPortLinks } from '../../src/renderer/links/port-link.ts';
import type { Wire } from '../../src/shared/contract/frames.ts';
import type { LedgerName, Link } from '../../src/shared/contract/link.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import { fail, ok } from '../../src/shared/domain/result.ts';

export type LinkTo = (ledger: LedgerName) => Link;

/** Each way to the core, by what the contract's tests call it. */
export const ways: Readonly<Record<string, (cores: Cores) => Promise<LinkTo> | LinkTo>> = {
  'in process': (cores) => (ledger) => linkInProcess(cores.of(ledger)),
  'over a message port': overPort,
  'over HTTP': async (cores) => (await overHttp(cores)).linkTo,
};

/** Real cores on a folder that goes when the test ends. */
export function aHome(defects: unknown[] = []): Cores & { readonly home: string } {
  const home = mkdtempSync(join(tmpdir(), 'tre-pallini-'));
  const cores = createCores({
    home,
    author: 'c.bianchi',
    version: '1.2.3',
    alone: true,
    today: () => '2026-03-31' as Day,
    now: () => '2026-03-31T10:00:00.000Z',
    onDefect: (_incident, _operation, error) => defects.push(error),
  });
  onTestFinished(async () => {
    await cores.close();
    rmSync(home, { recursive: true, force: true });
  });
  return { ...cores, home };
}

/** The core itself, as the command line has it, behind the same four methods. */
function linkInProcess(core: Core): Link {
  return {
    call: core.call,
    async upload(file, { name = file.name, signal, onSent } = {}) {
      const incoming = core.receive(name);
      const piece = 1024 ** 2;
      for (let from = 0; from < file.size; from += piece) {
        if (signal?.aborted === true) {
          await incoming.abort();
          return fail({ code: 'cancelled' });
        }
        const to = Math.min(file.size, from + piece);
        const bytes = await file
          .slice(from, to)
          .arrayBuffer()
          .catch(() => null);
        if (bytes === null) {
          await incoming.abort();
          return fail({ code: 'upload-failed', name });
        }
        const written = await incoming.write(new Uint8Array(bytes));
        if (!written.ok) return written;
        onSent?.(to);
      }
      return incoming.finish();
    },
    async download(parcel, name) {
      const file = core.collect(parcel);
      return file === null
        ? fail({ code: 'no-such-parcel', parcel })
        : ok({ name, bytes: new Uint8Array(file.bytes) });
    },
    listen: (hearing) => core.listen((event) => hearing.onEvent(event)),
  };
}

function overPort(cores: Cores): LinkTo {
  const { port1, port2 } = new MessageChannel();
  servePort(cores, wireOf(port1));
  onTestFinished(() => port1.close());
  return createPortLinks(wireOf(port2), () => undefined);
}

export function wireOf<Sent>(port: MessagePort): Wire<Sent, unknown> {
  return {
    send: (frame) => port.postMessage(frame),
    hear: (listener) => void port.on('message', listener),
    onClose: (listener) => void port.on('close', listener),
  };
}

const blankPage = new Map([
  ['/', { type: 'text/html; charset=utf-8', text: '<meta name="csp-nonce" content="%CSP_NONCE%">' }],
  ['/assets/index-1.js', { type: 'text/javascript; charset=utf-8', text: 'export {};' }],
]);
export const page: PageFiles = {
  find(path) {
    const found = blankPage.get(path);
    return found === undefined ? null : { type: found.type, bytes: () => Buffer.from(found.text) };
  },
};

export interface Served {
  readonly host: HttpHost;
  readonly token: string;
  readonly sessions: ReturnType<typeof createSessions>;
  readonly linkTo: LinkTo;
}

/** A real server, and a page's links to it. */
export async function overHttp(cores: Cores, port = 0): Promise<Served> {
  const sessions = createSessions();
  const host = await serveHttp({ cores, page, sessions, port });
  onTestFinished(() => host.close());
  const exchanged = sessions.exchange(sessions.launchCode(null));
  if (typeof exchanged === 'string') throw new Error(exchanged);
  const { token } = exchanged;
  const linkTo: LinkTo = (ledger) => createHttpLink({ ledger, token, fetch: fetchAsPage(host.origin) });
  return { host, token, sessions, linkTo };
}

/** Asks as a page of that origin does: a browser resolves the path and says where the question comes from. */
export function fetchAsPage(origin: string): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Origin', origin);
    headers.set('Sec-Fetch-Site', 'same-origin');
    return fetch(new URL(input instanceof Request ? input.url : input, origin), { ...init, headers });
  };
}
