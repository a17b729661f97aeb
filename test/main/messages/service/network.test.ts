import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { createIoService, type IoServiceOptions } from '../../../../src/main/messages/service/io-service.ts';
import { parseProxy, type Proxy } from '../../../../src/main/messages/service/proxy.ts';
import { found } from '../../../trust/figures.ts';
import { mario, sample } from '../../../fakes/io-service/sample.ts';
import { elsewhere, expired, here } from './certificates.ts';
import { baseUrl, onRequest, Servers, wire } from './servers.ts';

const key = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const ulid = '01HMRBX079WA5SGYBQP1A7FSKH';
const created = wire(201, 'application/json', JSON.stringify({ id: ulid }));
const servers = new Servers();

afterEach(async () => {
  await servers.close();
});

function client(url: string, options: Partial<IoServiceOptions> = {}) {
  return createIoService({
    baseUrl: baseUrl(url),
    timeouts: { connect: 300, submit: 600, ask: 600 },
    ...options,
  });
}

const submit = async (url: string, options: Partial<IoServiceOptions> = {}) =>
  await client(url, options).submit(key, JSON.stringify(sample()));

function proxy(text: string): Proxy {
  const parsed = parseProxy(text);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.value;
}

const notSent = (why: string) => ({ answer: { outcome: 'not-sent', why }, phase: 'connecting' });
const answering = (answer: string, tls = here) =>
  servers.tcp((socket) => onRequest(socket, () => socket.end(answer)), tls);

const url = async (answer: (request: string) => string) => {
  const port = await servers.tcp((socket) => onRequest(socket, (request) => socket.end(answer(request))));
  return `http://127.0.0.1:${port}/api/v1`;
};

