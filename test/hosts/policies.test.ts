import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultFolder } from '../../src/main/hosts/folders.ts';
import { parseOptions } from '../../src/main/hosts/options.ts';
import { policiesPlace, readPolicies } from '../../src/main/hosts/policies.ts';
import { policiesFile } from '../../src/shared/contract/schemas/policies.ts';
import { sayPolicies } from '../../src/shared/wording/policies.ts';

const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-criteri-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string, platform: NodeJS.Platform = 'linux') {
  const file = join(folder, 'criteri.json');
  writeFileSync(file, text);
  return readPolicies('Anna Bianchi/..', file, platform);
}

describe('what an administrator decided for a computer', () => {
  it('is looked for where only an administrator writes', () => {
    expect(policiesPlace({ ProgramData: 'D:\\Dati' }, 'win32')).toBe('D:\\Dati\\Tre Pallini\\criteri.json');
    expect(policiesPlace({}, 'win32')).toBe('C:\\ProgramData\\Tre Pallini\\criteri.json');
    expect(policiesPlace({ HOME: '/home/anna' }, 'linux')).toBe('/etc/tre-pallini/criteri.json');
    expect(policiesPlace({}, 'darwin')).toBe('/Library/Application Support/Tre Pallini/criteri.json');
  });

  it('is nothing where there is no file', () => {
    const found = readPolicies('anna', join(folder, 'niente.json'));
    expect(found).toMatchObject({ state: 'none', off: [], archive: null, secondFolder: null });
    expect(sayPolicies(found)).toMatch(/^nessuno/);
  });

  it('switches off what it says is off, and names folders for each account', () => {
    const found = read(
      '\uFEFF{"archivio":"/srv/{utente}/dati","secondaCartella":"/mnt/copie","messaggi":false,"apiLocale":false,"aggiornamenti":true}',
    );
    expect(found).toMatchObject({
      state: 'applied',
      off: ['messages', 'api'],
      archive: '/srv/Anna_Bianchi_../dati',
      secondFolder: '/mnt/copie',
    });
    expect(sayPolicies(found)).toContain(
      'i messaggi IO sono spenti; l’API locale è spenta; la cartella del registro',
    );
  });

  it.each([
    ['{"messagi":false}', 'messagi'],
    ['{"messaggi":"no"}', 'messaggi'],
    ['{"archivio":"dati"}', 'archivio: scrivere la cartella per intero'],
    ['{"messaggi":false', 'non è JSON'],
    ['[]', ''],
    [`{"archivio":"/${'x'.repeat(70_000)}"}`, 'troppo grande'],
  ])('holds in nothing when it cannot be understood (%#)', (text, why) => {
    const found = read(text);
    expect(found).toMatchObject({ state: 'unreadable', off: [], archive: null, secondFolder: null });
    expect(found.complaint).toContain(why);
    expect(sayPolicies(found)).toContain('il programma lavora senza');
  });

  it('a folder counts as whole by the system it is for', () => {
    expect(read('{"archivio":"D:\\\\Tre Pallini"}', 'win32').archive).toBe('D:\\Tre Pallini');
    expect(read('{"archivio":"D:\\\\Tre Pallini"}').state).toBe('unreadable');
  });

  it('the page for who looks after computers names every decision, as it is written', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'it.md'), 'utf8');
    const [, example = ''] = /```json\n([^`]*)```/.exec(page) ?? [];
    expect(read(example, 'win32').state).toBe('applied');
    expect(Object.keys(JSON.parse(example) as object)).toEqual(Object.keys(policiesFile.shape));
  });

  it('its folder is used where nobody names another', () => {
    expect(defaultFolder({}, 'linux', '/srv/dati')).toBe('/srv/dati');
    expect(defaultFolder({ TREPALLINI_HOME: '/casa' }, 'linux', '/srv/dati')).toBe('/casa');
    expect(parseOptions(['--archivio', '/qui'], '/srv/dati')).toMatchObject({ value: { home: '/qui' } });
  });
});
