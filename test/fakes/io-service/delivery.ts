import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { empty, gateway, html, problem, type Answer } from './answers.ts';
import type { FaultName, StoringFault } from './faults.ts';
import { limited } from './limiter.ts';

/** What the way back does to an answer. */
export interface DeliverySettings {
  /** How long `store-late` holds its answer. */
  readonly lateMs: number;
  /** Between two bytes of `store-201-drip`. */
  readonly dripMs: number;
  /** Of `store-201-endless`. */
  readonly endlessBytes: number;
}

export const usualDelivery: DeliverySettings = {
  lateMs: 95_000,
  dripMs: 1000,
  endlessBytes: 10 * 1024 ** 3,
};

/** What is given instead of the application's answer, which hears nothing of the call. */
export function insteadOfWork(fault: Exclude<FaultName, StoringFault>): Answer | 'close' {
  switch (fault) {
    case 'close-before-reading':
    case 'close-after-reading':
      return 'close';
    case '201-html':
      return html(201, 'Accesso alla rete: benvenuti');
    case '302':
      return { ...empty(302), headers: { Location: 'http://127.0.0.1:9/accesso' } };
    case 'problem-500':
      return problem(500, 'Internal server error', 'Unable to store processing message');
    case 'gateway-401':
      return missingKey();
    case 'gateway-429':
      return limited(4);
    case 'gateway-500':
      return gateway(500, 'Internal server error');
    case 'gateway-502':
      return html(502, '502 Bad Gateway');
    case 'gateway-503':
      return empty(503);
    case 'gateway-504':
      return html(504, '504 Gateway Timeout');
  }
}

export function missingKey(): Answer {
  return gateway(
    401,
    'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
  );
}

export function invalidKey(): Answer {
  return gateway(
    401,
    'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.',
  );
}

/** Writes the application's answer the way the fault wants it. */
export async function deliver(
  response: ServerResponse,
  answer: Answer,
  fault: StoringFault | null,
  settings: DeliverySettings,
): Promise<void> {
  switch (fault) {
    case 'store-close':
      response.destroy();
      return;
    case 'store-504':
      write(response, html(504, '504 Gateway Timeout'));
      return;
    case 'store-late':
      await wait(settings.lateMs, undefined, { ref: false });
      write(response, answer);
      return;
    case 'store-201-truncated': {
      response.writeHead(answer.code, { ...answer.headers, 'Content-Length': answer.body.length });
      await flushed(response, answer.body.slice(0, Math.floor(answer.body.length / 2)));
      response.destroy();
      return;
    }
    case 'store-201-endless':
      response.writeHead(answer.code, answer.headers);
      await pour(response, settings.endlessBytes);
      return;
    case 'store-201-drip':
      response.writeHead(answer.code, answer.headers);
      await drip(response, answer.body, settings.dripMs);
      return;
    case null:
      write(response, answer);
  }
}

function write(response: ServerResponse, { code, headers, body }: Answer): void {
  response.writeHead(code, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body);
}

async function flushed(response: ServerResponse, chunk: string | Buffer): Promise<void> {
  await new Promise<void>((resolve) => {
    response.once('close', resolve);
    response.write(chunk, () => {
      response.off('close', resolve);
      resolve();
    });
  });
}

async function pour(response: ServerResponse, bytes: number): Promise<void> {
  const blank = Buffer.alloc(64 * 1024, ' ');
  for (let left = bytes; left > 0 && !response.destroyed; left -= blank.length)
    await flushed(response, blank);
  response.end();
}

async function drip(response: ServerResponse, body: string, everyMs: number): Promise<void> {
  for (const character of body) {
    if (response.destroyed) return;
    await flushed(response, character);
    await wait(everyMs, undefined, { ref: false });
  }
  response.end();
}
