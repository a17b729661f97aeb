import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cores } from '../cores.ts';
import { answerPage, securityHeaders, type PageFiles } from '../page-files.ts';
import { createStrangers, failureDelayMs, freeFailures, portOf } from '../strangers.ts';
import { createAnswers } from './answers.ts';
import { judge, type Refusal } from './guard.ts';
import type { Sessions } from './sessions.ts';

// Imported, it would bring the whole of `fetch` with it: a fifth of what a start computes.
const { createServer } = process.getBuiltinModule('node:http');

export interface HttpHost {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** Calls that are being worked on, and windows that listen. */
  busy(): { readonly calls: number; readonly windows: number };
  close(): Promise<void>;
}

export interface HttpOptions {
  readonly cores: Cores;
  readonly page: PageFiles;
  readonly sessions: Sessions;
  /** 0: any that is free. */
  readonly port: number;
  /** Something began or ended: `busy` may answer otherwise. */
  readonly onChange?: () => void;
}

/** The core behind a port of this computer that no other computer can reach. */
export async function serveHttp(options: HttpOptions): Promise<HttpHost> {
  const { page, sessions } = options;
  const answers = createAnswers(options);
  const strangers = createStrangers();
  let failures = 0;
  let address = '';

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '', headers, headersDistinct } = request;
    const judged = judge({ method, url, headers, headersDistinct }, address, (token) =>
      sessions.accepts(token),
    );
    if (typeof judged === 'number') {
      if (judged === 401) failures += 1;
      refuse(request, response, judged, judged === 401 && failures > freeFailures);
    } else if (judged.to === 'page') {
      const { status, headers: told, body } = answerPage(page, judged.path);
      response.writeHead(status, { ...told, 'Content-Length': body.length });
      response.end(method === 'HEAD' ? undefined : body);
    } else {
      if (judged.to !== 'session') strangers.know(request.socket);
      answers.answer(judged, request, response);
    }
  }

  const server = createServer(
    {
      maxHeaderSize: 8 * 1024,
      headersTimeout: 10_000,
      requestTimeout: 120_000,
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 30_000,
      // Without a Host the answer is ours, not Node's.
      requireHostHeader: false,
    },
    answer,
  );
  server.on('connection', (socket) => strangers.meet(socket));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  address = `127.0.0.1:${portOf(server.address())}`;
  return {
    origin: `http://${address}`,
    busy: () => answers.busy(),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await answers.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function refuse(request: IncomingMessage, response: ServerResponse, status: Refusal, slowly: boolean): void {
  const send = (): void => {
    response.writeHead(status, {
      ...securityHeaders(),
      'Content-Length': 0,
      // What else the request holds is not read.
      Connection: 'close',
      ...(status === 405 ? { Allow: 'GET, HEAD, POST' } : {}),
    });
    response.end();
    request.resume();
  };
  if (slowly) setTimeout(send, failureDelayMs).unref();
  else send();
}
