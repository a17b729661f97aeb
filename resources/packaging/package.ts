/**
 * `npm run package [-- --dir]`: the installers of this system, in `out/pacchetti`; with `--dir` only the folder that they
 * would install, looked into: what is in the archive, whether its seals hold, which fuses are burnt. Needs `npm run build`
 * first, and Electron's own program. What makes the installers is installed apart (docs/decisions/0025-installers.md).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inspect, type PackedFolder } from './inspect/inspect.ts';

const output = 'out/pacchetti';
const builder = 'resources/packaging/builder';
const justFolder = process.argv.includes('--dir');

const electron = electronFolder();
if (!existsSync('out/main/index.js')) stop('Prima serve «npm run build».');
if (electron === null)
  stop(
    'NON IMPACCHETTATO: il programma di Electron qui non c’è e non si è lasciato scaricare; serve una rete che arrivi a GitHub.',
  );
else {
  rmSync(output, { recursive: true, force: true });
  if (!existsSync(join(builder, 'node_modules'))) run('npm', ['ci', '--prefix', builder]);
  run(process.execPath, [
    join(builder, 'node_modules/electron-builder/cli.js'),
    '--config=electron-builder.json',
    '--publish=never',
    // Electron of another processor than this one's is fetched by the tool itself.
    ...(justFolder ? ['--dir', `--${process.arch}`, `-c.electronDist=${electron}`] : []),
  ]);
  for (const packed of packedFolders()) tell(packed);
}

/** Where Electron's program is, fetched if need be; null where it cannot be had. */
function electronFolder(): string | null {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (given !== undefined) return existsSync(given) ? given : null;
  const folder = join(process.cwd(), 'node_modules/electron');
  const isThere = (): boolean => existsSync(join(folder, 'path.txt')) && existsSync(join(folder, 'dist'));
  if (!isThere())
    spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: 120_000 });
  return isThere() ? join(folder, 'dist') : null;
}

/** The folders that were packed, one for each processor. */
function packedFolders(): PackedFolder[] {
  const { electronFuses: declaredFuses } = JSON.parse(readFileSync('electron-builder.json', 'utf8')) as {
    electronFuses: Record<string, boolean>;
  };
  const names = readdirSync(output, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && /^(?:linux|win|mac)\b/.test(entry.name),
  );
  return names.map(({ name }) => {
    const folder = join(output, name);
    const target = `${process.platform}-${name.includes('arm64') ? 'arm64' : 'x64'}`;
    if (process.platform === 'darwin') {
      const contents = join(folder, 'Tre Pallini.app/Contents');
      const framework = 'Frameworks/Electron Framework.framework/Electron Framework';
      return {
        folder,
        resources: join(contents, 'Resources'),
        program: join(contents, framework),
        target,
        declaredFuses,
      };
    }
    const program = join(folder, process.platform === 'win32' ? 'Tre Pallini.exe' : 'tre-pallini');
    return { folder, resources: join(folder, 'resources'), program, target, declaredFuses };
  });
}

function tell(packed: PackedFolder): void {
  const { files, fuses, size, faults } = inspect(packed);
  const burnt = Object.entries(fuses ?? {}).map(([name, isOn]) => `${name} ${isOn ? 'acceso' : 'spento'}`);
  console.log(
    `${packed.folder}: ${files.length} file nell’archivio, ${(size / 1e6).toFixed(1)} MB in tutto\nFusibili: ${burnt.join(', ') || 'non si leggono'}`,
  );
  for (const fault of faults) console.error(`GUASTO: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

function run(program: string, words: readonly string[]): void {
  const { status } = spawnSync(program, words, {
    stdio: 'inherit',
    shell: program === 'npm' && process.platform === 'win32',
  });
  if (status !== 0) stop(`«${program} ${words[0] ?? ''}» è finito con ${status ?? 'un segnale'}.`);
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
