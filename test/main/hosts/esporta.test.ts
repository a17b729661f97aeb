import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readWorkbook } from '../../helpers/workbook-reading.ts';
import { aReader, sorted, type Exported } from '../../helpers/exported.ts';
import { aDesk, cliFile } from './command-line.ts';
import { importDay } from './day-of-papers.ts';
import { ask, problemShape } from './shapes.ts';

const desk = aDesk(importDay);
const answer = z.strictObject({ file: z.string(), rows: z.int() });
const key = ['iuv', 'iur', 'indice'];

function read(name: string): Exported {
  return JSON.parse(readFileSync(desk.path(name), 'utf8')) as Exported;
}

describe('esporta', () => {
  it('writes the file that is asked for, and tells where it is and how many rows it has', async () => {
    const told = await ask(desk, ['esporta', 'pagamenti', '--out', 'pagamenti.json'], answer);
    const { righe } = read('pagamenti.json');
    expect(told).toEqual({ file: desk.path('pagamenti.json'), rows: righe.length });
    expect(righe.length).toBeGreaterThan(2);
    const listed = await ask(desk, ['pagamenti'], z.array(z.looseObject({ iuv: z.string() })));
    expect(righe.map((riga) => riga['iuv'])).toEqual(listed.map(({ iuv }) => iuv));
  });

  it('takes the format from the option, else from the name of the file', async () => {
    await ask(desk, ['esporta', 'flussi', '--out', 'flussi.txt', '--formato', 'json'], answer);
    expect(read('flussi.txt').versione).toBe(1);
    const text = await desk.run(['esporta', 'flussi', '--out', desk.path('flussi.csv')]);
    expect(text).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Scritto .*flussi\.csv: \d+ righe?\.\n$/) as string,
    });
    expect(readFileSync(desk.path('flussi.csv'), 'utf8')).toMatch(/^\u{feff}"iuf";/u);
  });

  it('writes the workbook of the treasurer, in which nobody is told in clear unless it is asked', async () => {
    const words = ['esporta', 'tesoriere', '--out', 'tesoriere.xlsx'];
    const told = await ask(desk, words, answer);
    const listed = await ask(desk, ['pagamenti'], z.array(z.looseObject({ iuv: z.string() })));
    const book = readWorkbook(readFileSync(desk.path('tesoriere.xlsx')));
    expect(book.cell('Pagamenti', 'A1').value).toBe(listed.length);
    const sheets = book.names.slice(1).map((name) => book.values(name).length - 2);
    expect(told.rows).toBe(sheets.reduce((sum, rows) => sum + rows, 0));

    const codici = () =>
      readWorkbook(readFileSync(desk.path('tesoriere.xlsx')))
        .values('Pagamenti')
        .slice(2)
        .flatMap((row) => (typeof row[7] === 'string' ? [row[7]] : []));
    const [masked] = codici();
    await ask(desk, [...words, '--chiaro'], answer);
    const [clear] = codici();
    expect(masked).toMatch(/^....•+..$/);
    expect(clear).toMatch(/^[A-Z0-9]{11,16}$/);
  });

  it.each([
    [['esporta', 'boh', '--out', 'a.csv'], '«boh» non esiste; ci sono: pagamenti'],
    [['esporta', 'pagamenti'], 'Manca --out'],
    [['esporta', 'pagamenti', '--out', 'a', '--formato', 'xml'], '«xml» non esiste; ci sono: csv, json'],
    [['esporta', 'pagamenti', '--out', 'a', '--dal', '2026-02-30'], '«2026-02-30» non è un giorno'],
    [['esporta', 'pagamenti', '--out', 'a', '--dal', '2026-02-02', '--al', '2026-02-01'], 'finisce prima'],
    [['esporta', 'pagamenti', '--out', 'a', '--consumatore', '=x'], '«=x» non va bene'],
    [['esporta', 'pagamenti', '--out', 'a.xlsx'], '«xlsx» non esiste; ci sono: csv, json'],
    [['esporta', 'tesoriere', '--out', 'a.csv'], '«csv» non esiste; ci sono: xlsx'],
    [['esporta', 'tesoriere', '--out', 'a', '--consumatore', 'x'], 'sempre per intero'],
    [['consumatori', 'togli'], 'manca un argomento'],
  ])('%j is wrong usage', async (words, sentence) => {
    const { code, stdout, stderr } = await desk.run(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n')[0]).toContain(sentence);
    expect(existsSync(desk.path('a'))).toBe(false);
  });

  it.each([
    [['--out', 'manca/a.csv'], 'no-such-folder'],
    [['--out', '.'], 'target-is-a-folder'],
    [['--out', 'prima.csv', '--servizio', 'boh'], 'not-found'],
    [['--out', 'prima.csv', '--dal', '2031-01-01'], 'nothing-to-export'],
  ])('%j is bad news, and what was there stays', async (words, code) => {
    writeFileSync(desk.path('prima.csv'), 'com’era');
    const told = await desk.json(['esporta', 'pagamenti', ...words]);
    expect(told.code).toBe(3);
    expect(problemShape.parse(told.value).code).toBe(code);
    expect(readFileSync(desk.path('prima.csv'), 'utf8')).toBe('com’era');
    expect(readdirSync(desk.folder).filter((name) => name.endsWith('.parziale'))).toEqual([]);
  });
});

describe('consumatori', () => {
  it('are those who get only what changed, until they are taken away', async () => {
    const asked = ['esporta', 'pagamenti', '--consumatore', 'mensa scolastica', '--out', 'mensa.json'];
    const first = await ask(desk, asked, answer);
    expect((await ask(desk, asked, answer)).rows).toBe(0);
    expect(read('mensa.json').righe).toEqual([]);

    const shape = z.array(
      z.looseObject({ name: z.string(), export: z.string(), rows: z.int(), lastRows: z.int() }),
    );
    expect(await ask(desk, ['consumatori'], shape)).toMatchObject([
      { name: 'mensa scolastica', export: 'pagamenti', rows: first.rows, lastRows: 0 },
    ]);
    expect((await desk.run(['consumatori'])).stdout).toContain('mensa scolastica');

    await ask(desk, ['consumatori', 'togli', 'mensa scolastica'], z.unknown());
    expect((await ask(desk, asked, answer)).rows).toBe(first.rows);
    expect(await desk.json(['consumatori', 'togli', 'boh'])).toMatchObject({
      code: 3,
      value: { code: 'not-found', what: 'consumer' },
    });
  });

  it('lose nothing when an export for them is killed at any moment', async () => {
    const reader = aReader(key);
    const words = ['esporta', 'pagamenti', '--consumatore', 'ucciso', '--out', desk.path('ucciso.json')];
    // Whoever reads takes what it finds, once; so does it after the last one, which is left to end.
    for (const delay of [150, 190, 220, 250, 290, null]) {
      const child = spawn(
        process.execPath,
        [cliFile, '--archivio', desk.archive, '--oggi', '2026-03-10', ...words],
        {
          stdio: 'ignore',
        },
      );
      const ended = new Promise((resolve) => child.once('close', resolve));
      if (delay !== null) {
        await Promise.race([wait(delay), ended]);
        child.kill('SIGKILL');
      }
      await ended;
      if (existsSync(desk.path('ucciso.json'))) reader.take(read('ucciso.json'));
    }
    await ask(desk, ['esporta', 'pagamenti', '--out', 'tutto.json'], answer);
    expect(reader.rows()).toEqual(sorted(key, read('tutto.json')));
    expect(readdirSync(desk.folder).filter((name) => name.endsWith('.parziale'))).toEqual([]);
  }, 60_000);
});
