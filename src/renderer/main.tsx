import './mantine.css';
import '@mantine/notifications/styles.layer.css';
import './global.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { chooseLink, NotLetIn } from './links/choose-link.ts';
import { resolver, theme } from './theme.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');

// The host puts the nonce of this page there: styles without it are refused.
const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

// Dialogs keep the page behind them still with a style of their own, whose library looks for the nonce here.
Reflect.set(window, '__webpack_nonce__', nonce);

const linkTo = await chooseLink().catch((error: unknown) => {
  if (error instanceof NotLetIn) root.textContent = error.message;
  throw error;
});
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <App linkTo={linkTo} />
    </MantineProvider>
  </StrictMode>,
);
