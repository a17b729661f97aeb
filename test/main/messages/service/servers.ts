import { createServer as createHttp } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net';
import { connect } from 'node:net';
import { createServer as createTls } from 'node:tls';
import { parseBaseUrl, type BaseUrl } from '../../../../src/main/messages/service/base-url.ts';

/** Servers that begin with the test and end with it. */
export class Servers {
  readonly #open: { server: Server; sockets: Set<Socket> }[] = [];

  /** A plain or encrypted connection, handed over as it is. */
  async tcp(onSocket: (socket: Socket) => void, tls?: { cert: string; key: string }): Promise<number> {
    const listener = (socket: Socket) => {
      socket.on('error', () => undefined);
      onSocket(socket);
    };
    return await this.#listen(tls === undefined ? createTcp(listener) : createTls(tls, listener));
  }

  /** An HTTP proxy. `answer`: what it says to CONNECT; on 200 it passes everything on to `port` of this computer. */
  async proxy(answer: string, port: number, heard: string[] = []): Promise<number> {
    const server = createHttp();
    server.on('connect', (request, client: Socket) => {
      heard.push(`${request.url ?? ''} ${request.headers['proxy-authorization'] ?? '-'}`);
      client.on('error', () => undefined);
      client.write(`HTTP/1.1 ${answer}\r\n\r\n`);
      if (!answer.startsWith('200')) {
        client.end();
        return;
      }
      const onward = connect(port, '127.0.0.1').on('error', () => client.destroy());
      // Nobody reads on once the other side is gone, and would not hear that this one leaves.
      onward.on('close', () => client.resume());
      client.on('close', () => {
        heard.push('closed');
        onward.destroy();
      });
      client.pipe(onward).pipe(client);
    });
    return await this.#listen(server);
  }

  /** A port where nobody listens. */
  async nobody(): Promise<number> {
    const port = await this.tcp(() => undefined);
    await this.close();
    return port;
  }

  async close(): Promise<void> {
    for (const { server, sockets } of this.#open.splice(0)) {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    }
  }

  async #listen(server: Server): Promise<number> {
    const sockets = new Set<Socket>();
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    this.#open.push({ server, sockets });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return (server.address() as AddressInfo).port;
  }
}

export function baseUrl(text: string): BaseUrl {
  const parsed = parseBaseUrl(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.code}`);
  return parsed.value;
}

/** Reads until the head and the announced body have come, then calls back with both. */
export function onRequest(socket: Socket, answer: (request: string) => void): void {
  let heard = '';
  socket.on('data', (chunk) => {
    heard += String(chunk);
    const end = heard.indexOf('\r\n\r\n');
    const length = Number(/content-length: (\d+)/i.exec(heard)?.[1] ?? '0');
    if (end >= 0 && Buffer.byteLength(heard.slice(end + 4)) >= length) answer(heard);
  });
}

/** An answer as bytes. */
export function wire(code: number, type: string, body: string, headers: readonly string[] = []): string {
  return [
    `HTTP/1.1 ${code} X`,
    `Content-Type: ${type}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...headers,
    '',
    body,
  ].join('\r\n');
}
