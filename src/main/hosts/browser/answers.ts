import type { IncomingMessage, ServerResponse } from 'node:http';
import { beatMs, headers, type AnswerLine, type EventLine } from '../../../shared/contract/http.ts';
import type { LedgerName } from '../../../shared/contract/link.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { ask } from '../ask.ts';
import type { Cores } from '../cores.ts';
import { securityHeaders } from '../page-files.ts';
import { readJson } from './body.ts';
import type { Route } from './guard.ts';
import type { Sessions } from './sessions.ts';
import { createUploads, takePiece } from './uploads.ts';

export interface Answers {
  answer(route: Exclude<Route, { to: 'page' }>, request: IncomingMessage, response: ServerResponse): void;
  busy(): { readonly calls: number; readonly windows: number };
  close(): Promise<void>;
}

export interface AnswersOptions {
  readonly cores: Cores;
  readonly sessions: Sessions;
  readonly onChange?: () => void;
}

/** What stands behind each route, for those that the guard let through. */
export function createAnswers({ cores, sessions, onChange }: AnswersOptions): Answers {
  const calls = new Map<string, AbortController>();
  const working = new Set<Promise<void>>();
  const windows = new Set<ServerResponse>();
  const uploads = createUploads();

  async function session(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJson(request);
    const code = body.ok && isRecord(body.value) ? body.value['codice'] : undefined;
    const exchanged = typeof code === 'string' ? sessions.exchange(code) : 'unknown';
    if (typeof exchanged === 'object') sendJson(response, 200, exchanged);
    else sendJson(response, exchanged === 'spent' ? 409 : 401, {});
  }

  async function call(
    { ledger, operation }: { ledger: LedgerName; operation: string },
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const body = await readJson(request);
    if (!body.ok) {
      sendLine(response, { result: body });
      response.end();
      return;
    }
    const id = headerOf(request, headers.call);
    const stop = new AbortController();
    if (id !== null) calls.set(id, stop);
    // The page went away: nobody wants the answer any more.
    response.once('close', () => stop.abort());
    const result = await ask(cores.of(ledger).call, operation, body.value, {
      signal: stop.signal,
      onProgress: (progress) => sendLine(response, { progress }),
    });
    if (id !== null) calls.delete(id);
    sendLine(response, { result });
    response.end();
  }

  async function upload(ledger: LedgerName, request: IncomingMessage): Promise<Result<string, Problem>> {
    const name = decodeName(headerOf(request, headers.name));
    const known = headerOf(request, headers.upload);
    const end = headerOf(request, headers.end);
    const id = known ?? (name === null ? null : uploads.begin(cores.of(ledger).receive(name)));
    const incoming = id === null ? null : uploads.find(id);
    if (id === null || incoming === null) {
      request.resume();
      return fail({ code: 'no-such-parcel', parcel: known ?? '' });
    }
    const taken = await takePiece(incoming, request);
    if (taken.ok && end === null) return ok(id);
    uploads.end(id);
    if (taken.ok && end === 'intero') return incoming.finish();
    await incoming.abort();
    return taken.ok ? fail({ code: 'cancelled' }) : taken;
  }

  function download(ledger: LedgerName, parcel: string, response: ServerResponse): void {
    const file = cores.of(ledger).collect(parcel);
    if (file === null) {
      sendJson(response, 404, {});
      return;
    }
    response.writeHead(200, {
      ...securityHeaders(),
      'Content-Type': 'application/octet-stream',
      'Content-Length': file.bytes.byteLength,
      [headers.name]: encodeURIComponent(file.name),
    });
    response.end(file.bytes);
  }

  function events(ledger: LedgerName, response: ServerResponse): void {
    sendLine(response, { beat: true });
    const silence = setInterval(() => sendLine(response, { beat: true }), beatMs);
    const deaf = cores.of(ledger).listen((event) => sendLine(response, { event }));
    windows.add(response);
    onChange?.();
    response.once('close', () => {
      clearInterval(silence);
      deaf();
      windows.delete(response);
      onChange?.();
    });
  }

  async function work(
    route: Exclude<Route, { to: 'page' }>,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    switch (route.to) {
      case 'session':
        return session(request, response);
      case 'call':
        return call(route, request, response);
      case 'cancel':
        calls.get(route.id)?.abort();
        return sendJson(response, 200, {});
      case 'upload':
        return sendJson(response, 200, { result: await upload(route.ledger, request) });
      case 'download':
        return download(route.ledger, route.parcel, response);
      case 'events':
        return events(route.ledger, response);
    }
  }

  return {
    answer(route, request, response) {
      const done = work(route, request, response)
        // What the core throws is a numbered answer already: here only the connection can fail.
        .catch((error: unknown) => void response.destroy(error instanceof Error ? error : undefined))
        .finally(() => {
          working.delete(done);
          onChange?.();
        });
      working.add(done);
    },
    busy: () => ({ calls: working.size, windows: windows.size }),
    async close() {
      for (const stop of calls.values()) stop.abort();
      for (const response of windows) response.end();
      await Promise.all(working);
      await uploads.close();
    },
  };
}

function sendLine(response: ServerResponse, line: AnswerLine | EventLine): void {
  if (response.destroyed) return;
  if (!response.headersSent)
    response.writeHead(200, { ...securityHeaders(), 'Content-Type': 'application/x-ndjson; charset=utf-8' });
  response.write(`${JSON.stringify(line)}\n`);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    ...securityHeaders(),
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(body);
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}

/** The name is only shown and kept as text; one that is no text is a broken client's. */
function decodeName(encoded: string | null): string | null {
  if (encoded === null) return null;
  try {
    return decodeURIComponent(encoded).slice(0, longestName);
  } catch {
    return null;
  }
}

const longestName = 1_000;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
