import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { MantineGrid } from './mantine-grid.tsx';
import { OwnGrid } from './own-grid.tsx';

// `?mantine` shows the yardstick, anything else the rows of the product.
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <MantineProvider>{window.location.search === '?mantine' ? <MantineGrid /> : <OwnGrid />}</MantineProvider>,
);
