import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { zip } from '../../main/importers/zip.ts';
import { aPayment, aRicevuta, anOffice } from '../../scenarios/papers.ts';
import { found, times } from '../figures.ts';
import { importInChild } from '../parser/child.ts';

const [before = '', after = ''] = aRicevuta(aPayment(1, 100)).split('<idPA>');
const cells = '<c><v>1</v></c>';

/** Writes a text a million times and more without ever holding it. */
function repeated(path: string, head: string, piece: string, bytes: number, tail: string): void {
  const many = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const fd = openSync(path, 'w');
  writeSync(fd, head);
  for (let written = 0; written < bytes;) written += writeSync(fd, many);
  writeSync(fd, tail);
  closeSync(fd);
}

const megabyte = 1_000_000;
const list = 'IUD;codIuv;dataEsecuzionePagamento;importoDovutoPagato\n';

/** What stands in the file, how it is written, and what is said of it. */
const files: readonly (readonly [
  id: string,
  name: string,
  write: (path: string) => void,
  ceiling: string,
])[] = [
  ['H07', 'a.xml', (path) => repeated(path, before, '<a>', 7 * megabyte, ''), 'depth'],
  [
    'H08',
    'a.xml',
    (path) => repeated(path, `${before}<a b="`, 'x', times(100, 500) * megabyte, `"/><idPA>${after}`),
    'attribute-length',
  ],
  [
    'H09',
    'a.xml',
    (path) =>
      writeFileSync(
        path,
        `${before}<a ${Array.from({ length: 200_000 }, (_, n) => `b${n}="1"`).join(' ')}/>`,
      ),
    'attributes',
  ],
  [
    'H10',
    'a.xml',
    (path) => repeated(path, `${before}<a>`, '&#65;', times(50, 250) * megabyte, `</a><idPA>${after}`),
    'text-length',
  ],
  [
    'H20',
    'a.zip',
    (path) =>
      writeFileSync(path, zip([{ name: 'a.xml', content: Buffer.alloc(times(50, 400) * megabyte, 32) }])),
    'ratio',
  ],
  ['H34', 'a.csv', (path) => repeated(path, list, 'x', times(100, 1_000) * megabyte, ''), 'text-length'],
];

it.each(files)(
  'H07, H08, H09, H10, H20, H34 %s takes little memory, in a program of its own',
  async (id, name, write, ceiling) => {
    const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-memoria-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    write(join(folder, name));
    const cost = await importInChild(folder, join(folder, name));
    expect(cost.problems).toMatchObject([{ code: 'over-ceiling', ceiling }]);
    // What the program takes at rest depends on whether it was built: run from its sources it is twice as large.
    expect(cost.peakMb - cost.startMb).toBeLessThan(250);
    expect(cost.cpuSeconds).toBeLessThan(5);
    found(
      id,
      `memoria ${cost.peakMb.toFixed(0)} MB (${cost.startMb.toFixed(0)} a riposo), ${cost.cpuSeconds.toFixed(1)} s`,
    );
  },
  240_000,
);

it('H30 a sheet as large as any that is opened ends within the memory of its reader', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-memoria-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rows = `<row>${cells.repeat(1_000)}</row>`;
  const sheet = `<worksheet xmlns="${main}"><sheetData>${rows.repeat(Math.floor((times(20, 90) * megabyte) / rows.length))}</sheetData></worksheet>`;
  const path = join(folder, 'a.xlsx');
  writeFileSync(
    path,
    zip([
      {
        name: 'xl/workbook.xml',
        content: `<workbook xmlns="${main}"><sheets><sheet name="F" sheetId="1"/></sheets></workbook>`,
      },
      // Stored: what is compressed that much is refused before it is opened.
      { name: 'xl/worksheets/sheet1.xml', content: sheet, stored: true },
    ]),
  );
  const cost = await importInChild(folder, path);
  expect(cost.answer).toBe('imported');
  expect(cost.peakMb).toBeLessThan(1_000);
  found(
    'H30',
    `foglio di ${times(20, 90)} MB: memoria ${cost.peakMb.toFixed(0)} MB, ${JSON.stringify(cost.problems[0])}`,
  );
}, 240_000);

it('H38 ten thousand files at once are counted, imported or stopped; a path may be very deep', async () => {
  const office = await anOffice();
  const count = times(1_000, 10_000);
  const many = Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `f${n}.xml`,
      n % 2 === 0 ? aRicevuta(aPayment(n, 100)) : `<n>${n}</n>`,
    ]),
  );
  const parcels = office.handOver(many);
  const stop = new AbortController();
  let stoppedAt = 0;
  const stopped = await office.core.call(
    'documents.import',
    { parcels },
    {
      signal: stop.signal,
      onProgress({ done, total }) {
        if (done < total / 2 || stoppedAt !== 0) return;
        stoppedAt = performance.now();
        stop.abort();
      },
    },
  );
  const cancelMs = performance.now() - stoppedAt;
  expect(stopped).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  expect(cancelMs).toBeLessThan(times(Infinity, 500));
  const { documents } = await office.drop(many);
  expect(documents.filter(({ outcome }) => outcome === 'imported')).toHaveLength(count / 2);
  expect(documents.filter(({ outcome }) => outcome === 'refused')).toHaveLength(count / 2);
  const deep = `${'c/'.repeat(1_900)}f.xml`;
  const [answer] = [
    await office.core.call('documents.import', {
      parcels: [office.core.handOver({ path: join(office.folder, deep), name: 'f.xml' })],
    }),
  ];
  expect(answer).toMatchObject({ ok: true, value: { documents: [{ outcome: 'refused' }] } });
  found('H38', `${count} file: metà importati, metà rifiutati; annullamento ${cancelMs.toFixed(0)} ms`);
}, 600_000);
