import type { LedgerName, Link } from '../../shared/contract/link.ts';
import { sharingCommand } from '../../shared/contract/port-names.ts';
import { sayLaunchProblem, type LaunchProblem } from '../../shared/wording/launch.ts';
import { goTo, routeOf } from '../state/route.ts';
import { createHttpLink } from './http-link.ts';
import { createPortLinks } from './port-link.ts';
import { openSession } from './session.ts';
import { wireOf } from './window-port.ts';

/** The window was opened without a way to the program; the message is for the person. */
export class NotLetIn extends Error {
  readonly problem: LaunchProblem;
  constructor(problem: LaunchProblem) {
    super(sayLaunchProblem(problem));
    this.problem = problem;
  }
}

/** The way to the program that this window has: a port of its own, or the server that sent the page. */
export async function chooseLink(): Promise<(ledger: LedgerName) => Link> {
  return window.location.protocol === 'app:' ? linksOverPort() : linksOverHttp();
}

async function linksOverPort(): Promise<(ledger: LedgerName) => Link> {
  const wire = await wireOf(window);
  return createPortLinks(wire, ({ screen, ask }) => {
    if (screen === sharingCommand) window.dispatchEvent(new Event(sharingCommand));
    else goTo({ ledger: routeOf(window.location.hash).ledger, screen, ask });
  });
}

async function linksOverHttp(): Promise<(ledger: LedgerName) => Link> {
  const { hash, pathname } = window.location;
  const session = await openSession(hash, window.sessionStorage, ask);
  if (typeof session === 'string') throw new NotLetIn(session);
  // The code is spent: it stays neither in the address nor in the history.
  if (hash.includes('codice=')) window.history.replaceState(null, '', pathname);
  return (ledger) => createHttpLink({ ledger, token: session.token, fetch: ask });
}

// Called as a method of anything else, the browser's own fetch refuses.
const ask: typeof fetch = (input, init) => fetch(input, init);
