import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { expect, it } from 'vitest';
import { importers } from '../../../src/main/importers/registry.ts';
import { inventedEnte } from '../../../src/main/demo/invented-ente.ts';
import { sayDocumentProblem } from '../../../src/shared/wording/document-problems.ts';
import { workbook } from '../../main/importers/table/workbooks.ts';
import { tellAll, type Told } from '../../main/importers/reading.ts';
import { gz, lines, mail, mtom, p7m, p7mInPieces } from '../../main/importers/wrap.ts';
import { zip } from '../../main/importers/zip.ts';
import { aFlusso, anIuf, aPayment, aRicevuta } from '../../scenarios/papers.ts';
import { found, times } from '../figures.ts';
import { mutate, randomOf } from './mutate.ts';

const samples = new URL('../../main/importers/', import.meta.url).pathname;
const context = { enteCodiceFiscale: inventedEnte.codiceFiscale, profiles: [] };

/** The samples that lie beside the tests of an importer; what it should tell of them has the same name and ends in JSON. */
function samplesOf(importer: string): Buffer[] {
  const folder = join(samples, importer);
  const names = readdirSync(samples).includes(importer) ? readdirSync(folder) : [];
  const isExpected = (name: string): boolean =>
    name.endsWith('.json') && names.some((other) => other !== name && other.startsWith(name.slice(0, -5)));
  return names
    .filter((name) => /\.(xml|csv|txt|json)$/.test(name) && !isExpected(name))
    .map((name) => readFileSync(join(folder, name)));
}

const rt = aRicevuta(aPayment(1, 100));
const flusso = aFlusso(anIuf(1), [aPayment(1, 100), aPayment(2, 200)]);
const tableHeader = [
  'ABI',
  'CAB',
  'CONTO',
  'DIVISA',
  'DATA CONTABILE',
  'DATA VALUTA',
  'IMPORTO',
  'SEGNO',
  'DESCRIZIONE ESTESA',
];
const tableRow = [
  '09909',
  '09900',
  '4217',
  'EUR',
  '10/03/2026',
  '10/03/2026',
  12.5,
  '+',
  '/PUR/LGPE-RIVERSAMENTO/URI/2026-03-11BINVIT9X-1',
];

/** Ways of putting files inside files, and what no importer has a sample of. */
const others: Readonly<Record<string, readonly Buffer[]>> = {
  'flusso-fdr1': [Buffer.from(flusso)],
  ricevuta: [Buffer.from(rt)],
  'estratto-xls': (['xlsx', 'biff8', 'ods'] as const).map((type) =>
    workbook({ F: [tableHeader, tableRow] }, type),
  ),
  zip: [
    zip([
      { name: 'a.xml', content: rt },
      { name: 'b.xml', content: flusso },
    ]),
    zip([{ name: 'c.zip', content: zip([{ name: 'd.xml', content: rt, stored: true }]) }]),
  ],
  p7m: [p7m(rt), p7mInPieces(rt, 200), Buffer.from(lines(p7m(rt)))],
  wrapped: [gz(rt), mtom(rt), Buffer.from(mail(rt))],
};

const groups = [...new Set([...importers.map(({ name }) => name), ...Object.keys(others)])].map(
  (name, n) => ({ name, n, seeds: [...samplesOf(name), ...(others[name] ?? [])] }),
);

const call = new Script('work()');
const room = createContext({ work: (): unknown => null });

/** Ends what goes round for ever, as whoever watches the reader does; null when it had to. */
function within<T>(ms: number, work: () => T): T | null {
  try {
    room['work'] = work;
    return call.runInContext(room, { timeout: ms }) as T;
  } catch (error) {
    // It comes from the other room, whose errors are no instances of ours.
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return null;
    throw error;
  }
}

/** The library that reads old workbooks goes round for ever in some that are damaged; what we wrote ourselves must not. */
const isOldWorkbook = (file: Buffer): boolean => file.subarray(0, 4).toString('hex') === 'd0cf11e0';

/** What became of a file, without its words: a new kind of it is worth going on from. */
function shapeOf(told: readonly Told[]): string {
  return told
    .slice(0, 4)
    .map(({ problem, readings, warnings, refusedRows }) =>
      [
        problem === null
          ? Math.min(readings.length, 3)
          : JSON.stringify(problem).slice(0, 60).replaceAll(/\d+/g, '#'),
        [...new Set(warnings.map(({ code }) => code))].join('+'),
        [...new Set(refusedRows.map(({ code, field }) => `${code} ${field}`))].join('+').slice(0, 80),
      ].join('|'),
    )
    .join('/');
}

it('every importer has something to begin from', () => {
  expect(groups.filter(({ seeds }) => seeds.length === 0).map(({ name }) => name)).toEqual([]);
});

it.each(groups)(
  'R36 $name throws at no file that is nearly one of its own, and goes round in none',
  ({ name, n, seeds }) => {
    const own = Object.getOwnPropertyNames(Object.prototype);
    const seed = Number(process.env['TREPALLINI_SEME'] ?? 1) * 1_000 + n;
    const random = randomOf(seed);
    const pool = [...seeds];
    const shapes = new Set<string>();
    const count = times(100, 5_000);
    let slowest = 0;
    let stuck = 0;
    for (let i = 0; i < count; i++) {
      const payload = mutate(pool[Math.floor(random() * pool.length)] ?? Buffer.alloc(0), pool, random);
      const { user, system } = process.cpuUsage();
      const which = `${name}, seed ${seed}, payload ${i}: ${payload.toString('base64').slice(0, 20_000)}`;
      let told: readonly Told[] | null;
      try {
        told = within(30_000, () => tellAll(payload, 'f', context));
        for (const { problem } of told ?? []) if (problem !== null) sayDocumentProblem(problem);
      } catch (error) {
        throw new Error(which, { cause: error });
      }
      if (told === null) {
        if (!isOldWorkbook(payload)) throw new Error(`goes round: ${which}`);
        stuck += 1;
        continue;
      }
      const cpu = process.cpuUsage();
      slowest = Math.max(slowest, (cpu.user + cpu.system - user - system) / 1e6);
      const shape = shapeOf(told);
      if (shapes.has(shape) || payload.length > 200_000) continue;
      shapes.add(shape);
      if (pool.length < 400) pool.push(payload);
    }
    expect(slowest).toBeLessThan(5);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(own);
    found(
      'R36',
      `${name}: ${count} file storpiati, ${shapes.size} esiti diversi, nessun errore, il più lento ${slowest.toFixed(2)} s${stuck === 0 ? '' : `; in ${stuck} la libreria dei fogli gira a vuoto, e il sorvegliante la ferma`}`,
    );
  },
  times(1_800_000, 7_200_000),
);
