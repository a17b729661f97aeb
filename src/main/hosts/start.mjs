// Plain JavaScript: it runs before anything is built, on whatever Node the scripts have.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const given = process.argv.slice(2);
const inBrowser = given[0] === 'browser';
const words = inBrowser ? given.slice(1) : given;

if (isStale()) build();
const electron = inBrowser ? null : electronProgram();
process.stdout.write(
  electron !== null
    ? 'Tre Pallini si apre nella sua finestra: Electron c’è.\n'
    : inBrowser
      ? 'Tre Pallini si apre nel browser, come richiesto.\n'
      : 'Tre Pallini si apre nel browser, con le stesse funzioni: Electron qui non c’è e non si può scaricare.\n',
);
const child = spawn(
  electron ?? process.execPath,
  [electron === null ? join(project, 'out', 'main', 'browser.js') : project, ...words],
  { stdio: 'inherit' },
);
process.on('SIGTERM', () => child.kill('SIGTERM'));
process.on('SIGHUP', () => child.kill('SIGHUP'));
// Ctrl+C reaches the window by itself: both belong to the terminal.
process.on('SIGINT', () => undefined);
child.on('exit', (code) => (process.exitCode = code ?? 1));

/** True when there is nothing built, or something that it was built from has changed since. */
function isStale() {
  const built = ['main/browser.js', 'main/index.js', 'preload/index.cjs', 'renderer/index.html'].map((name) =>
    join(project, 'out', name),
  );
  if (!built.every((file) => existsSync(file))) return true;
  const since = Math.min(...built.map((file) => statSync(file).mtimeMs));
  const sources = ['src', 'resources'].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(project, folder, name),
    ),
  );
  return [...sources, join(project, 'electron.vite.config.ts'), join(project, 'package-lock.json')].some(
    (file) => statSync(file).mtimeMs > since,
  );
}

function build() {
  process.stdout.write('Tre Pallini si prepara per il primo avvio: mezzo minuto.\n');
  const tool = join(project, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, 'build'], {
    cwd: project,
    encoding: 'utf8',
  });
  if (status === 0) return;
  process.stderr.write(
    `${stdout}${stderr}\nTre Pallini non si lascia costruire: rifare «npm ci» e riprovare.\n`,
  );
  process.exit(1);
}

/** Electron's program, fetched at the first start; null where it cannot be had. */
function electronProgram() {
  const found = installedElectron();
  const installer = join(project, 'node_modules', 'electron', 'install.js');
  if (found !== null || !existsSync(installer)) return found;
  if (process.stderr.isTTY) process.stderr.write('Si scarica Electron, per non più di un minuto…\n');
  spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: 60_000 });
  return installedElectron();
}

/** Where the package says that its program is. */
function installedElectron() {
  const folder = join(project, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const program = join(
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'),
    readFileSync(note, 'utf8'),
  );
  return existsSync(program) ? program : null;
}
