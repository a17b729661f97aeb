import type { ApiProblem } from '../../../shared/wording/local-api.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { isForUs, tokenOf, type Knock } from '../knock.ts';

/**
 * What can be said of a request before anybody looks at the ledger: that it names this very computer, that no web page
 * sent it, that it only reads, and that it bears something that may be a token. Whoever has none learns nothing else, not
 * even which addresses there are.
 */
export function judge(knock: Knock, addresses: readonly string[]): Result<{ token: string }, ApiProblem> {
  if (!isForUs(knock, addresses)) return fail({ code: 'wrong-host' });
  const {
    origin,
    'sec-fetch-site': site,
    'content-length': length,
    'transfer-encoding': coding,
  } = knock.headers;
  // Programs send neither. `none` is a person who typed the address: they have no token.
  if (origin !== undefined || (site !== undefined && site !== 'none')) return fail({ code: 'not-for-pages' });
  const token = tokenOf(knock);
  if (token === '') return fail({ code: 'unauthorized' });
  if (knock.method !== 'GET') return fail({ code: 'method-not-allowed', method: knock.method });
  if (coding !== undefined || (length !== undefined && length !== '0'))
    return fail({ code: 'body-not-allowed' });
  return ok({ token });
}

/** With which HTTP status each is said. */
export const statuses: Readonly<Record<ApiProblem['code'], number>> = {
  'wrong-host': 421,
  'not-for-pages': 403,
  unauthorized: 401,
  'method-not-allowed': 405,
  'body-not-allowed': 400,
  'no-such-address': 404,
  'unknown-parameter': 400,
  'repeated-parameter': 400,
  'bad-parameter': 400,
  'clear-needed': 403,
  'begin-again': 410,
  'too-many-requests': 429,
};
