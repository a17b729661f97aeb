import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageResponse } from '../../../src/main/hosts/electron/protocol.ts';
import { openerAmong } from '../../../src/main/hosts/electron/switches.ts';
import { ownWords, parseOptions } from '../../../src/main/hosts/options.ts';
import { page } from '../../helpers/links.ts';
import { climbsTo } from '../../helpers/climbs.ts';
import { found, isLong } from '../figures.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Every source of a folder of `src`, whole. */
function sources(folder: string): string[] {
  return readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs|html|css)$/.test(name))
    .map((name) => read(join('src', folder, name)));
}

describe('the desktop program', () => {
  it('E01 loads nothing that is not in it', () => {
    const loads = sources('main').flatMap((text) => text.match(/\.load(URL|File)\(.*/g) ?? []);
    expect(loads).toEqual(['.loadURL(`${pageScheme.scheme}://tre-pallini/`);']);
    const own = sources('renderer');
    const elsewhere = own.flatMap(
      (text) =>
        text.match(/\b(?:src|href|url|import|fetch)\b[^\n]{0,20}["'(`](?:https?:)?\/\/\w[^\n]*/g) ?? [],
    );
    expect(elsewhere).toEqual([]);
    found('E01', `1 pagina caricata, 0 indirizzi di rete in ${own.length} sorgenti della finestra`);
  });

  it('E04 asks for the sandbox of every process before anything else', () => {
    const main = read('src/main/hosts/electron/main.ts');
    const body = main.slice(main.lastIndexOf('\nimport ')).split('\n').slice(2).join('\n');
    const [first] = body.match(/^\w[^\n]*;/m) ?? [];
    expect(first).toBe('app.enableSandbox();');
    expect(sources('main').filter((text) => /sandbox: false|commandLine\.appendSwitch/.test(text))).toEqual(
      [],
    );
    found('E04', 'sandbox chiesto come prima istruzione, per ogni processo');
  });

  it('E10, E15 turns on no feature of Blink and opens no address in another program', () => {
    const all = ['main', 'preload', 'renderer', 'shared'].flatMap(sources);
    // Electron's `shell` opens whatever the system has a program for: a folder is shown by the file manager, named by us.
    for (const word of [
      /enableBlinkFeatures/i,
      /openExternal/,
      /^\s*shell,$|\bshell\b[^\n]*from 'electron'/m,
      /openPath/,
    ])
      expect(all.filter((text) => word.test(text))).toEqual([]);
    found('E10', `0 in ${all.length} sorgenti`);
    found('E15', `openExternal non si usa: 0 in ${all.length} sorgenti`);
  });

  it('E16 is a version of Electron that is looked after', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as {
      devDependencies: Record<string, string>;
    };
    const version = devDependencies['electron'] ?? '';
    const [major = ''] = version.split('.');
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const until = lookedAfterUntil[major];
    if (until === undefined) throw new Error(`until when is Electron ${major} looked after?`);
    // Old sources can still be built when their time is over; they may not be promised any more.
    const isOver = new Date().toISOString() > until;
    expect(isLong && isOver).toBe(false);
    found('E16', `Electron ${version}, seguita fino al ${until}`);
  });

  it('E18 answers nothing for sixty paths that climb out of the page', () => {
    const paths = climbs();
    expect(paths.length).toBeGreaterThanOrEqual(60);
    for (const path of paths) {
      const answer = pageResponse(page, `app://tre-pallini/${path}`, 'GET');
      expect({ path, status: answer.status }).toEqual({ path, status: 404 });
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    found('E18', `${paths.length} percorsi su ${paths.length}: 404`);
  });

  it('E19, H45 is packed in one sealed archive, with Node’s side doors burnt shut', () => {
    const packing = JSON.parse(read('electron-builder.json')) as Record<string, unknown>;
    expect(packing).toMatchObject({ asar: { smartUnpack: false }, publish: null, npmRebuild: false });
    expect(packing['electronFuses']).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      // Electron comes with one snapshot for all processes.
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
    // Native code cannot be loaded from inside the archive; nothing else lies beside it.
    expect(packing['asarUnpack']).toEqual(['node_modules/better-sqlite3/prebuilds/*.node']);
    expect(readdirSync(join(root, 'node_modules/better-sqlite3/prebuilds'))).toContain('win32-x64.node');
    expect(packing['nsis']).toMatchObject({
      oneClick: false,
      perMachine: false,
      deleteAppDataOnUninstall: false,
    });
    // Without `runAsNode` nothing can be started as Node from inside.
    expect(sources('main').filter((text) => /\bfork\(|ELECTRON_RUN_AS_NODE/.test(text))).toEqual([]);
    found('E19', '8 fusibili dichiarati su 8, archivio sigillato, fuori solo i .node');
    found('H45', 'ELECTRON_RUN_AS_NODE, NODE_OPTIONS e --inspect spenti dai fusibili dichiarati');
  });

  it('E20 gives its page a port and nothing of Electron', () => {
    const preload = sources('preload').join('\n');
    expect(preload.match(/import \{[^}]*\} from 'electron'/g)).toEqual([
      "import { ipcRenderer } from 'electron'",
    ]);
    expect(preload).not.toMatch(/contextBridge|exposeInMainWorld|\binvoke\(|window\.\w+ =/);
    // Two channels, both named in the contract; what is heard is never handed on but for its ports.
    expect(preload.match(/ipcRenderer\.\w+\(\w+/g)).toEqual([
      'ipcRenderer.on(portSent',
      'ipcRenderer.send(portReady',
    ]);
    expect(sources('main').flatMap((text) => text.match(/ipcMain\.\w+\(\w+/g) ?? [])).toEqual([
      'ipcMain.on(portReady',
    ]);
    found('E20', '1 porta, 2 nomi, 0 funzioni di Electron nella pagina');
  });

  it.each(['--', '-', '/'])('H45 does not start, packed, with a switch that opens it (%s)', (dash) => {
    for (const name of openers) {
      for (const word of [`${dash}${name}`, `${dash}${name}=9222`, `${dash}${name.toUpperCase()}=0`])
        expect(openerAmong(['--archivio', 'C:\\dati', word])).toBe(word);
    }
    const usual = ['--archivio', '/dati/inspect', '--oggi=2026-03-31', '--porta', '0', '--lang=it'];
    expect(openerAmong(usual)).toBe(null);
    const main = read('src/main/hosts/electron/main.ts');
    expect(main.indexOf('openerAmong(process.argv')).toBeLessThan(main.indexOf('app.whenReady()'));
    expect(main).toContain('app.isPackaged ? openerAmong(process.argv.slice(1)) : null');
    found(
      'H45',
      `con ${dash}: ${openers.length} interruttori × 3 modi rifiutati prima che la finestra ci sia`,
    );
  });

  it('H45 takes from Electron’s words none but its own', () => {
    const words = ['electron', '--inspect=0', '--remote-debugging-port=9222', '.', '--oggi=2026-03-31'];
    expect(ownWords(words)).toEqual(['--oggi=2026-03-31']);
    expect(parseOptions(['--inspect']).ok).toBe(false);
    found('H45', 'in un browser ogni opzione sconosciuta è rifiutata');
  });
});

const openers = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'js-flags',
  'no-sandbox',
  'disable-web-security',
  'load-extension',
  'host-resolver-rules',
];

/** Three majors are, and there is one every eight weeks: that of 43 ends in January 2027. */
const lookedAfterUntil: Readonly<Record<string, string>> = { '45': '2027-05-01', '46': '2027-06-26' };

/** Ways of asking for what stands beside the page. */
function climbs(): string[] {
  return [
    ...climbsTo('assets/index-1.js'),
    'assets/../assets/index-1.js',
    '/etc/passwd',
    'C:/Windows/win.ini',
    'index.html%00.js',
    '?x',
  ];
}
