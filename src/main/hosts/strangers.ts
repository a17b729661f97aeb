import type { AddressInfo, Socket } from 'node:net';

/** Tokens are guessed slowly: after the first few wrong ones every answer takes its time. */
export const freeFailures = 5;
export const failureDelayMs = 1_000;

/**
 * Connections on which nobody has shown a token yet. Whoever opens many of them loses the oldest, so that there is
 * always room for the window.
 */
export function createStrangers() {
  const most = 64;
  const unknown = new Set<Socket>();
  return {
    meet(socket: Socket): void {
      unknown.add(socket);
      socket.once('close', () => unknown.delete(socket));
      const [oldest] = unknown;
      if (unknown.size > most && oldest !== undefined) {
        unknown.delete(oldest);
        oldest.destroy();
      }
    },
    know: (socket: Socket): void => void unknown.delete(socket),
  };
}

/** The port that a listening server was given. */
export function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
