import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Call } from '../../../shared/contract/api.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { sayApiProblem, type ApiProblem } from '../../../shared/wording/local-api.ts';
import { sayProblem } from '../../../shared/wording/problems.ts';
import { securityHeaders } from '../page-files.ts';
import { createStrangers, failureDelayMs, freeFailures, portOf } from '../strangers.ts';
import { answer, type Program } from './answers.ts';
import { judge, statuses } from './guard.ts';

// Imported, it would bring the whole of `fetch` with it: a fifth of what a start computes.
const { createServer } = process.getBuiltinModule('node:http');

export interface ApiHost {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  close(): Promise<void>;
}

export interface ApiOptions {
  readonly call: Call;
  /** 0: any that is free. */
  readonly port: number;
}

/** How many answers one program may wait for, slow readers included. */
export const mostAtOnce = 4;

/** The local API: what the ledger says, read by other programs of this computer. It has no way to write. */
export async function serveApi({
  call,
  port,
}: ApiOptions): Promise<Result<ApiHost, 'port-taken' | 'port-refused'>> {
  const strangers = createStrangers();
  const waiting = new Map<number, number>();
  const marking = new Set<number>();
  let failures = 0;
  let addresses: readonly string[] = [];
  let origin = '';

  async function recognise(
    token: string,
  ): Promise<Result<{ program: Program; usedToday: boolean }, ApiProblem | Problem>> {
    const tokenDigest = createHash('sha256').update(token).digest('hex');
    const found = await call('programs.recognise', { tokenDigest });
    if (!found.ok) return found;
    const { program, usedToday } = found.value;
    return program === null ? fail({ code: 'unauthorized' }) : ok({ program, usedToday });
  }

  /** Once a day, and nobody waits for it: while an import writes, the mark is made after it. */
  async function mark(id: number): Promise<void> {
    if (marking.has(id)) return;
    marking.add(id);
    // A mark that cannot be made now is made at the next question.
    await call('programs.mark', { id });
    marking.delete(id);
  }

  async function work(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers, headersDistinct } = request;
    const judged = judge({ method, url, headers, headersDistinct }, addresses);
    if (!judged.ok) return refuse(response, judged.problem);
    const recognised = await recognise(judged.value.token);
    if (!recognised.ok) return refuse(response, recognised.problem);
    const { program, usedToday } = recognised.value;
    strangers.know(request.socket);
    const before = waiting.get(program.id) ?? 0;
    if (before >= mostAtOnce) return refuse(response, { code: 'too-many-requests', most: mostAtOnce });
    waiting.set(program.id, before + 1);
    response.once('close', () => waiting.set(program.id, (waiting.get(program.id) ?? 1) - 1));
    if (!usedToday) void mark(program.id);
    const answered = await answer({ call, program, url, origin });
    if (!answered.ok) return refuse(response, answered.problem);
    const body = Buffer.from(JSON.stringify(answered.value));
    // Of what this program may see: nothing can be learned by comparing it with another one's.
    const digest = createHash('sha256').update(`${program.id} `).update(body).digest('base64url');
    const etag = `"${digest}"`;
    if (isKnown(headers['if-none-match'], etag)) send(response, 304, { ETag: etag }, null);
    else send(response, 200, { ETag: etag }, body);
  }

  function refuse(response: ServerResponse, problem: ApiProblem | Problem): void {
    const status = statusOf(problem);
    if (status === 401) failures += 1;
    const isApis = isApiProblem(problem);
    const message = isApis ? sayApiProblem(problem) : sayProblem(problem);
    const say = (): void =>
      send(
        response,
        status,
        {
          ...(status === 405 ? { Allow: 'GET' } : {}),
          ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
          ...(status === 429 || status === 503 ? { 'Retry-After': '1' } : {}),
          // What else such a request holds is not read.
          ...(closing.has(status) || problem.code === 'body-not-allowed' ? { Connection: 'close' } : {}),
        },
        Buffer.from(JSON.stringify({ code: problem.code, message })),
      );
    if (status === 401 && failures > freeFailures) setTimeout(say, failureDelayMs).unref();
    else say();
  }

  const server = createServer(
    {
      maxHeaderSize: 8 * 1024,
      headersTimeout: 10_000,
      requestTimeout: 10_000,
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 5_000,
      requireHostHeader: false,
    },
    (request, response) => {
      request.resume();
      // What the core throws is a numbered answer already: here only the connection can fail.
      work(request, response).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      );
    },
  );
  // Whoever does not read what they asked for.
  server.setTimeout(slowestReaderMs);
  server.on('connection', (socket) => strangers.meet(socket));
  const listening = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve);
    server.listen(port, '127.0.0.1', () => resolve(null));
  });
  if (listening !== null) return fail(listening.code === 'EADDRINUSE' ? 'port-taken' : 'port-refused');
  const own = portOf(server.address());
  addresses = [`127.0.0.1:${own}`, `localhost:${own}`];
  origin = `http://127.0.0.1:${own}`;
  return ok({
    origin,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  });
}

const slowestReaderMs = 30_000;

const closing: ReadonlySet<number> = new Set([401, 403, 405, 421]);

function isApiProblem(problem: ApiProblem | Problem): problem is ApiProblem {
  return Object.hasOwn(statuses, problem.code);
}

/** What the core cannot do now it may do later; what it should not have done is a defect. */
function statusOf(problem: ApiProblem | Problem): number {
  if (isApiProblem(problem)) return statuses[problem.code];
  return problem.code === 'defect' || problem.code === 'invalid-request' ? 500 : 503;
}

function isKnown(told: string | undefined, etag: string): boolean {
  const tags = told?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return tags.includes(etag) || tags.includes('*');
}

function send(
  response: ServerResponse,
  status: number,
  told: Readonly<Record<string, string>>,
  body: Buffer | null,
): void {
  response.writeHead(status, {
    ...securityHeaders(),
    ...told,
    ...(body === null
      ? {}
      : { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length }),
  });
  response.end(body ?? undefined);
}
