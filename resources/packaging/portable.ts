/**
 * `npm run portable [-- linux|windows]`: the program in one folder, without installing anything and without Electron: Node,
 * what was built, what it needs to run, and a script that opens the window in Edge, Chrome or Chromium. Written to
 * `out/portatile`, packed beside it. Needs `npm run build` first.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { readLock, withTheirOwn } from './shipped.ts';
import { starters, type System } from './starters.ts';

const lock = readLock('.');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const chosen = process.argv.slice(2).filter((word): word is System => word === 'linux' || word === 'windows');

if (!existsSync('out/main/browser.js')) {
  console.error('Prima serve «npm run build».');
  process.exit(1);
}
for (const system of chosen.length === 0 ? [process.platform === 'win32' ? 'windows' : 'linux'] : chosen)
  make(system as System);

function make(system: System): void {
  const name = `tre-pallini-${version}-${system}-x64`;
  const folder = join('out', 'portatile', name);
  rmSync(folder, { recursive: true, force: true });
  const app = join(folder, 'app');
  mkdirSync(join(folder, 'node'), { recursive: true });
  for (const built of ['main', 'renderer'])
    cpSync(join('out', built), join(app, 'out', built), { recursive: true });
  writeFileSync(
    join(app, 'package.json'),
    `${JSON.stringify({ name: 'tre-pallini', version, type: 'module', private: true })}\n`,
  );
  for (const place of withTheirOwn(lock, Object.keys(lock.packages['']?.dependencies ?? {})))
    copyPackage(place, app, system);
  for (const file of ['LICENSE', 'CHANGELOG.md']) cpSync(file, join(folder, file));
  cpSync('docs/it.md', join(folder, 'IT.md'));
  const { node, files } = starters[system];
  const binary = join(folder, 'node', basename(node));
  cpSync(nodeBinary(system, node), binary);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text, { mode: 0o755 });
  const packed = pack(folder, system);
  console.log(`${packed}: ${(statSync(packed).size / 1e6).toFixed(1)} MB`);
}

/** A library as it runs: without its sources, and of the database only the binary of this system. */
function copyPackage(place: string, app: string, system: System): void {
  const binary = system === 'windows' ? 'win32-x64.node' : 'linux-x64.node';
  cpSync(place, join(app, place), {
    recursive: true,
    filter: (path) => {
      const inside = path.slice(place.length + 1).replaceAll('\\', '/');
      if (inside.startsWith('node_modules')) return false;
      if (place === 'node_modules/better-sqlite3' && /^(?:deps|src|binding\.gyp)/.test(inside)) return false;
      return !inside.startsWith('prebuilds/') || inside === `prebuilds/${binary}`;
    },
  });
}

/** The Node of that system, as the lock file has it; fetched when it is not that of this computer. */
function nodeBinary(system: System, node: string): string {
  const place = `node_modules/node-${system === 'windows' ? 'win' : 'linux'}-x64`;
  if (existsSync(join(place, node))) return join(place, node);
  const locked = lock.packages[place];
  if (locked === undefined) throw new Error(`${place} is not in the lock file`);
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-node-'));
  const archive = execFileSync(
    'npm',
    ['pack', '--silent', '--pack-destination', folder, `${basename(place)}@${locked.version}`],
    {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  ).trim();
  const file = join(folder, archive);
  const digest = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (digest !== locked.integrity) throw new Error(`${file} is not what the lock file names`);
  execFileSync('tar', ['-xzf', file, '-C', folder]);
  return join(folder, 'package', node);
}

/** Everybody opens a zip on Windows; elsewhere the programs must stay programs. */
function pack(folder: string, system: System): string {
  const [into, name] = [dirname(folder), basename(folder)];
  const packed = join(into, system === 'windows' ? `${name}.zip` : `${name}.tar.gz`);
  rmSync(packed, { force: true });
  if (system === 'linux') execFileSync('tar', ['-czf', basename(packed), name], { cwd: into });
  // The tar of Windows writes a zip; elsewhere there is a zip.
  else if (process.platform === 'win32')
    execFileSync('tar', ['-a', '-cf', basename(packed), name], { cwd: into });
  else execFileSync('zip', ['-qr', basename(packed), name], { cwd: into });
  return packed;
}
