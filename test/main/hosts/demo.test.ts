import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { aDesk, cliFile, run, settle, stackTrace, type Ended } from './command-line.ts';
import { documentsShape, importShape, problemShape, verificaShape } from './shapes.ts';

describe('demo', () => {
  const desk = aDesk();
  const demo = (...words: string[]): Promise<Ended> =>
    run(process.execPath, [cliFile, 'demo', '--oggi', '2026-03-31', ...words], { cwd: desk.folder });

  // A demo takes as long as four other commands: the first one serves two tests.
  let first: Ended;
  beforeAll(async () => {
    first = await demo('prova', '--json');
  });

  it('writes its papers and imports them in a ledger of its own', async () => {
    const { code, stdout } = first;
    expect(code).toBe(0);
    const { documents, report } = importShape.parse(JSON.parse(stdout));
    expect(documents.every(({ outcome }) => outcome === 'imported')).toBe(true);
    expect(new Set(documents.map(({ kind }) => kind))).toEqual(
      new Set(['giornale-opi', 'flusso', 'ricevuta']),
    );
    expect(Object.values(report?.flussi ?? {})).toHaveLength(7);
    expect(Object.values(report?.flussi ?? {})).not.toContain(0);
    const verified = await run(process.execPath, [
      cliFile,
      'verifica',
      '--json',
      '--archivio',
      desk.path('prova/archivio'),
    ]);
    expect(verificaShape.parse(JSON.parse(verified.stdout)).ok).toBe(true);
  });

  it('gives the same again from the same day', async () => {
    const second = await demo('prova', '--json');
    expect(second).toMatchObject({ code: 0, stdout: first.stdout });
  });

  it('imports in the archive that is named', async () => {
    expect((await demo('carte', '--archivio', desk.path('mio'), '--json')).code).toBe(0);
    expect(existsSync(desk.path('carte/archivio'))).toBe(false);
    const second = importShape.parse(
      JSON.parse((await demo('carte', '--archivio', desk.path('mio'), '--json')).stdout),
    );
    expect(second.documents.every(({ outcome }) => outcome === 'already-imported')).toBe(true);
  });

  it('never enters the ledger of a real ente, nor erases it, however often it is asked', async () => {
    mkdirSync(desk.path('ufficio'));
    const real = desk.path('ufficio/archivio');
    const settings = { ente: { codiceFiscale: '80099990001', denominazione: 'Comune vero' } };
    const file = desk.write('vero.json', JSON.stringify(settings));
    await desk.run(['impostazioni', 'scrivi', file, '--archivio', real]);
    desk.write('ufficio/documenti/mio.txt', 'non toccare');
    for (const words of [['--json'], ['--json']]) {
      const { code, stdout } = await demo('ufficio', ...words);
      expect(code).toBe(3);
      expect(problemShape.parse(JSON.parse(stdout)).code).toBe('folder-in-use');
    }
    expect(readFileSync(desk.path('ufficio/documenti/mio.txt'), 'utf8')).toBe('non toccare');
    const read = await desk.run(['impostazioni', 'leggi', '--json', '--archivio', real]);
    expect(JSON.parse(read.stdout)).toMatchObject(settings);
  });

  it('erases nothing that it did not write', async () => {
    desk.write('cose/documenti/mio.txt', 'non toccare');
    await demo('cose', '--json');
    await demo('cose', '--json');
    expect(readFileSync(desk.path('cose/documenti/mio.txt'), 'utf8')).toBe('non toccare');
  });

  it('says it when the folder is a file', async () => {
    const { code, stdout, stderr } = await demo(desk.write('un-file', 'x'), '--json');
    expect(code).toBe(3);
    problemShape.parse(JSON.parse(stdout));
    expect(stderr).not.toMatch(stackTrace);
  });

  it('leaves the archive of everyday alone', async () => {
    await settle(desk);
    await demo('altra', '--json');
    const { stdout } = await desk.run(['importazioni', '--json']);
    expect(documentsShape.parse(JSON.parse(stdout)).documents).toEqual([]);
  });
});
