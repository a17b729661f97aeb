import { ledgerNames, type LedgerName } from '../../../shared/contract/link.ts';
import { isForUs, tokenOf, type Knock } from '../knock.ts';

export type Route =
  | { readonly to: 'page'; readonly path: string }
  | { readonly to: 'session' }
  | { readonly to: 'call'; readonly ledger: LedgerName; readonly operation: string }
  | { readonly to: 'cancel'; readonly ledger: LedgerName; readonly id: string }
  | { readonly to: 'upload'; readonly ledger: LedgerName }
  | { readonly to: 'download'; readonly ledger: LedgerName; readonly parcel: string }
  | { readonly to: 'events'; readonly ledger: LedgerName };

export type Refusal = 401 | 403 | 404 | 405 | 415 | 421;

/**
 * Lets a request through to its route or says with which status it is refused. First of all comes the Host. A question
 * must further come from our own page, bear what a simple form cannot send, and the token.
 */
export function judge(knock: Knock, address: string, accepts: (token: string) => boolean): Route | Refusal {
  if (!isForUs(knock, [address])) return 421;
  if (knock.method === 'GET' || knock.method === 'HEAD') return { to: 'page', path: knock.url };
  if (knock.method !== 'POST') return 405;
  const route = routeOf(knock.url);
  if (route === null) return 404;
  const { origin, 'sec-fetch-site': site, 'content-type': type } = knock.headers;
  if (origin !== `http://${address}`) return 403;
  if (site !== undefined && site !== 'same-origin') return 403;
  if (type !== (route.to === 'upload' ? 'application/octet-stream' : 'application/json')) return 415;
  if (route.to === 'session') return route;
  return accepts(tokenOf(knock)) ? route : 401;
}

function routeOf(url: string): Route | null {
  const [empty, verb = '', ledger = '', rest = '', ...more] = url.split('/');
  if (empty !== '' || more.length > 0) return null;
  if (url === '/sessione') return { to: 'session' };
  const name = ledgerNames.find((candidate) => candidate === ledger);
  if (name === undefined) return null;
  if (rest === '') {
    if (verb === 'carica') return { to: 'upload', ledger: name };
    return verb === 'eventi' ? { to: 'events', ledger: name } : null;
  }
  if (verb === 'api') return { to: 'call', ledger: name, operation: rest };
  if (verb === 'annulla') return { to: 'cancel', ledger: name, id: rest };
  return verb === 'scarica' ? { to: 'download', ledger: name, parcel: rest } : null;
}
