// For whoever works at the page: it reloads by itself, and behind it stands the browser host, from the sources.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const host = spawn(
  process.execPath,
  [fileURLToPath(new URL('browser/main.mjs', import.meta.url)), ...process.argv.slice(2)],
  { env: { ...process.env, TREPALLINI_BROWSER: 'nessuno' }, stdio: ['ignore', 'pipe', 'inherit'] },
);
host.on('exit', (code) => process.exit(code ?? 1));
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => host.kill('SIGTERM'));
const said = await new Promise((resolve) => host.stdout.once('data', (text) => resolve(String(text))));
const { origin, hash } = new URL(/http:\S+/.exec(said)?.[0] ?? '');

const server = await createServer({
  configFile: false,
  root: fileURLToPath(new URL('../../renderer', import.meta.url)),
  server: {
    host: '127.0.0.1',
    // The host answers its own page alone: to it, this server's page is that.
    proxy: {
      '^/(sessione|(api|annulla|carica|scarica|eventi)/.*)$': {
        target: origin,
        changeOrigin: true,
        headers: { origin },
      },
    },
  },
});
await server.listen();
process.stdout.write(`Pagina che si ricarica da sola: ${server.resolvedUrls?.local[0] ?? ''}${hash}\n`);
