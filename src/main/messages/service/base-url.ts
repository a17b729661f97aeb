import { fail, ok, type Result } from '../../../shared/domain/result.ts';

/** Where the service answers. Only `parseBaseUrl` makes one. */
export interface BaseUrl {
  readonly secure: boolean;
  /** On this computer. */
  readonly local: boolean;
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
  /** Ends in `/api/v1`, without a slash behind it. */
  readonly path: string;
  /** As a person reads it. */
  readonly text: string;
}

export interface BaseUrlProblem {
  readonly code:
    | 'not-a-url'
    /** Plain `http` anywhere but on this computer would show the key to everybody in between. */
    | 'not-secure'
    | 'not-api-v1'
    /** A name, a password, a query or a fragment. */
    | 'has-extras';
}

export const defaultBaseUrl = 'https://api.io.pagopa.it/api/v1';

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Reads the address of the service, `/api/v1` included: `https`, or `http` on this computer alone. */
export function parseBaseUrl(text: string): Result<BaseUrl, BaseUrlProblem> {
  const url = URL.parse(text.trim());
  if (url === null) return fail({ code: 'not-a-url' });
  const secure = url.protocol === 'https:';
  const local = loopback.has(url.hostname);
  if (!secure && !(url.protocol === 'http:' && local)) return fail({ code: 'not-secure' });
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return fail({ code: 'has-extras' });
  const path = url.pathname.replace(/\/+$/, '');
  if (!path.endsWith('/api/v1')) return fail({ code: 'not-api-v1' });
  return ok({
    secure,
    local,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    path,
    text: `${url.protocol}//${url.host}${path}`,
  });
}
