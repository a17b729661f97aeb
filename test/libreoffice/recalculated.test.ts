import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { writeWorkbook } from '../../src/main/exports/workbook/write-workbook.ts';
import { recipientsExample } from '../helpers/message-examples.ts';
import { standAt } from '../helpers/messages.ts';
import { openOffice, type Office } from '../helpers/office.ts';
import { found } from '../trust/figures.ts';
import { findSoffice } from './soffice.ts';

const soffice = findSoffice();
if (soffice === null)
  process.stderr.write(
    '\nNOT TESTED: LibreOffice is not on this computer, so nobody reckons the workbook anew. `npm run libreoffice` installs it and runs this test.\n\n',
  );

/** Every sheet as CSV, its numbers as they are kept, in English. */
const eachSheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,false,false,false,-1';

it.skipIf(soffice === null)(
  'R43 LibreOffice reckons the workbook to what the ledger says',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-soffice-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const office = await openOffice({ demo: true, settings: null });
    await office.ask('demo.fill', {});
    const { parcel } = await office.ask('exports.make', { name: 'tesoriere' });
    writeFileSync(join(folder, 'demo.xlsx'), office.core.collect(parcel)?.bytes ?? '');
    const campaign = await aCampaign(office);
    const report = await office.ask('campaigns.report', { id: campaign });
    writeFileSync(join(folder, 'campagna.xlsx'), office.core.collect(report.parcel)?.bytes ?? '');
    await writeStale(join(folder, 'stale.xlsx'));

    mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
    writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), recalculating);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const words = [
      '--headless',
      `-env:UserInstallation=${profile}`,
      '--convert-to',
      eachSheet,
      '--outdir',
      folder,
    ];
    const books = ['demo', 'campagna', 'stale'].map((name) => join(folder, `${name}.xlsx`));
    execFileSync(soffice ?? '', [...words, ...books], { stdio: 'pipe' });

    // It does not believe the results that the file has.
    expect(csv(folder, 'stale', 'Prova')).toEqual([['2'], ['2'], ['4']]);
    const { payments, difference, provvisori, byStatus } = await office.dashboard();
    const summary = csv(folder, 'demo', 'Riepilogo').filter((row) => row.length === 8 && row[7] !== '');
    const figures = summary.filter(([name]) => name !== 'Voce');
    expect(figures.length).toBeGreaterThan(30);
    expect(new Set(figures.map((row) => row[7]))).toEqual(new Set(['quadra']));
    for (const row of figures) expect(row.slice(5, 7)).toEqual(row.slice(3, 5));
    const figure = (name: string): unknown[] => figures.find(([says]) => says === name)?.slice(5, 7) ?? [];
    expect(figure('Pagamenti')).toEqual(told(payments));
    expect(figure('Differenze')).toEqual(told(difference));
    expect(figure('Completo')).toEqual(told(byStatus.complete));
    expect(figure('Non pagoPA')).toEqual(told(provvisori.notPagoPa));

    const [totals, header, ...rows] = csv(folder, 'demo', 'Pagamenti');
    const [count, sum] = told(payments);
    expect(totals?.slice(0, 3)).toEqual([count, '', sum]);
    expect(header?.slice(0, 3)).toEqual(['IUV', 'Pagato il', 'Importo']);
    expect(rows).toHaveLength(payments.count);
    expect(rows.filter((row) => row[8] === '4').length).toBeGreaterThan(payments.count / 2);
    // Rows that are folded away are no part of the totals.
    expect(csv(folder, 'demo', 'Da regolarizzare')[0]?.[0]).toBe(figure('Da regolarizzare')[0]);

    const messages = csv(folder, 'campagna', 'Riepilogo');
    const states = messages.filter(([label]) => label === 'Bozza' || label === 'Consegnato');
    expect(states.map((row) => row.slice(0, 3))).toEqual([
      ['Bozza', '1', '64.1'],
      ['Consegnato', '1', '128.3'],
    ]);
    const [sums, , ...sent] = csv(folder, 'campagna', 'Messaggi');
    expect([sums?.[0], sums?.[4]]).toEqual(['2', '192.4']);
    expect(sent.map((row) => row[3])).toEqual(['301000000000012373', '312202500000001771']);
    found('R43', 'riletto e ricalcolato da LibreOffice: ogni totale quadra');
  },
);

/** Two messages, of which one arrived. */
async function aCampaign(office: Office): Promise<number> {
  const [list = ''] = office.handOver({ [recipientsExample.name]: recipientsExample.content });
  const asked = { service: 'tari', template: 'tari-avviso', list };
  const { campaign } = await office.ask('campaigns.prepare', asked);
  await standAt(office, campaign, { 1: ['delivered'] });
  return campaign;
}

/** Count and euro, as LibreOffice writes them. */
function told({ count, cents }: { readonly count: number; readonly cents: number }): string[] {
  return [String(count), String(cents / 100)];
}

/** Settings of LibreOffice: formulas of Excel's files are always reckoned anew when they are opened. */
const recalculating = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** A workbook whose formula has a result that is wrong. */
async function writeStale(path: string): Promise<void> {
  const pieces: Uint8Array[] = [];
  const cells = [2_00, 2_00, { look: 'plainEuro', value: 1_00, formula: 'SUM(A1:A2)' }] as const;
  const sheet = {
    name: 'Prova',
    columns: [{ width: 9, kind: 'euro' }],
    header: null,
    listed: 0,
    printed: 1,
    rows: [cells.map((cell) => ({ cells: [cell] }))],
  } as const;
  const workbook = { title: 'Prova', ente: 'Comune', created: '2026-03-31T10:00:00Z', sheets: [sheet] };
  await writeWorkbook(workbook, async (bytes) => void pieces.push(bytes));
  writeFileSync(path, Buffer.concat(pieces));
}

/** The cells of one sheet; none of those that are looked at has line breaks. */
function csv(folder: string, book: string, sheet: string): string[][] {
  const file = readdirSync(folder).find((name) => name === `${book}-${sheet}.csv`);
  if (file === undefined) throw new Error(`no ${sheet} among ${readdirSync(folder).join(', ')}`);
  const text = readFileSync(join(folder, file), 'utf8').trimEnd();
  return text
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
        (quoted?.replaceAll('""', '"') ?? bare ?? '').trim(),
      ),
    );
}
