import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { largestBody } from '../../../src/main/hosts/browser/body.ts';
import { createSessions } from '../../../src/main/hosts/browser/sessions.ts';
import { operations, type OperationName } from '../../../src/shared/contract/operations.ts';
import { aHome, fetchAsPage, overHttp, ways } from '../../helpers/links.ts';
import { found, times } from '../figures.ts';

describe('another person at this computer', () => {
  it('L04 gets 401 with nothing in it wherever there is anything to ask', async () => {
    const cores = aHome();
    const { host } = await overHttp(cores);
    const paths = ['own', 'demo'].flatMap((ledger) => [
      ...Object.keys(operations).map((name) => `/api/${ledger}/${name}`),
      `/carica/${ledger}`,
      `/scarica/${ledger}/x`,
      `/eventi/${ledger}`,
      `/annulla/${ledger}/x`,
    ]);
    // Whoever guesses waits: many at once, so that the test does not, and no more than strangers may be.
    const asked = paths.toReversed().slice(0, times(40, paths.length));
    const told: Told[] = [];
    for (let from = 0; from < asked.length; from += 40)
      told.push(...(await Promise.all(asked.slice(from, from + 40).map((path) => raw(host.origin, path)))));
    const answers = new Set(told.map(({ status, body, names }) => JSON.stringify([status, body, names])));
    expect([...answers]).toHaveLength(1);
    expect(told[0]).toMatchObject({ status: 401, body: '' });
    expect(told[0]?.names.filter((name) => /server|powered|set-cookie|authenticate/.test(name))).toEqual([]);
    expect((await fetch(`${host.origin}/favicon.ico`)).status).toBe(404);
    found(
      'L04',
      `${asked.length} indirizzi, una sola risposta: 401 e niente altro; nessun favicon, nessun Server`,
    );
  });

  it('L04 who is another user of the system gets the same', async ({ skip }) => {
    if (process.getuid?.() !== 0) skip('only root can become somebody else');
    const { host } = await overHttp(aHome());
    const { port } = new URL(host.origin);
    // bash speaks TCP by itself: nobody needs to read our folders.
    const program = `exec 3<>/dev/tcp/127.0.0.1/${port}; printf 'POST /api/own/about.read HTTP/1.1\\r\\nHost: 127.0.0.1:${port}\\r\\nOrigin: http://127.0.0.1:${port}\\r\\nContent-Type: application/json\\r\\nContent-Length: 2\\r\\n\\r\\n{}' >&3; head -1 <&3; id -u`;
    const child = spawn('/bin/bash', ['-c', program], { uid: 65_534, gid: 65_534, cwd: '/' });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    await new Promise((resolve) => child.once('close', resolve));
    expect(Buffer.concat(said).toString('utf8')).toBe('HTTP/1.1 401 Unauthorized\r\n65534\n');
    found('L04', 'da un altro utente del sistema: 401');
  });

  it('L05 learns nothing from how long a comparison takes', () => {
    const sessions = createSessions();
    const opened = sessions.exchange(sessions.launchCode(null));
    if (typeof opened === 'string') throw new Error(opened);
    const { token } = opened;
    for (let at = 0; at < token.length; at++) {
      const wrong = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
      expect(sessions.accepts(wrong)).toBe(wrong === token);
      expect(sessions.accepts(token.slice(0, at))).toBe(false);
    }
    const source = readFileSync(
      join(import.meta.dirname, '../../../src/main/hosts/browser/sessions.ts'),
      'utf8',
    );
    // Two comparisons of secrets, both of digests of one length, both in one time.
    expect(source.match(/timingSafeEqual\(digest, given\)/g)).toHaveLength(2);
    expect(source.match(/[=!]==? (?:token|code|given|digest)\b|\b(?:includes|startsWith|indexOf)\(/g)).toBe(
      null,
    );
    found(
      'L05',
      `${2 * token.length} chiavi quasi giuste rifiutate; i confronti sono 2, di impronte e a tempo costante`,
    );
  });
});

describe('what no question may be', () => {
  const huge = times(20, 100) * 1024 ** 2;

  it('H44 a hundred megabytes over HTTP are not kept, and refused', async () => {
    const { host, token } = await overHttp(aHome());
    const before = process.memoryUsage().rss;
    const piece = Buffer.alloc(1024 ** 2, 'x');
    let most = 0;
    const answer = await new Promise<string>((resolve, reject) => {
      const { port } = new URL(host.origin);
      const asked = request(
        {
          host: '127.0.0.1',
          port,
          path: '/api/own/causale.read',
          method: 'POST',
          headers: {
            Origin: host.origin,
            Authorization: `Bearer ${token}`,
            'Content-Type': 'application/json',
            'Content-Length': huge,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
        },
      );
      asked.on('error', reject);
      let left = huge / piece.length;
      const pour = (): void => {
        most = Math.max(most, process.memoryUsage().rss - before);
        left -= 1;
        if (left < 0) asked.end();
        else if (asked.write(piece)) setImmediate(pour);
        else asked.once('drain', pour);
      };
      pour();
    });
    expect(answer).toContain('invalid-request');
    expect(answer).toContain('è più lunga di 8 MB');
    expect(most).toBeLessThan(100 * 1024 ** 2);
    expect(largestBody).toBe(8 * 1024 ** 2);
    found(
      'H44',
      `${huge / 1024 ** 2} MB via HTTP rifiutati, al più ${Math.round(most / 1024 ** 2)} MB di memoria in più`,
    );
  });

  it.each(Object.keys(ways))('H44 %s: hostile names, texts and paths are no questions', async (way) => {
    const defects: unknown[] = [];
    const cores = aHome(defects);
    const link = (await ways[way]?.(cores))?.('own');
    if (link === undefined) throw new Error(way);
    const before = await link.call('ledger.verify', {});
    const long = 'x'.repeat(way === 'over HTTP' ? largestBody / 2 : huge);
    const questions: (readonly [OperationName, unknown])[] = [
      ['causale.read', { text: long }],
      ['payments.list', { filter: { search: long } }],
      ['documents.read', { id: '../../etc/passwd' }],
      ['documents.read', { id: 1e308 }],
      ['documents.read', JSON.parse('{"id":1,"__proto__":{"polluted":1}}')],
      ['settings.write', JSON.parse('{"settings":{"__proto__":{"polluted":1}}}')],
      ['settings.write', JSON.parse('{"settings":{"constructor":{"prototype":{"polluted":1}}}}')],
      ['payments.list', { limit: '10' }],
      ['payments.list', []],
      ['payments.list', null],
      ['documents.import', { parcels: '../../etc/passwd' }],
    ];
    for (const [name, question] of questions)
      expect(await link.call(name, question as never)).toMatchObject({
        problem: { code: 'invalid-request' },
      });
    // A name of the right type that is nobody's: an answer, and no file is touched.
    for (const path of ['../../../../etc/passwd', '..\\..\\boot.ini', '/etc/passwd', '%2e%2e%2f']) {
      expect(await link.call('documents.preview', { parcels: [path] })).toMatchObject({ ok: false });
      expect(await link.download(path, 'x')).toMatchObject({ ok: false });
    }
    for (const name of ['__proto__', 'constructor', 'toString', 'about.read/..', ''])
      expect(await link.call(name as OperationName, {})).toMatchObject({ ok: false });
    expect(await link.call('ledger.verify', {})).toEqual(before);
    expect(defects).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    found('H44', `${words[way] ?? way}: ${questions.length + 13} domande ostili rifiutate, 0 cambiamenti`);
  });

  it('H43 what is no HTTP is answered with 400 or not at all', async () => {
    const { host } = await overHttp(aHome());
    const port = Number(new URL(host.origin).port);
    for (const text of [
      '\0\0\0\0',
      'GET\r\n\r\n',
      'SSH-2.0-x\r\n',
      `POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n`,
    ]) {
      const said = await spoken(port, text);
      expect(said === '' || / (400|404|405|421) /.test(said), `${text}: ${said}`).toBe(true);
    }
    expect((await fetchAsPage(host.origin)('/')).status).toBe(200);
    found('H43', '4 conversazioni che non sono HTTP: 400 o silenzio, la finestra risponde ancora');
  });
});

const words: Readonly<Record<string, string>> = {
  'in process': 'in casa',
  'over a message port': 'via porta',
  'over HTTP': 'via HTTP',
};

interface Told {
  readonly status: number;
  readonly body: string;
  readonly names: readonly string[];
}

/** Asks as a page of ours would, without its token. */
async function raw(origin: string, path: string): Promise<Told> {
  const isUpload = path.startsWith('/carica');
  const answer = await fetchAsPage(origin)(path, {
    method: 'POST',
    headers: { 'Content-Type': isUpload ? 'application/octet-stream' : 'application/json' },
    body: '{}',
  });
  return { status: answer.status, body: await answer.text(), names: [...answer.headers.keys()] };
}

function spoken(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.write(text);
  });
}
