import { connect, type Socket } from 'node:net';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { headers } from '../../../src/shared/contract/http.ts';
import type { Connection } from '../../../src/shared/contract/events.ts';
import { aHome, fetchAsPage, overHttp, page } from '../../helpers/links.ts';
import { createSessions } from '../../../src/main/hosts/browser/sessions.ts';
import { serveHttp } from '../../../src/main/hosts/browser/serve-http.ts';
import { found } from '../../trust/figures.ts';

describe('the server of the browser host', () => {
  it('L08, L16 says the same rules on every answer, and never lets another site in', async () => {
    const { host, token } = await overHttp(aHome());
    const answers = [
      await fetch(`${host.origin}/`),
      await fetch(`${host.origin}/assets/index-1.js`),
      await fetch(`${host.origin}/nothing`),
      await fetch(`${host.origin}/api/own/about.read`, { method: 'POST' }),
      await fetch(`${host.origin}/`, { method: 'DELETE' }),
      await ask(host.origin, token, '/api/own/about.read', '{}'),
      await ask(host.origin, token, '/scarica/own/nothing', '{}'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 403, 405, 200, 404]);
    for (const answer of answers) {
      await answer.arrayBuffer();
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy).not.toContain('unsafe');
      const told = [...answer.headers.keys()];
      expect(told.filter((name) => name.startsWith('access-control') || name === 'set-cookie')).toEqual([]);
      expect(told).not.toContain('server');
      expect(told).not.toContain('x-powered-by');
    }
    found('L08', '7 risposte diverse su 7: no-store, nosniff, COOP, CORP, nessun cookie, nessun Server');
    found('L16', 'nessun «unsafe» nelle regole di nessuna risposta');
  });

  it('L16 gives each page a nonce of its own, the one that its rules name', async () => {
    const { host } = await overHttp(aHome());
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const answer = await fetch(`${host.origin}/`);
      const nonce = /content="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
      expect(nonce).toMatch(/^[A-Za-z0-9+/]{24}$/);
      expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('L01 answers on this computer alone', async () => {
    const { host } = await overHttp(aHome());
    expect(host.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const port = Number(new URL(host.origin).port);
    await expect(connected('127.0.0.2', port)).rejects.toThrow('ECONNREFUSED');
    await expect(connected('::1', port)).rejects.toThrow(/ECONNREFUSED|EADDRNOTAVAIL|EAFNOSUPPORT/);
    const others = Object.values(networkInterfaces()).flatMap((all) =>
      (all ?? []).filter(({ internal, family }) => !internal && family === 'IPv4'),
    );
    for (const { address } of others) await expect(connected(address, port)).rejects.toThrow('ECONNREFUSED');
    found(
      'L01',
      'in ascolto su 127.0.0.1; da 127.0.0.2, da ::1 e dagli indirizzi di rete: connessione rifiutata',
    );
  });

  it('L02 answers the raw ways of not naming the host', async () => {
    const { host } = await overHttp(aHome());
    const { port } = new URL(host.origin);
    const raw = (lines: string): Promise<string> => rawAnswer(Number(port), lines);
    expect(await raw('GET / HTTP/1.1\r\n\r\n')).toContain(' 421 ');
    expect(await raw('GET / HTTP/1.0\r\n\r\n')).toContain(' 421 ');
    expect(await raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.example\r\n\r\n`)).toMatch(
      / 4(00|21) /,
    );
    expect(await raw(`GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)).toContain(
      ' 404 ',
    );
    expect(await raw(`GET /../package.json HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)).toContain(' 404 ');
    expect(
      await raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: ${'x'.repeat(9_000)}\r\n\r\n`),
    ).toContain(' 431 ');
    found('L02', 'senza Host, con due Host, HTTP/1.0: 421 o 400');
  });

  it('L07 lets a launch code in once, and tells a second window why not', async () => {
    const cores = aHome();
    const sessions = createSessions();
    const host = await serveHttp({ cores, page, sessions, port: 0 });
    onTestFinished(() => host.close());
    const codice = sessions.launchCode(30_000);
    const launch = (code: string): Promise<Response> =>
      fetchAsPage(host.origin)('/sessione', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ codice: code }),
      });

    const first = await launch(codice);
    expect(first.status).toBe(200);
    const { token } = (await first.json()) as { token: string };
    expect((await ask(host.origin, token, '/api/own/about.read', '{}')).status).toBe(200);
    expect((await launch(codice)).status).toBe(409);
    expect((await launch('guessed')).status).toBe(401);
    found('L07', 'secondo uso: 409; codice indovinato: 401');
  });

  it('L06 takes its time with whoever guesses tokens, and none with the window', async () => {
    const { host, token } = await overHttp(aHome());
    // The first question opens the ledger, which on a busy machine takes as long as a guess.
    expect((await ask(host.origin, token, '/api/own/about.read', '{}')).status).toBe(200);
    for (let i = 0; i < 5; i++)
      expect((await ask(host.origin, `x${i}`, '/api/own/about.read', '{}')).status).toBe(401);
    const began = performance.now();
    const guess = ask(host.origin, 'x6', '/api/own/about.read', '{}');
    expect((await ask(host.origin, token, '/api/own/about.read', '{}')).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(900);
    expect((await guess).status).toBe(401);
    expect(performance.now() - began).toBeGreaterThan(950);
    found('L06', 'dopo 5 tentativi falliti ogni risposta aspetta 1 s; la finestra no');
  });

  it('L12 does not read more of a question than a question may be', async () => {
    const { host, token } = await overHttp(aHome());
    const answer = await ask(
      host.origin,
      token,
      '/api/own/causale.read',
      JSON.stringify({ text: 'x'.repeat(9_000_000) }),
    );
    expect(await answer.json()).toMatchObject({
      result: { problem: { code: 'invalid-request', complaints: [{ message: 'è più lunga di 8 MB' }] } },
    });
    const broken = await ask(host.origin, token, '/api/own/causale.read', '{"text":');
    expect(await broken.json()).toMatchObject({ result: { problem: { code: 'invalid-request' } } });
    found('L12', '9 MB e JSON rotto rifiutati');
  });

  it('takes no piece of a file that nobody began', async () => {
    const { host, token } = await overHttp(aHome());
    const answer = await fetchAsPage(host.origin)('/carica/own', {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/octet-stream',
        [headers.upload]: 'never begun',
      },
      body: new ArrayBuffer(10),
    });
    expect(await answer.json()).toMatchObject({ result: { problem: { code: 'no-such-parcel' } } });
  });

  it('L11 stays quick for the window while two hundred others keep it waiting', async () => {
    const { host, linkTo } = await overHttp(aHome());
    const port = Number(new URL(host.origin).port);
    const link = linkTo('own');
    await link.call('about.read', {});
    const slow = await Promise.all(Array.from({ length: 200 }, () => connected('127.0.0.1', port)));
    onTestFinished(() => slow.forEach((socket) => socket.destroy()));
    for (const socket of slow) socket.write('POST /api/own/about.read HTTP/1.1\r\nHost: ');
    const began = performance.now();
    expect(await link.call('about.read', {})).toMatchObject({ ok: true });
    expect(performance.now() - began).toBeLessThan(1_000);
    await vi.waitFor(() => expect(slow.filter(({ destroyed }) => !destroyed).length).toBeLessThanOrEqual(64));
    found('L11', '200 connessioni lente: risposta alla finestra sotto 1 s, ne restano al più 64');
  });

  it('stops the work of a page that went away', async () => {
    const stopped = vi.fn<() => void>();
    const { host, token } = await overHttp(waitingCores(stopped));
    const { port } = new URL(host.origin);
    const asked = request({
      port,
      host: '127.0.0.1',
      path: '/api/own/ledger.verify',
      method: 'POST',
      headers: { ...pageHeaders(host.origin, token), 'Content-Length': 2 },
    });
    asked.on('error', () => undefined);
    asked.end('{}');
    await vi.waitFor(() => expect(host.busy().calls).toBe(1));
    asked.destroy();
    await vi.waitFor(() => expect(stopped).toHaveBeenCalledOnce());
    await vi.waitFor(() => expect(host.busy().calls).toBe(0));
  });

  it('is found again by a page that lost it, which then takes everything for changed', async () => {
    const cores = aHome();
    const first = await overHttp(cores);
    const port = Number(new URL(first.host.origin).port);
    const told: (Connection | 'changed')[] = [];
    const deaf = first.linkTo('own').listen({
      onConnection: (connection) => told.push(connection),
      onEvent: () => told.push('changed'),
    });
    onTestFinished(deaf);
    await vi.waitFor(() => expect(first.host.busy().windows).toBe(1));
    await first.host.close();
    await vi.waitFor(() => expect(told).toEqual(['lost']));
    expect(await first.linkTo('own').call('about.read', {})).toMatchObject({
      problem: { code: 'connection-lost' },
    });

    const again = await serveHttp({ cores, page, sessions: first.sessions, port });
    onTestFinished(() => again.close());

    await vi.waitFor(() => expect(told).toEqual(['lost', 'open', 'changed']), { timeout: 5_000 });
    expect(await first.linkTo('own').call('about.read', {})).toMatchObject({ ok: true });
  });
});

/** A core whose only work ends when it is stopped. */
function waitingCores(stopped: () => void): Parameters<typeof overHttp>[0] {
  const home = aHome();
  return {
    ...home,
    of: (ledger) => ({
      ...home.of(ledger),
      call: (_name, _input, options) =>
        new Promise((resolve) =>
          options?.signal?.addEventListener('abort', () => {
            stopped();
            resolve({ ok: false, problem: { code: 'cancelled' } });
          }),
        ),
    }),
  };
}

function pageHeaders(origin: string, token: string): Record<string, string> {
  return { Origin: origin, Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
}

function ask(origin: string, token: string, path: string, body: string): Promise<Response> {
  return fetchAsPage(origin)(path, { method: 'POST', headers: pageHeaders(origin, token), body });
}

function connected(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(socket));
    socket.on('error', reject);
  });
}

async function rawAnswer(port: number, text: string): Promise<string> {
  const socket = await connected('127.0.0.1', port);
  const chunks: Buffer[] = [];
  const ended = new Promise<string>((resolve) => {
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      resolve(Buffer.concat(chunks).toString('utf8'));
    });
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
  socket.write(text);
  const answer = await ended;
  socket.destroy();
  return answer;
}
