import type { IncomingHttpHeaders } from 'node:http';

/** What a guard sees of a request. */
export interface Knock {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Each header as often as it was sent. */
  readonly headersDistinct: Readonly<Record<string, string[] | undefined>>;
}

/**
 * True when a request names exactly one host, and one of ours: a page of another site that has rebound its name to this
 * computer still sends its own.
 */
export function isForUs({ headersDistinct }: Knock, addresses: readonly string[]): boolean {
  const [host, ...others] = headersDistinct['host'] ?? [];
  return host !== undefined && others.length === 0 && addresses.includes(host);
}

/** The token of a question; empty when it bears none. */
export function tokenOf({ headers }: Knock): string {
  return /^Bearer ([\w-]{1,100})$/.exec(headers.authorization ?? '')?.[1] ?? '';
}
