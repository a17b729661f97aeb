import type {
  Heard,
  ProfileAnswer,
  StatusAnswer,
  SubmitAnswer,
} from '../../../shared/domain/message/answer.ts';
import { skewOf } from '../../../shared/domain/message/clock.ts';
import type { Phase } from '../../../shared/domain/message/phase.ts';
import type { RawAnswer } from '../../../shared/domain/message/raw-answer.ts';
import {
  readProfileAnswer,
  readStatusAnswer,
  readSubmitAnswer,
} from '../../../shared/domain/message/read-answer.ts';
import type { BaseUrl } from './base-url.ts';
import { exchange, type Call, type Exchange } from './exchange.ts';
import type { Proxy } from './proxy.ts';

/** An answer and what stands around it; `phase` is how far the call came. */
export interface Told<Answer> {
  readonly answer: Answer;
  readonly heard: Heard;
  readonly phase: Phase;
}

/** The service of the IO app, as far as a sender needs it. Whatever the network does is an answer; nothing is tried twice. */
export interface IoService {
  readonly profile: (key: string, fiscalCode: string) => Promise<Told<ProfileAnswer>>;
  /** `body`: the JSON, whole, with the codice fiscale in it. `onPhase` hears each step before it is taken. */
  readonly submit: (
    key: string,
    body: string | Uint8Array,
    onPhase?: (phase: Phase) => void,
  ) => Promise<Told<SubmitAnswer>>;
  readonly status: (key: string, fiscalCode: string, id: string) => Promise<Told<StatusAnswer>>;
}

/** In ms. */
export interface Timeouts {
  /** Name, connection, proxy and encryption together. */
  readonly connect: number;
  /** A short patience makes uncertain messages out of slow ones. */
  readonly submit: number;
  readonly ask: number;
}

export interface IoServiceOptions {
  readonly baseUrl: BaseUrl;
  readonly timeouts?: Partial<Timeouts>;
  readonly proxy?: Proxy | null;
  /** PEM of the authorities to trust instead of the computer's own. */
  readonly ca?: readonly string[];
  /** Ms since 1970; told only to compare it with the service's. */
  readonly now?: () => number;
}

const usualTimeouts: Timeouts = { connect: 10_000, submit: 90_000, ask: 20_000 };

export function createIoService(options: IoServiceOptions): IoService {
  const timeouts = { ...usualTimeouts, ...options.timeouts };
  const way = {
    to: options.baseUrl,
    proxy: options.proxy ?? null,
    ca: options.ca,
    connectMs: timeouts.connect,
  };
  const now = options.now ?? (() => Date.now());

  async function ask<Answer>(
    key: string,
    call: Omit<Call, 'headers'>,
    read: Reader<Answer>,
    onPhase: (phase: Phase) => void = () => undefined,
  ): Promise<Told<Answer>> {
    // Node would refuse the header with an error that repeats it.
    if (!/^[\x21-\x7e]+$/.test(key))
      return { answer: read.wrongKey, heard: nothingHeard, phase: 'connecting' };
    const headers = {
      Accept: 'application/json',
      'Ocp-Apim-Subscription-Key': key,
      'User-Agent': 'TrePallini',
      ...(call.body === null
        ? {}
        : { 'Content-Type': 'application/json', 'Content-Length': String(call.body.byteLength) }),
    };
    const result = await exchange(way, { ...call, headers }, onPhase);
    if (result.phase !== 'answered')
      return { answer: read.unanswered(result), heard: nothingHeard, phase: result.phase };
    const raw = withoutKey(result.answer, key);
    return {
      answer: read.answered(raw),
      heard: { httpCode: raw.code, skewMs: skewOf(raw.headers['date'], now()) },
      phase: 'answered',
    };
  }

  return {
    profile: (key, fiscalCode) =>
      ask(
        key,
        {
          method: 'POST',
          path: '/profiles',
          body: encode(JSON.stringify({ fiscal_code: fiscalCode })),
          answerMs: timeouts.ask,
        },
        profileReader,
      ),
    submit: (key, body, onPhase) =>
      ask(
        key,
        { method: 'POST', path: '/messages', body: encode(body), answerMs: timeouts.submit },
        submitReader,
        onPhase,
      ),
    status: (key, fiscalCode, id) =>
      ask(
        key,
        {
          method: 'GET',
          path: `/messages/${encodeURIComponent(fiscalCode)}/${encodeURIComponent(id)}`,
          body: null,
          answerMs: timeouts.ask,
        },
        statusReader(id),
      ),
  };
}

type Unanswered = Exclude<Exchange, { phase: 'answered' }>;

/** What each end of a call means for one kind of call. */
interface Reader<Answer> {
  readonly answered: (raw: RawAnswer) => Answer;
  readonly unanswered: (end: Unanswered) => Answer;
  readonly wrongKey: Answer;
}

const nothingHeard: Heard = { httpCode: null, skewMs: null };
const wrongKey = { outcome: 'refused', why: 'key', detail: 'ERR_INVALID_CHAR' } as const;

const submitReader: Reader<SubmitAnswer> = {
  answered: readSubmitAnswer,
  unanswered: (end) =>
    end.phase === 'handed-over'
      ? { outcome: 'uncertain', ...end.failure }
      : { outcome: 'not-sent', ...end.failure },
  wrongKey,
};

const profileReader: Reader<ProfileAnswer> = {
  answered: readProfileAnswer,
  unanswered: (end) =>
    end.phase === 'handed-over'
      ? { outcome: 'no-answer', detail: `${end.failure.why}: ${end.failure.detail}` }
      : { outcome: 'not-sent', ...end.failure },
  wrongKey,
};

function statusReader(id: string): Reader<StatusAnswer> {
  return {
    answered: (raw) => readStatusAnswer(raw, id),
    unanswered: ({ failure }) => ({ outcome: 'no-answer', detail: `${failure.why}: ${failure.detail}` }),
    wrongKey,
  };
}

function encode(body: string | Uint8Array): Uint8Array {
  return typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
}

/** A server that repeats the key in what it answers must not bring it into the ledger. */
function withoutKey(raw: RawAnswer, key: string): RawAnswer {
  const clean = (text: string) => text.replaceAll(key, '****');
  return {
    ...raw,
    headers: Object.fromEntries(Object.entries(raw.headers).map(([name, value]) => [name, clean(value)])),
    body: clean(raw.body),
  };
}
