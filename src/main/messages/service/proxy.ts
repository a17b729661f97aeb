import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { BaseUrl } from './base-url.ts';

/** An HTTP proxy that is asked to CONNECT. */
export interface Proxy {
  readonly host: string;
  readonly port: number;
  /** Of the header `Proxy-Authorization`; null when the proxy asks for none. */
  readonly authorization: string | null;
}

/** `unsupported`: the address of a proxy of another kind, such as SOCKS. */
export interface ProxyProblem {
  readonly code: 'not-a-url' | 'unsupported';
}

/** Reads the address of a proxy: `http://[name:password@]host[:port]`, or `host:port`. */
export function parseProxy(text: string): Result<Proxy, ProxyProblem> {
  const trimmed = text.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`);
  if (url === null || url.hostname === '') return fail({ code: 'not-a-url' });
  if (url.protocol !== 'http:') return fail({ code: 'unsupported' });
  const { username, password } = url;
  const login = `${decode(username)}:${decode(password)}`;
  return ok({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 80 : Number(url.port),
    authorization: username === '' ? null : `Basic ${Buffer.from(login, 'utf8').toString('base64')}`,
  });
}

/**
 * The proxy that an environment names for the service: `HTTPS_PROXY` unless `NO_PROXY` lists its host. Null without one,
 * and for this computer itself.
 */
export function proxyOf(
  environment: Readonly<Record<string, string | undefined>>,
  to: BaseUrl,
): Result<Proxy, ProxyProblem> | null {
  const named = environment['HTTPS_PROXY'] ?? environment['https_proxy'] ?? '';
  const without = environment['NO_PROXY'] ?? environment['no_proxy'] ?? '';
  if (named.trim() === '' || to.local || isListed(to.host, without)) return null;
  return parseProxy(named);
}

function isListed(host: string, list: string): boolean {
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const name = entry
        .toLowerCase()
        .replace(/^\*?\./, '')
        .replace(/:\d+$/, '');
      return entry === '*' || host === name || host.endsWith(`.${name}`);
    });
}

/** A password with a bare `%` is taken as it stands. */
function decode(text: string): string {
  return /%(?![0-9a-f]{2})/i.test(text) ? text : decodeURIComponent(text);
}
