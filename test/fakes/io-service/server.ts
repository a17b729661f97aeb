import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gateway, type Answer } from './answers.ts';
import { answerMessage, answerProfile, answerStatus, type Application } from './application.ts';
import { deliver, insteadOfWork, invalidKey, missingKey, usualDelivery } from './delivery.ts';
import { Faults, isStoring, type Script } from './faults.ts';
import { Ledger } from './ledger.ts';
import { Limiter, usualLimit } from './limiter.ts';
import type { Call, IoService, IoServiceOptions } from './options.ts';
import { Citizens } from './profiles.ts';
import { randomFrom, ulid } from './random.ts';
import { fiscalCodeIn, keyOf, readBody, routeOf, type Route } from './routes.ts';
import { service, Services } from './services.ts';

/** Starts the service on this computer, in this process. */
export async function startIoService(options: IoServiceOptions = {}): Promise<IoService> {
  const now = options.now ?? (() => Date.now());
  const random = randomFrom(options.seed ?? 1);
  // Of its own, so that the pace of the calls does not change their ids.
  const pace = randomFrom((options.seed ?? 1) + 1);
  const citizens = new Citizens(options.profiles ?? {}, options.others ?? null);
  const ledger = new Ledger(citizens, options.processAfterMs ?? 0, options.ledgerFile);
  const services = new Services(options.services ?? [service('tari'), service('mensa')]);
  const limiter = new Limiter(options.limit ?? usualLimit);
  const faults = new Faults(options.faults);
  const delivery = { ...usualDelivery, ...options.delivery };
  const latency = options.latencyMs ?? { min: 0, max: 0 };
  const calls: Call[] = [];
  const application: Application = {
    citizens,
    ledger,
    now,
    newId: () => ulid(now(), random),
    fateOf: options.fateOf ?? (() => 'by-profile'),
    visibleAfterMs: options.visibleAfterMs ?? 0,
  };
  const seen = new WeakSet<Socket>();

  const server = createServer({ keepAliveTimeout: options.keepAliveMs ?? 5000 }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A caller who goes away in the middle is no news; a defect of the fake must not look like one of the service.
      if (!request.destroyed) process.stderr.write(`fake IO service: ${String(error)}\n`);
      response.destroy();
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { socket } = request;
    const reused = seen.has(socket);
    seen.add(socket);
    if (reused && options.resetsReused === true) {
      socket.resetAndDestroy();
      return;
    }
    response.sendDate = false;
    response.setHeader('Date', new Date(now() + (options.dateOffsetMs ?? 0)).toUTCString());
    const route = routeOf(request);
    const script = route === null ? 'ok' : faults.next(route.operation);
    const fault = typeof script === 'string' && script !== 'ok' ? script : null;
    if (fault === 'close-before-reading') {
      calls.push(callOf(request, route, script, reused, ''));
      socket.destroy();
      return;
    }
    const body = await readBody(request);
    const call = callOf(request, route, script, reused, body);
    calls.push(call);
    self.onCall?.(call);
    const pauseMs = latency.min + Math.floor(pace() * (latency.max - latency.min + 1));
    const longer = typeof script === 'object' ? script.waitMs : 0;
    if (pauseMs + longer > 0) await wait(pauseMs + longer, undefined, { ref: false });
    const storing = fault !== null && isStoring(fault) ? fault : null;
    const instead = fault === null || isStoring(fault) ? null : insteadOfWork(fault);
    if (instead === 'close') {
      response.destroy();
      return;
    }
    const answer = instead ?? work(request, response, route, body);
    call.code = answer.code;
    await deliver(response, answer, storing, delivery);
  }

  /** The gateway first, then the application. */
  function work(
    request: IncomingMessage,
    response: ServerResponse,
    route: Route | null,
    body: string,
  ): Answer {
    const key = keyOf(request);
    if (key === undefined) return missingKey();
    const owner = services.byKey(key);
    if (owner === null) return invalidKey();
    const taken = limiter.take(owner.service.institution, now());
    if ('refusal' in taken) return taken.refusal;
    response.setHeader('x-rate-limit-remaining', String(taken.left));
    if (route === null) return gateway(404, 'Resource not found');
    const caller = { service: owner.service, address: request.socket.remoteAddress ?? '' };
    const { operation, fiscalCode, id } = route;
    if (operation === 'status') return answerStatus(application, caller, fiscalCode ?? '', id ?? '');
    if (operation === 'message') return answerMessage(application, caller, fiscalCode, body);
    return answerProfile(application, caller, fiscalCode ?? fiscalCodeIn(body));
  }

  function callOf(
    request: IncomingMessage,
    route: Route | null,
    script: Script,
    reused: boolean,
    body: string,
  ): Call {
    return {
      at: now(),
      operation: route?.operation ?? null,
      method: request.method ?? '',
      path: request.url ?? '',
      service: services.byKey(keyOf(request))?.service.id ?? null,
      headers: request.headers,
      body,
      script,
      reused,
      code: null,
    };
  }

  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const self: IoService = {
    url: `http://127.0.0.1:${port}/api/v1`,
    stored: ledger.stored,
    calls,
    faults,
    services,
    limiter,
    setProfile: (fiscalCode, profile) => {
      ledger.settle(now());
      citizens.set(fiscalCode, profile);
    },
    onCall: null,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      ledger.close();
    },
  };
  return self;
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
}
