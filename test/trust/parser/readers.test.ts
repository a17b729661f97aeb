import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sayDocumentProblem } from '../../../src/shared/wording/document-problems.ts';
import { aFlusso, anIuf, anOffice, aPayment, aRicevuta } from '../../scenarios/papers.ts';
import { found, times } from '../figures.ts';

const faulty = new URL('faulty-reader-child.ts', import.meta.url).href;
const stillMs = times(3_000, 30_000);

beforeEach(() => {
  process.env['TREPALLINI_LETTORE'] = faulty;
});
afterEach(() => {
  delete process.env['TREPALLINI_LETTORE'];
  delete process.env['TREPALLINI_LETTORE_FERMO'];
});

/** Enough rows to be written while it is read. */
const rows = Array.from({ length: 8_000 }, (_, n) => aPayment(100 + n, 1_000));
const long = aFlusso(anIuf(7), rows);
const withFault = (fault: string): string => long.replace('?>', `?>\n<!-- GUASTO ${fault} -->`);

const before = { 'a.xml': aRicevuta(aPayment(1, 1_000)), 'b.xml': aFlusso(anIuf(1), [aPayment(1, 1_000)]) };
const after = { 'y.xml': aRicevuta(aPayment(2, 2_000)), 'z.xml': aFlusso(anIuf(2), [aPayment(2, 2_000)]) };

/** The same drop without the file of which the reader dies. */
async function digestWithout(): Promise<string> {
  const office = await anOffice();
  await office.drop({ ...before, ...after });
  return office.digest();
}

describe('a file of which its reader dies', () => {
  it.each([
    ['oggetti', 'memory', /serve troppa memoria/],
    ['mappa', 'memory', /serve troppa memoria/],
    ['testo', 'memory', /serve troppa memoria/],
    ['ciclo', 'stuck', /la lettura si è bloccata/],
    ['eccezione', 'defect', /errore interno/],
  ] as const)('R36 for %s is refused, and the rest of the drop is imported', async (fault, why, sentence) => {
    if (why === 'stuck') process.env['TREPALLINI_LETTORE_FERMO'] = String(stillMs);
    const office = await anOffice();
    const start = performance.now();
    const { documents } = await office.drop({ ...before, 'm.xml': withFault(fault), ...after });
    const seconds = (performance.now() - start) / 1_000;

    expect(documents.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'a.xml imported',
      'b.xml imported',
      'm.xml refused',
      'y.xml imported',
      'z.xml imported',
    ]);
    const problem = documents[2]?.problem;
    expect(problem).toEqual({ code: 'reading-failed', why });
    expect(problem === null || problem === undefined ? '' : sayDocumentProblem(problem)).toMatch(sentence);
    expect(await office.digest()).toBe(await digestWithout());
    // A defect is told to whoever keeps the program, without a word of what was read.
    expect(office.defects).toHaveLength(fault === 'eccezione' ? 1 : 0);
    expect(
      office.defects.map((error) => (error instanceof Error ? error.stack : error)).join(),
    ).not.toContain('ROSSI');
    // And what was dropped without it is read by a fresh one.
    expect((await office.drop({ 'm.xml': long })).documents).toMatchObject([{ outcome: 'imported' }]);
    found('R36', `${fault}: file rifiutato in ${seconds.toFixed(1)} s, gli altri 4 importati`);
  });

  it('R36 a damaged workbook in which the library goes round for ever is refused', async () => {
    process.env['TREPALLINI_LETTORE_FERMO'] = String(stillMs);
    const office = await anOffice();
    const giro = readFileSync(new URL('giro-a-vuoto.xls', import.meta.url));
    const { documents } = await office.drop({ ...before, 'm.xls': giro, ...after });
    expect(documents[2]?.problem).toEqual({ code: 'reading-failed', why: 'stuck' });
    expect(await office.digest()).toBe(await digestWithout());
    found('R36', 'un foglio .xls guasto in cui la libreria gira a vuoto: rifiutato, gli altri 4 importati');
  });

  it('R36 is told before an import as well, and a file that only takes long is read', async () => {
    process.env['TREPALLINI_LETTORE_FERMO'] = String(stillMs);
    const office = await anOffice();
    const preview = await office.ask('documents.preview', {
      parcels: office.handOver({ ...before, 'm.xml': withFault('eccezione'), ...after }),
    });
    expect(preview.documents).toEqual({ new: 4, known: 0, refused: 1 });
    const slow = await office.drop({ ...before, 'm.xml': withFault('lentezza'), ...after });
    expect(slow.documents.map(({ outcome }) => outcome)).toEqual(Array(5).fill('imported'));
    found('R36', `lettura lenta ${(2.5 * stillMs) / 1_000} s, mai ferma: importata`);
  });

  it('R36 costs nothing else when several of them follow one another, or stand at the ends', async () => {
    const office = await anOffice();
    const { documents } = await office.drop({
      'm1.xml': withFault('eccezione'),
      ...before,
      'm2.xml': withFault('eccezione').replace('</', ' </'),
      'm3.xml': withFault('oggetti'),
      ...after,
      'm4.xml': withFault('eccezione').replace('/>', ' />').replace('</', '  </'),
    });
    expect(documents.filter(({ outcome }) => outcome === 'imported').map(({ name }) => name)).toEqual([
      ...Object.keys(before),
      ...Object.keys(after),
    ]);
    expect(await office.digest()).toBe(await digestWithout());
    found('R36', '4 file così in un rilascio di 8: gli altri 4 importati');
  });
});

it('R36 a reader that cannot start is told for each file, and the window goes on', async () => {
  process.env['TREPALLINI_LETTORE'] = new URL('nessun-lettore.ts', import.meta.url).href;
  const office = await anOffice();
  const { documents } = await office.drop({ ...before, ...after });
  expect(documents.map(({ problem }) => problem)).toEqual(
    documents.map(() => ({ code: 'reading-failed', why: 'defect' })),
  );
  expect(await office.ask('documents.list', {})).toMatchObject({ rows: [] });
  found('R36', 'lettore che non parte: 4 file rifiutati, il programma risponde');
});
