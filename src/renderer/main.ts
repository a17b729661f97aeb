import './mantine.css';
import '@mantine/notifications/styles.layer.css';
import './global.css';
import type { LedgerName, Link } from '../shared/contract/link.ts';
import { askAhead } from './links/ask-ahead.ts';
import { chooseLink, NotLetIn } from './links/choose-link.ts';
import { routeOf } from './state/route.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');

// The host puts the nonce of this page there.
const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

// The program is asked while the scripts of the window come: neither waits for the other.
const linkTo = openLinks().catch((error: unknown) => {
  if (error instanceof NotLetIn) root.textContent = error.message;
  throw error;
});
// Not awaited here: the window's scripts use parts of this one, and would wait for its end.
void import('./window.tsx').then(({ showWindow }) => showWindow(root, nonce, linkTo));

async function openLinks(): Promise<(ledger: LedgerName) => Link> {
  const links = await chooseLink();
  const { ledger } = routeOf(window.location.hash);
  const first = askAhead(links(ledger));
  return (wanted) => (wanted === ledger ? first : links(wanted));
}
