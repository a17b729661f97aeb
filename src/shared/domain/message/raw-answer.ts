/** An HTTP answer as it came, with the text of its body as far as it was heard. */
export interface RawAnswer {
  readonly code: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How the body ended: whole, with the connection, with our patience, or over what we are willing to read. */
  readonly ended: 'whole' | 'cut' | 'timeout' | 'too-long';
}

/**
 * Who wrote an error. The application answers `problem+json`, the gateway before it `{ statusCode, message }`; anything
 * else is a page of somebody in between.
 */
export interface ErrorBody {
  readonly shape: 'application' | 'gateway' | 'unknown';
  readonly title: string;
  readonly detail: string;
}

/** The body as an object, or null when it is no JSON object or does not say that it is JSON. */
export function jsonObject(raw: RawAnswer): Readonly<Record<string, unknown>> | null {
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(raw.headers['content-type'] ?? '')) return null;
  return parseObject(raw.body);
}

export function readErrorBody(raw: RawAnswer): ErrorBody {
  const body = parseObject(raw.body);
  if (body === null) return { shape: 'unknown', title: '', detail: '' };
  const { title, detail, message, statusCode } = body;
  if (statusCode !== undefined) return { shape: 'gateway', title: '', detail: textOf(message) };
  if (typeof title !== 'string' && typeof detail !== 'string')
    return { shape: 'unknown', title: '', detail: textOf(message) };
  return { shape: 'application', title: textOf(title), detail: textOf(detail) };
}

/** True when the application itself says that it failed, which it does before it takes anything in. */
export function isProblemJson(raw: RawAnswer, error: ErrorBody): boolean {
  return (
    error.shape === 'application' && /^application\/problem\+json\b/i.test(raw.headers['content-type'] ?? '')
  );
}

const longestDetail = 300;

/** One line for the desk: the code and what was said with it, never a page. */
export function detailOf(raw: RawAnswer, error: ErrorBody): string {
  const said = [error.title, error.detail].filter((part) => part !== '').join(': ');
  const kind = said === '' && raw.body !== '' ? (raw.headers['content-type'] ?? '') : said;
  const line = `HTTP ${raw.code}${kind === '' ? '' : ` ${kind}`}`.replace(/\s+/g, ' ');
  return line.length > longestDetail ? `${line.slice(0, longestDetail)}…` : line;
}

/**
 * After how many seconds a refused call may be tried again: the gateway's own header, else the standard one, else the
 * sentence in the body; null when none of them says it.
 */
export function retryAfterSeconds(raw: RawAnswer, error: ErrorBody): number | null {
  return (
    wholeSeconds(raw.headers['x-rate-limit-retry-after']) ??
    standardSeconds(raw) ??
    wholeSeconds(/try again in (\d+(?:\.\d+)?) seconds?/i.exec(error.detail)?.[1])
  );
}

function standardSeconds(raw: RawAnswer): number | null {
  const value = raw.headers['retry-after'];
  const seconds = wholeSeconds(value);
  if (seconds !== null || value === undefined) return seconds;
  const wait = Date.parse(value) - Date.parse(raw.headers['date'] ?? '');
  return Number.isNaN(wait) || wait < 0 ? null : Math.ceil(wait / 1000);
}

function wholeSeconds(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,9}(?:\.\d+)?\s*$/.test(text) ? Math.ceil(Number(text)) : null;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
