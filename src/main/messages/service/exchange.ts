import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Phase } from '../../../shared/domain/message/phase.ts';
import type { RawAnswer } from '../../../shared/domain/message/raw-answer.ts';
import { connect, type Way } from './connect.ts';
import { exchangeFailure, type ConnectFailure, type ExchangeFailure } from './network-failure.ts';

// Imported, it would bring the whole of `fetch` with it: a fifth of what a start computes.
const { request } = process.getBuiltinModule('node:http');

/** One call. */
export interface Call {
  readonly method: 'GET' | 'POST';
  /** Behind `/api/v1`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /** From the moment the request is handed over to the last byte of the answer. */
  readonly answerMs: number;
}

/** How far the call came and what it got. `handed-over` without an answer: the service may have acted on it. */
export type Exchange =
  | { readonly phase: 'connecting' | 'connected'; readonly failure: ConnectFailure }
  | { readonly phase: 'handed-over'; readonly failure: ExchangeFailure }
  | { readonly phase: 'answered'; readonly answer: RawAnswer };

const largestAnswer = 1_000_000;

/**
 * One request on a connection of its own, and its answer: never sent twice, never sent elsewhere. `onPhase` is told each
 * step before it is taken; what it throws stops the call there.
 */
export async function exchange(way: Way, call: Call, onPhase: (phase: Phase) => void): Promise<Exchange> {
  onPhase('connecting');
  const connected = await connect(way);
  if (!connected.ok) return { phase: 'connecting', failure: connected.problem };
  const socket = connected.value;
  try {
    onPhase('connected');
    if (socket.destroyed || !socket.writable)
      return { phase: 'connected', failure: { why: 'connection', detail: 'ECONNRESET' } };
    onPhase('handed-over');
    const heard = await answerOn(socket, way, call);
    if ('why' in heard) return { phase: 'handed-over', failure: heard };
    onPhase('answered');
    return { phase: 'answered', answer: heard };
  } finally {
    socket.destroy();
  }
}

async function answerOn(socket: Socket, way: Way, call: Call): Promise<RawAnswer | ExchangeFailure> {
  const deadline = AbortSignal.timeout(call.answerMs);
  return await new Promise((resolve) => {
    let hasAnswer = false;
    const failed = (failure: ExchangeFailure) => {
      deadline.removeEventListener('abort', onTimeout);
      // Once an answer has begun, how its body ends is part of the answer.
      if (!hasAnswer) resolve(failure);
    };
    const onTimeout = () => failed({ why: 'timeout', detail: `${call.answerMs} ms` });
    const asked = request({
      createConnection: () => socket,
      method: call.method,
      path: `${way.to.path}${call.path}`,
      headers: { Host: hostHeader(way), Connection: 'close', ...call.headers },
    })
      .on('response', (response) => {
        hasAnswer = true;
        deadline.removeEventListener('abort', onTimeout);
        readBody(response, deadline, resolve);
      })
      .on('upgrade', () => failed({ why: 'strange-answer', detail: 'HTTP 101' }))
      .on('error', (error) => failed(exchangeFailure(error)))
      .on('close', () => failed({ why: 'cut', detail: 'ECONNRESET' }));
    deadline.addEventListener('abort', onTimeout);
    asked.end(call.body ?? undefined);
  });
}

function readBody(
  response: IncomingMessage,
  deadline: AbortSignal,
  resolve: (answer: RawAnswer) => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const end = (ended: RawAnswer['ended']) => {
    deadline.removeEventListener('abort', onTimeout);
    // The first end is the one that counts: a promise resolves once.
    resolve({
      code: response.statusCode ?? 0,
      headers: headersOf(response),
      body: Buffer.concat(chunks).toString('utf8'),
      ended,
    });
    response.destroy();
  };
  const onTimeout = () => end('timeout');
  deadline.addEventListener('abort', onTimeout);
  response
    .on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > largestAnswer) end('too-long');
      else chunks.push(chunk);
    })
    .on('end', () => end(response.complete ? 'whole' : 'cut'))
    .on('error', () => end('cut'))
    .on('close', () => end('cut'));
}

function headersOf(response: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function hostHeader({ to }: Way): string {
  const host = to.host.includes(':') ? `[${to.host}]` : to.host;
  return to.port === (to.secure ? 443 : 80) ? host : `${host}:${to.port}`;
}
