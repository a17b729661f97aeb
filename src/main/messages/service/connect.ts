import * as net from 'node:net';
import * as tls from 'node:tls';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { BaseUrl } from './base-url.ts';
import { connectFailure, type ConnectFailure } from './network-failure.ts';
import type { Proxy } from './proxy.ts';
import { trustOf } from './trust.ts';

// Imported, it would bring the whole of `fetch` with it: a fifth of what a start computes.
const { request } = process.getBuiltinModule('node:http');

/** How to reach the service. */
export interface Way {
  readonly to: BaseUrl;
  /** For encrypted connections alone. */
  readonly proxy: Proxy | null;
  /** PEM; without it, the authorities that this computer trusts. */
  readonly ca: readonly string[] | undefined;
  readonly connectMs: number;
}

/**
 * A fresh connection, encrypted where the address says so, on which nothing has been sent. A connection that was used
 * before could die just as a message is written to it, and nobody would know what became of the message.
 */
export async function connect(way: Way): Promise<Result<net.Socket, ConnectFailure>> {
  const deadline = AbortSignal.timeout(way.connectMs);
  const { to, proxy } = way;
  if (!to.secure) return await opened(net.connect({ host: to.host, port: to.port }), 'connect', deadline);
  if (proxy === null) return await opened(encrypted(way, undefined), 'secureConnect', deadline);
  const tunnel = await openTunnel(proxy, to, deadline);
  return tunnel.ok ? await opened(encrypted(way, tunnel.value), 'secureConnect', deadline) : tunnel;
}

function encrypted({ to, ca }: Way, through: net.Socket | undefined): tls.TLSSocket {
  return tls.connect({
    ...(through === undefined ? { host: to.host, port: to.port } : { socket: through, host: to.host }),
    // A bare address has no name to ask for.
    ...(net.isIP(to.host) === 0 ? { servername: to.host } : {}),
    secureContext: trustOf(ca),
    ALPNProtocols: ['http/1.1'],
  });
}

/** Resolves once, with the open socket or with the reason; a socket that failed is gone. */
async function opened(
  socket: net.Socket,
  event: 'connect' | 'secureConnect',
  deadline: AbortSignal,
): Promise<Result<net.Socket, ConnectFailure>> {
  return await new Promise((resolve) => {
    const settle = (result: Result<net.Socket, ConnectFailure>) => {
      deadline.removeEventListener('abort', onTimeout);
      socket.off(event, onOpen).off('error', onError).off('close', onClose);
      if (!result.ok) socket.destroy();
      resolve(result);
    };
    const onOpen = () => settle(ok(socket));
    const onError = (error: Error) => settle(fail(connectFailure(error)));
    const onClose = () => settle(fail({ why: 'connection', detail: 'ECONNRESET' }));
    const onTimeout = () => settle(fail({ why: 'connection', detail: 'ETIMEDOUT' }));
    // Whoever uses the connection afterwards listens for themselves; between two listeners an error must not end the program.
    socket.on('error', () => undefined);
    socket.on(event, onOpen).on('error', onError).on('close', onClose);
    deadline.addEventListener('abort', onTimeout);
    if (deadline.aborted) onTimeout();
  });
}

/** Asks the proxy for a way through. Whatever goes wrong here, the service has heard nothing. */
async function openTunnel(
  proxy: Proxy,
  to: BaseUrl,
  deadline: AbortSignal,
): Promise<Result<net.Socket, ConnectFailure>> {
  const authority = `${to.host.includes(':') ? `[${to.host}]` : to.host}:${to.port}`;
  return await new Promise((resolve) => {
    const failed = (detail: string) => {
      deadline.removeEventListener('abort', onTimeout);
      resolve(fail({ why: 'proxy', detail }));
    };
    const asked = request({
      host: proxy.host,
      port: proxy.port,
      method: 'CONNECT',
      path: authority,
      agent: false,
      headers: {
        Host: authority,
        ...(proxy.authorization === null ? {} : { 'Proxy-Authorization': proxy.authorization }),
      },
    })
      .on('connect', (answer, socket, head) => {
        // It is told by the encrypted connection that goes through it.
        socket.on('error', () => undefined);
        if (answer.statusCode !== 200 || head.length > 0) {
          socket.destroy();
          failed(`CONNECT ${answer.statusCode ?? 0}`);
          return;
        }
        // From here on the connection belongs to the service, whose patience is longer.
        deadline.removeEventListener('abort', onTimeout);
        resolve(ok(socket));
      })
      .on('error', (error) => failed(connectFailure(error).detail))
      .on('close', () => failed('ECONNRESET'));
    const onTimeout = () => {
      failed('ETIMEDOUT');
      asked.destroy();
    };
    deadline.addEventListener('abort', onTimeout);
    asked.end();
  });
}
