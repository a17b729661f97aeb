import type { LedgerName } from '../../shared/contract/link.ts';
import { mayNamePerson } from '../../shared/domain/without-people.ts';

/** Where the window is: a screen, its question as plain JSON, and the ledger that is looked at. */
export interface Route {
  readonly ledger: LedgerName;
  readonly screen: string;
  /** What the screen is asked to show, such as a filter; each screen reads it with care: people edit addresses. */
  readonly ask: Readonly<Record<string, unknown>>;
}

const demoPrefix = 'prova';

/** Names that were looked for: an address and the history bear their number, this window alone knows whom it means. */
const wantedPeople: string[] = [];

/** The address of a screen: it works as a link, in the history and when the page is loaded again, but for people. */
export function addressOf({ ledger, screen, ask }: Route): string {
  const path = ledger === 'demo' ? `${demoPrefix}/${screen}` : screen;
  const told = searching(ask, numberOf);
  const query = Object.keys(ask).length === 0 ? '' : `?${encodeURIComponent(JSON.stringify(told))}`;
  return `#/${path}${query}`;
}

export function routeOf(hash: string): Route {
  const [path = '', query] = hash.replace(/^#\/?/, '').split('?', 2);
  const parts = path.split('/').filter((part) => part !== '');
  const ledger: LedgerName = parts[0] === demoPrefix ? 'demo' : 'own';
  const screen = (ledger === 'demo' ? parts[1] : parts[0]) ?? '';
  return { ledger, screen, ask: readAsk(query) };
}

function readAsk(query: string | undefined): Readonly<Record<string, unknown>> {
  if (query === undefined) return {};
  try {
    const value: unknown = JSON.parse(decodeURIComponent(query));
    return isRecord(value) ? searching(value, personOf) : {};
  } catch {
    return {};
  }
}

function searching(
  ask: Readonly<Record<string, unknown>>,
  change: (search: string) => string,
): Readonly<Record<string, unknown>> {
  const { filter } = ask;
  if (!isRecord(filter) || typeof filter['search'] !== 'string') return ask;
  return { ...ask, filter: { ...filter, search: change(filter['search']) } };
}

function numberOf(search: string): string {
  if (!mayNamePerson(search)) return search;
  const known = wantedPeople.indexOf(search);
  return `~${known < 0 ? wantedPeople.push(search) - 1 : known}`;
}

/** Of an address that another window made nobody is found, and nobody looked for. */
function personOf(search: string): string {
  const [, number] = /^~(\d+)$/.exec(search) ?? [];
  return number === undefined ? search : (wantedPeople[Number(number)] ?? '');
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Goes somewhere, as a new step of the history or in place of this one. */
export function goTo(route: Route, inPlace = false): void {
  const address = addressOf(route);
  if (address === window.location.hash) return;
  if (!inPlace) window.location.hash = address;
  else {
    window.history.replaceState(null, '', address);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  }
}
