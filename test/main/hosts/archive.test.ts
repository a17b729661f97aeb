import Database from 'better-sqlite3';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aDesk, cliFile, run, stackTrace } from './command-line.ts';
import { dayGiornale, importDay, wholeFlusso } from './day-of-papers.ts';
import { ask, documentsShape, importShape, problemShape, verificaShape } from './shapes.ts';

const ledgerFile = 'tre-pallini.db';

describe('the archive folder', () => {
  const desk = aDesk(importDay);
  const at = (archive: string, words: readonly string[]) =>
    desk.run(['--json', '--archivio', archive, ...words]);

  it('is created when absent, at any depth', async () => {
    const archive = desk.path('nuovo/a fondo/è lì');
    expect((await at(archive, ['stato'])).code).toBe(0);
    expect(existsSync(archive)).toBe(true);
  });

  it('is TREPALLINI_HOME when nobody names one', async () => {
    const env = { TREPALLINI_HOME: desk.archive };
    const { code, stdout } = await run(process.execPath, [cliFile, 'importazioni', '--json'], { env });
    expect(code).toBe(0);
    expect(documentsShape.parse(JSON.parse(stdout)).documents).toHaveLength(8);
  });

  it('is refused when it is a file, in one sentence', async () => {
    const { code, stdout, stderr } = await at(desk.write('un-file', 'x'), ['stato']);
    expect(code).toBe(3);
    expect(problemShape.parse(JSON.parse(stdout)).code).toBe('ledger-unreadable');
    expect(stderr).not.toMatch(stackTrace);
  });

  it('is refused when its name is too long for the disk, without a stack trace', async () => {
    const { code, stdout, stderr } = await at(desk.path('x'.repeat(300)), ['stato']);
    expect(code).toBe(3);
    expect(problemShape.parse(JSON.parse(stdout)).message).toContain('non si lascia aprire');
    expect(stderr).not.toMatch(stackTrace);
  });

  it.each([['stato'], ['verifica'], ['importa', 'x.xml']])(
    'is left untouched by %s when its database is a text',
    async (...words) => {
      const file = desk.write(
        `testo/${ledgerFile}`,
        'Non sono un registro, sono un testo qualunque.\n'.repeat(9),
      );
      const before = readFileSync(file);
      const { code, stdout } = await at(desk.path('testo'), words);
      expect(code).toBe(3);
      expect(problemShape.parse(JSON.parse(stdout)).code).toBe('not-a-ledger');
      expect(readFileSync(file).equals(before)).toBe(true);
      // Beside it only the log, which tells that it was refused.
      expect(readdirSync(desk.path('testo')).toSorted()).toEqual(['log', ledgerFile]);
    },
  );

  it('is left untouched when its database is of another program', async () => {
    mkdirSync(desk.path('estraneo'));
    const file = join(desk.path('estraneo'), ledgerFile);
    const foreign = new Database(file);
    foreign.exec('CREATE TABLE cose (una); PRAGMA user_version = 1');
    foreign.close();
    const before = readFileSync(file);
    const { code, stdout } = await at(desk.path('estraneo'), ['importa', desk.write('f.xml', wholeFlusso)]);
    expect(code).toBe(3);
    expect(problemShape.parse(JSON.parse(stdout)).code).toBe('not-a-ledger');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('of a newer program is refused by every command and stays identical, byte by byte', async () => {
    const folder = desk.path('futuro');
    cpSync(desk.archive, folder, { recursive: true });
    const file = join(folder, ledgerFile);
    const newer = new Database(file);
    newer.pragma('user_version = 999');
    newer.close();
    const before = readFileSync(file);
    const settings = desk.path('impostazioni.json');
    const xml = desk.write('g.xml', dayGiornale);
    for (const words of [
      ['stato'],
      ['pagamenti'],
      ['verifica'],
      ['impostazioni', 'scrivi', settings],
      ['importa', xml],
      ['annulla', '1'],
    ]) {
      const { code, stdout } = await at(folder, words);
      expect({ words, code }).toEqual({ words, code: 3 });
      const problem = problemShape.parse(JSON.parse(stdout));
      expect(problem).toMatchObject({ code: 'ledger-from-the-future', version: 999 });
    }
    expect(readFileSync(file).equals(before)).toBe(true);
    const journal = join(folder, `${ledgerFile}-wal`);
    expect(existsSync(journal) ? readFileSync(journal).length : 0).toBe(0);
  }, 30_000);
});

describe('two processes on one archive', () => {
  const desk = aDesk();

  it('import the same papers at once: each document once, nobody fails', async () => {
    await importDay(desk);
    const other = desk.write(
      'g2.xml',
      dayGiornale
        .replaceAll('2026-03-05', '2026-03-06')
        .replaceAll('00001', '00002')
        .replace('>103<', '>203<'),
    );
    const ended = await Promise.all([1, 2, 3].map(() => desk.json(['importa', other, desk.path('carte')])));
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
    const outcomes = ended.flatMap(({ value }) =>
      importShape.parse(value).documents.filter(({ outcome }) => outcome === 'imported'),
    );
    expect(outcomes).toHaveLength(1);
    expect((await ask(desk, ['importazioni'], documentsShape)).documents).toHaveLength(9);
    expect(await ask(desk, ['verifica'], verificaShape)).toMatchObject({ ok: true, findings: [] });
  });

  it('may create it together', async () => {
    const folder = desk.path('insieme');
    const ended = await Promise.all([1, 2, 3].map(() => desk.run(['stato', '--archivio', folder])));
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
  });
});
