import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAsar } from '../../../resources/packaging/inspect/asar.ts';
import { fuseMark } from '../../../resources/packaging/inspect/fuses.ts';
import { inspect, type PackedFolder } from '../../../resources/packaging/inspect/inspect.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const packer = 'resources/packaging/package.ts';
const builder = join(root, 'resources/packaging/builder');
const desk = mkdtempSync(join(tmpdir(), 'tre-pallini-pacchetto-'));
const config = JSON.parse(readFileSync(join(root, 'electron-builder.json'), 'utf8')) as {
  electronFuses: Record<string, boolean>;
};
const folder = join(root, 'out/pacchetti/linux-unpacked');
const packed: PackedFolder = {
  folder,
  resources: join(folder, 'resources'),
  program: join(folder, 'tre-pallini'),
  target: 'linux-x64',
  declaredFuses: config.electronFuses,
};

const canBeMade = process.platform === 'linux' && process.arch === 'x64' && builderIsThere();
if (!canBeMade)
  console.warn(
    'SALTATO: la cartella da installare si prova su Linux, dove electron-builder si può installare.',
  );

/** The program that makes the installers is installed apart, once, when somebody packs. */
function builderIsThere(): boolean {
  if (existsSync(join(builder, 'node_modules/app-builder-lib'))) return true;
  return spawnSync('npm', ['ci', '--prefix', builder], { stdio: 'ignore' }).status === 0;
}

/** A folder like Electron's, whose program does nothing but bear the fuses as they leave the factory. */
function standIn(): string {
  const place = join(desk, 'electron');
  mkdirSync(join(place, 'locales'), { recursive: true });
  mkdirSync(join(place, 'resources'));
  writeFileSync(join(place, 'electron'), `program ${fuseMark}\u0001\u000810110011 end`, 'latin1');
  chmodSync(join(place, 'electron'), 0o755);
  for (const name of ['version', 'chrome-sandbox', 'locales/it.pak', 'locales/de.pak'])
    writeFileSync(join(place, name), '');
  return place;
}

afterAll(() => rmSync(desk, { recursive: true, force: true }));

describe('where Electron’s program is not there', () => {
  it('nothing is packed, and one sentence says so', () => {
    const { status, stderr } = pack(join(desk, 'niente'));
    expect({ status, stderr: stderr.trim() }).toEqual({
      status: 1,
      stderr: expect.stringMatching(
        /^NON IMPACCHETTATO: il programma di Electron qui non c’è[^\n]*$/,
      ) as string,
    });
  });
});

describe.skipIf(!canBeMade)('the folder that is installed', () => {
  let told: ReturnType<typeof pack>;
  beforeAll(() => {
    if (!existsSync(join(root, 'out/main/index.js')))
      execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'ignore' });
    told = pack(standIn());
  }, 300_000);

  it('is described as its tool wants it', () => {
    const schema = JSON.parse(
      readFileSync(join(builder, 'node_modules/app-builder-lib/scheme.json'), 'utf8'),
    ) as object;
    const isRight = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    expect({ is: isRight(config), errors: isRight.errors }).toEqual({ is: true, errors: null });
    expect(isRight({ ...config, electronFuses: { ...config.electronFuses, runAsNod: false } })).toBe(false);
  });

  it('holds what runs and nothing else, sealed, with the fuses burnt', () => {
    expect({ status: told.status, stderr: told.stderr }).toEqual({ status: 0, stderr: '' });
    expect(told.stdout).toContain('runAsNode spento, enableCookieEncryption acceso');
    const { files, fuses, faults } = inspect(packed);
    expect(faults).toEqual([]);
    expect(fuses).toEqual(config.electronFuses);
    expect(files.length).toBeGreaterThan(200);
  });

  it('what is wrong with it is seen', () => {
    const copy = join(desk, 'guasta');
    cpSync(folder, copy, { recursive: true });
    const archive = readFileSync(join(copy, 'resources/app.asar'));
    archive.writeUInt8((archive.at(-1) ?? 0) ^ 1, archive.length - 1);
    writeFileSync(join(copy, 'resources/app.asar'), archive);
    const program = readFileSync(join(copy, 'tre-pallini'));
    program.write('1', program.indexOf(fuseMark) + fuseMark.length + 2);
    writeFileSync(join(copy, 'tre-pallini'), program);
    writeFileSync(join(copy, 'resources/app.asar.unpacked/in-più.node'), '');
    const { faults } = inspect({
      ...packed,
      folder: copy,
      resources: join(copy, 'resources'),
      program: join(copy, 'tre-pallini'),
    });
    expect(faults).toEqual([
      expect.stringMatching(/^il sigillo di .* non torna$/),
      expect.stringContaining('fuori dall’archivio ci deve essere soltanto'),
      'il fusibile runAsNode deve essere spento',
    ]);
  });

  it('is enough to run: the program that was packed fills a ledger', { timeout: 60_000 }, () => {
    const out = join(desk, 'aperta');
    for (const { path, inside } of readAsar(join(folder, 'resources/app.asar'))) {
      mkdirSync(dirname(join(out, path)), { recursive: true });
      if (inside !== null) writeFileSync(join(out, path), inside.bytes);
    }
    cpSync(join(folder, 'resources/app.asar.unpacked'), out, { recursive: true });
    const words = ['--json', '--archivio', join(desk, 'archivio'), 'demo', join(desk, 'carte')];
    const answer = execFileSync(process.execPath, [join(out, 'out/main/cli.js'), ...words], {
      stdio: ['ignore', 'pipe', 'ignore'],
      encoding: 'utf8',
    });
    const { documents } = JSON.parse(answer) as { documents: readonly { outcome: string }[] };
    expect(documents.length).toBeGreaterThan(20);
    expect(documents.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    // The library of spreadsheets is loaded when one is met, and there is none among the papers.
    const workbook = "require('xlsx').read('a;b', { type: 'binary', codepage: 1252 }).SheetNames[0]";
    const first = execFileSync(process.execPath, ['-p', workbook], { cwd: out, encoding: 'utf8' });
    expect(first.trim()).toBe('Sheet1');
  });
});

function pack(electron: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [packer, '--dir'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electron },
  });
}
