import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { LedgerName, Link } from '../shared/contract/link.ts';
import { App } from './app.tsx';
import { screenNamed } from './screens/registry.ts';
import { routeOf } from './state/route.ts';
import { resolver, theme } from './theme.ts';

/** Shows the window in `root`, with its first screen in it. `nonce` is that of this page: styles without it are refused. */
export async function showWindow(
  root: HTMLElement,
  nonce: string,
  linkTo: Promise<(ledger: LedgerName) => Link>,
): Promise<void> {
  // Dialogs keep the page behind them still with a style of their own, whose library looks for the nonce here.
  Reflect.set(window, '__webpack_nonce__', nonce);
  // A screen that is here is shown at once; where it cannot be had, the window says so in its place.
  const screen = screenNamed(routeOf(window.location.hash).screen)
    .load()
    .catch(() => undefined);
  const [link] = await Promise.all([linkTo, screen]);
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={resolver}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <App linkTo={link} />
      </MantineProvider>
    </StrictMode>,
  );
}