describe('before anything was sent', () => {
  it('nobody listens', async () => {
    const told = await submit(`http://127.0.0.1:${await servers.nobody()}/api/v1`);
    expect(told).toMatchObject({ ...notSent('connection'), heard: { httpCode: null, skewMs: null } });
    expect(told.answer).toMatchObject({ detail: 'ECONNREFUSED' });
  });

  it('there is no such host', async () => {
    const options = { timeouts: { connect: 20_000 } };
    expect(await submit('https://io.invalid/api/v1', options)).toMatchObject(notSent('dns'));
  });

  it('the certificate is of nobody we trust', async () => {
    const port = await answering(created);
    expect(await submit(`https://localhost:${port}/api/v1`)).toMatchObject(notSent('certificate'));
  });

  it('the certificate is of another host', async () => {
    const port = await answering(created, elsewhere);
    const told = await submit(`https://localhost:${port}/api/v1`, { ca: [elsewhere.cert] });
    expect(told).toMatchObject(notSent('certificate'));
  });

  it('H42 the certificate is over', async () => {
    const port = await answering(created, expired);
    const told = await submit(`https://localhost:${port}/api/v1`, { ca: [expired.cert] });
    expect(told).toMatchObject({ answer: { outcome: 'not-sent', why: 'certificate' }, phase: 'connecting' });
    found('H42', 'certificato scaduto: niente è partito');
  });

  test.each([
    ['ends while it is being encrypted', (end: () => void) => end()],
    ['says nothing', () => undefined],
  ])('whoever listens %s', async (_, then) => {
    const port = await servers.tcp((socket) => then(() => socket.destroy()));
    expect(await submit(`https://localhost:${port}/api/v1`, { ca: [here.cert] })).toMatchObject(
      notSent('connection'),
    );
  });

  it('is plain where it should be encrypted', async () => {
    const port = await servers.tcp((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await submit(`https://localhost:${port}/api/v1`, { ca: [here.cert] })).toMatchObject(
      notSent('connection'),
    );
  });
});

describe('through encryption', () => {
  it('a trusted certificate is enough', async () => {
    const port = await answering(created);
    for (const host of ['localhost', '127.0.0.1']) {
      const told = await submit(`https://${host}:${port}/api/v1`, { ca: [here.cert] });
      expect(told).toMatchObject({ answer: { outcome: 'accepted', id: ulid }, phase: 'answered' });
    }
  });

  it('the request names the host', async () => {
    let heard = '';
    const port = await servers.tcp((socket) => {
      onRequest(socket, (request) => {
        heard = request;
        socket.end(created);
      });
    }, here);
    await submit(`https://localhost:${port}/api/v1`, { ca: [here.cert] });
    expect(heard).toMatch(/^POST \/api\/v1\/messages HTTP\/1\.1\r\n/);
    expect(heard).toContain(`Host: localhost:${port}\r\n`);
    expect(heard).toContain('Connection: close\r\n');
  });
});

describe('through a proxy', () => {
  it('that lets us through', async () => {
    const heard: string[] = [];
    const through = await servers.proxy('200 OK', await answering(created), heard);
    const told = await submit('https://localhost/api/v1', {
      ca: [here.cert],
      proxy: proxy(`http://mario:segreto@127.0.0.1:${through}`),
    });
    expect(told.answer).toEqual({ outcome: 'accepted', id: ulid });
    const basic = `Basic ${Buffer.from('mario:segreto').toString('base64')}`;
    await vi.waitFor(() => expect(heard).toEqual([`localhost:443 ${basic}`, 'closed']));
  });

  test.each(['403 Forbidden', '407 Proxy Authentication Required', '502 Bad Gateway', '302 Found'])(
    'that does not: %s',
    async (answer) => {
      const through = await servers.proxy(answer, 1);
      const told = await submit('https://localhost/api/v1', { proxy: proxy(`127.0.0.1:${through}`) });
      expect(told).toMatchObject(notSent('proxy'));
    },
  );

  it('that is not there, that says nothing, that goes away', async () => {
    const silent = await servers.tcp(() => undefined);
    const leaving = await servers.tcp((socket) => socket.destroy());
    const gone = await new Servers().nobody();
    for (const port of [silent, leaving, gone])
      expect(await submit('https://localhost/api/v1', { proxy: proxy(`127.0.0.1:${port}`) })).toMatchObject(
        notSent('proxy'),
      );
  });

  it('whose way leads to somebody else', async () => {
    const through = await servers.proxy('200 OK', await answering(created, elsewhere));
    const told = await submit('https://localhost/api/v1', {
      ca: [here.cert],
      proxy: proxy(`127.0.0.1:${through}`),
    });
    expect(told).toMatchObject(notSent('certificate'));
  });

  it('an answer may take longer than the connection', async () => {
    const slow = await servers.tcp((socket) => {
      onRequest(socket, () => setTimeout(() => socket.end(created), 500));
    }, here);
    const through = await servers.proxy('200 OK', slow);
    const told = await submit('https://localhost/api/v1', {
      ca: [here.cert],
      proxy: proxy(`127.0.0.1:${through}`),
      timeouts: { connect: 300, submit: 3000 },
    });
    expect(told.answer.outcome).toBe('accepted');
  });

  it('never without encryption', async () => {
    const port = await servers.tcp((socket) => onRequest(socket, () => socket.end(created)));
    const told = await submit(`http://127.0.0.1:${port}/api/v1`, { proxy: proxy('127.0.0.1:9') });
    expect(told.answer.outcome).toBe('accepted');
  });
});

describe('after the request was handed over', () => {
  test.each([
    ['a reset', (end: (bytes: string | null) => void) => end(null), 'cut'],
    ['nothing', () => undefined, 'timeout'],
    ['something that is no HTTP', (end: (bytes: string) => void) => end('SSH-2.0-x\r\n'), 'strange-answer'],
    ['half a head', (end: (bytes: string) => void) => end('HTTP/1.1 201 Cre'), 'cut'],
    [
      'another protocol',
      (end: (bytes: string) => void) =>
        end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
      'strange-answer',
    ],
  ] as const)('%s is uncertain', async (_, then, why) => {
    const port = await servers.tcp((socket) => {
      onRequest(socket, () =>
        then((bytes) => {
          if (bytes === null) socket.resetAndDestroy();
          else socket.end(bytes);
        }),
      );
    });
    expect(await submit(`http://127.0.0.1:${port}/api/v1`)).toMatchObject({
      answer: { outcome: 'uncertain', why },
      phase: 'handed-over',
    });
  });

  it('an answer that comes before the request was read counts', async () => {
    const refusal = wire(429, 'application/json', '{"statusCode":429,"message":"Try again in 3 seconds."}');
    const port = await servers.tcp((socket) => socket.end(refusal));
    const told = await submit(`http://127.0.0.1:${port}/api/v1`);
    expect(told.answer).toEqual({ outcome: 'limited', afterSeconds: 3 });
  });

  it('H42 an answer of ten gigabytes is not read', async () => {
    let sent = 0;
    const piece = Buffer.alloc(64 * 1024, 'x');
    const port = await servers.tcp((socket) => {
      const pour = (): void => {
        while (!socket.destroyed && socket.writableLength < 1_000_000) {
          sent += piece.length;
          socket.write(piece);
        }
        if (!socket.destroyed) socket.once('drain', pour);
      };
      onRequest(socket, () => {
        socket.write(
          'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 10000000000\r\n\r\n',
        );
        pour();
      });
    });
    const told = await submit(`http://127.0.0.1:${port}/api/v1`);
    expect(told.answer).toMatchObject({ outcome: 'uncertain' });
    // What the system itself keeps between two programs comes on top.
    expect(sent).toBeLessThan(20_000_000);
    found('H42', `risposta da 10 GB lasciata dopo 1 MB (${Math.round(sent / 1e6)} MB spediti)`);
  });

  it('H42 a redirect is not followed', async () => {
    let followed = 0;
    const portal = await servers.tcp(() => followed++);
    const port = await servers.tcp((socket) => {
      const location = `Location: http://127.0.0.1:${portal}/api/v1/messages`;
      onRequest(socket, () => socket.end(wire(307, 'text/html', '', [location])));
    });
    const told = await submit(`http://127.0.0.1:${port}/api/v1`);
    expect(told.answer).toMatchObject({ outcome: 'not-sent', why: 'portal' });
    expect(followed).toBe(0);
    found('H42', 'rinvio altrove non seguito');
  });
});

describe('the key', () => {
  test.each([
    [400, 'application/problem+json', { title: `key ${key}`, detail: `bad ${key}` }],
    [401, 'application/json', { statusCode: 401, message: `no such key ${key}` }],
    [403, 'application/problem+json', { title: 'x', detail: key }],
    [500, 'application/problem+json', { title: key, detail: key }],
    [502, `text/html; x=${key}`, key],
    [201, 'application/json', { id: key }],
  ])('is not repeated, even when a %i of %s does', async (code, type, said) => {
    const echoing = await url(() => wire(code, type, JSON.stringify(said), [`X-Key: ${key}`]));
    const io = client(echoing);
    const told = [
      await io.submit(key, JSON.stringify(sample())),
      await io.profile(key, mario),
      await io.status(key, mario, ulid),
    ];
    expect(JSON.stringify(told)).not.toContain(key);
    expect(told[0]?.heard.httpCode).toBe(code);
  });

  it('is in no failure of the network', async () => {
    const closed = `http://127.0.0.1:${await servers.nobody()}/api/v1`;
    const cut = await url(() => '');
    const garbage = await url((request) => request);
    for (const at of [closed, cut, garbage]) {
      const io = client(at);
      const told = [
        await io.submit(key, '{}'),
        await io.profile(key, mario),
        await io.status(key, mario, ulid),
      ];
      expect(JSON.stringify(told)).not.toContain(key);
    }
  });

  test.each(['', ' ', `${key}\n`, `${key}\r\nX-Other: y`, 'chiàve', `${key} ${key}`])(
    'that no header can hold is refused before anybody is called: %j',
    async (wrong) => {
      let connections = 0;
      const port = await servers.tcp(() => connections++);
      const io = client(`http://127.0.0.1:${port}/api/v1`);
      const told = [
        await io.submit(wrong, '{}'),
        await io.profile(wrong, mario),
        await io.status(wrong, mario, ulid),
      ];
      for (const { answer, phase } of told) {
        expect(answer).toEqual({ outcome: 'refused', why: 'key', detail: 'ERR_INVALID_CHAR' });
        expect(phase).toBe('connecting');
      }
      expect(connections).toBe(0);
    },
  );
});
