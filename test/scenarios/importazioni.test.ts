import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addReports } from '../../src/shared/domain/opi-report.ts';
import type { Office } from '../helpers/office.ts';
import { flussi, movimenti } from './every-bucket.ts';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aRicevuta,
  aSospeso,
  aZip,
  anIuf,
  anOffice,
  causaleOf,
  only,
  outcomes,
  threePapers,
  verdicts,
} from './papers.ts';

async function drops(office: Office) {
  return (await office.ask('drops.list', {})).rows;
}

const papers = threePapers(1, 10_000);

describe('the history', () => {
  it('shows each drop once, the newest first, with what it held', async () => {
    const office = await anOffice();
    const first = await office.drop({ 'gdc.xml': papers['gdc.xml'], 'fdr.xml': papers['fdr.xml'] });
    await office.drop({
      'rt.zip': aZip({ 'rt.xml': papers['rt.xml'], 'due.xml': aRicevuta(aPayment(2, 50)) }),
    });
    const [newest, oldest, ...more] = await drops(office);
    expect(more).toEqual([]);
    expect(newest).toMatchObject({
      documents: 2,
      undone: 0,
      kinds: [{ kind: 'ricevuta', count: 2 }],
      names: ['rt.zip/rt.xml', 'rt.zip/due.xml'],
      report: null,
    });
    expect(oldest).toMatchObject({
      documents: 2,
      kinds: [
        { kind: 'giornale-opi', count: 1 },
        { kind: 'flusso', count: 1 },
      ],
      names: ['gdc.xml', 'fdr.xml'],
      report: first.report,
    });
    expect(newest?.importedAt).not.toBe(oldest?.importedAt);
  });

  it('names a drop as the import did, and lists the documents of it alone', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': papers['gdc.xml'] });
    const parcels = office.handOver({ 'fdr.xml': papers['fdr.xml'], 'rt.xml': papers['rt.xml'] });
    const { importedAt } = await office.ask('documents.import', { parcels });
    expect((await drops(office))[0]?.importedAt).toBe(importedAt);
    const { rows } = await office.ask('documents.list', { drop: importedAt });
    expect(rows.map(({ name }) => name)).toEqual(['rt.xml', 'fdr.xml']);
    expect((await office.ask('documents.list', { drop: 'mai' })).rows).toEqual([]);
  });

  it('does not name a drop that brought nothing new', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': papers['gdc.xml'] });
    const parcels = office.handOver({ 'copia.xml': papers['gdc.xml'], 'no.txt': 'no' });
    expect(await office.ask('documents.import', { parcels })).toMatchObject({ importedAt: null });
    expect(await drops(office)).toHaveLength(1);
  });

  it('can be leafed through forwards and backwards', async () => {
    const office = await anOffice();
    for (let n = 1; n <= 5; n += 1) await office.drop({ [`${n}.xml`]: aRicevuta(aPayment(n, 100)) });
    const all = (await drops(office)).map(({ importedAt }) => importedAt);
    const first = await office.ask('drops.list', { limit: 2 });
    const second = await office.ask('drops.list', { limit: 2, after: first.next });
    const third = await office.ask('drops.list', { limit: 2, after: second.next });
    expect([first, second, third].flatMap(({ rows }) => rows.map((row) => row.importedAt))).toEqual(all);
    expect([first.previous, third.next]).toEqual([null, null]);
    const back = await office.ask('drops.list', { limit: 2, after: third.previous, backward: true });
    expect(back).toEqual(second);
    const last = await office.ask('drops.list', { limit: 2, backward: true });
    expect(last.rows.map(({ importedAt }) => importedAt)).toEqual(all.slice(-2));
    const documents = await office.ask('documents.list', { limit: 2 });
    const older = await office.ask('documents.list', { limit: 2, after: documents.next });
    expect([...documents.rows, ...older.rows].map(({ name }) => name)).toEqual([
      '5.xml',
      '4.xml',
      '3.xml',
      '2.xml',
    ]);
    expect(await office.ask('documents.list', { limit: 2, after: older.previous, backward: true })).toEqual(
      documents,
    );
  });

  it('adds up the warnings, the refused lines and the reports of a drop', async () => {
    const office = await anOffice();
    await office.drop({
      'a.xml': aGiornale(movimenti),
      'b.xml': aGiornale([aSospeso('90', 100, 'F24')], { to: '2026-03-13' }),
      'f.xml': aFlusso(anIuf(70), [aPayment(1, 100), { ...aPayment(2, 500), importo: 'cinque' }]),
      ...flussi,
    });
    const documents = await office.history();
    const [drop] = await drops(office);
    expect(drop).toMatchObject({
      warnings: documents.reduce((sum, { warnings }) => sum + warnings.length, 0),
      refusedRows: 1,
    });
    expect(drop?.warnings).toBeGreaterThan(1);
    expect(drop?.report).toEqual(addReports(documents.flatMap(({ report }) => report ?? [])));
  });
});

describe('a drop that is taken back', () => {
  it('leaves the ledger as it would be without it', async () => {
    const office = await anOffice();
    const without = await anOffice();
    const before = threePapers(2, 300);
    for (const ledger of [office, without]) await ledger.drop({ ...before });
    const digest = await without.digest();
    const parcels = office.handOver({ ...papers, 'g.xml': aGiornale(movimenti), ...flussi });
    const { importedAt } = await office.ask('documents.import', { parcels });
    expect(await office.digest()).not.toBe(digest);
    const undone = await office.ask('drops.undo', { importedAt: importedAt ?? '' });
    expect(undone.undone).toBe(undone.documents);
    expect(await office.digest()).toBe(digest);
    expect(await verdicts(office)).toEqual(await verdicts(without));
    expect((await drops(office)).map(({ undone: gone }) => gone)).toEqual([undone.documents, 0]);
    await office.drop({ ...papers });
    await without.drop({ ...papers });
    expect(await office.digest()).toBe(await without.digest());
  });

  it('takes what still stands, and can be asked for twice', async () => {
    const office = await anOffice();
    const blank = await office.digest();
    const { documents } = await office.drop({ ...papers });
    await office.undo(documents[1]?.id ?? 0);
    const [drop] = await drops(office);
    expect(drop).toMatchObject({ documents: 3, undone: 1 });
    const importedAt = drop?.importedAt ?? '';
    expect(await office.ask('drops.undo', { importedAt })).toMatchObject({ undone: 3 });
    expect(await office.digest()).toBe(blank);
    expect(await office.ask('drops.undo', { importedAt })).toMatchObject({ undone: 3 });
  });

  it('must be there', async () => {
    const office = await anOffice();
    expect(await office.core.call('drops.undo', { importedAt: 'mai' })).toEqual({
      ok: false,
      problem: { code: 'not-found', what: 'drop', name: 'mai' },
    });
  });
});

describe('one document of the history', () => {
  it('shows its report as it was, and as it would be today', async () => {
    const office = await anOffice();
    const { id } = only((await office.drop({ 'gdc.xml': papers['gdc.xml'] })).documents);
    await office.drop({ 'fdr.xml': papers['fdr.xml'] });
    const record = await office.ask('documents.read', { id: id ?? 0 });
    expect(record.report?.flussi).toMatchObject({ notReported: 1, reconciled: 0 });
    expect(record.reportToday?.flussi).toMatchObject({ notReported: 0, reconciled: 1 });
    await expect(office.ask('documents.read', { id: 99 })).rejects.toThrow('no-such-document');
  });

  it('gives the lines that were left out as a file to send back', async () => {
    const office = await anOffice();
    const righe = [
      aPayment(1, 100),
      { ...aPayment(2, 500), importo: '=1+1' },
      { ...aPayment(3, 1), importo: 'a;"b"' },
    ];
    const { id } = only((await office.drop({ 'fdr.xml': aFlusso(anIuf(1), righe) })).documents);
    const told = await office.ask('documents.refusedRows', { id: id ?? 0 });
    expect(told).toMatchObject({ name: 'fdr.xml-righe-scartate.csv', rows: 2 });
    const file = office.core.collect(told.parcel);
    expect(file?.name).toBe(told.name);
    expect(Buffer.from(file?.bytes ?? []).toString('utf8')).toBe(
      [
        '\u{feff}"documento";"riga";"campo";"valore";"motivo"',
        `"fdr.xml";2;"singoloImportoPagato";"'=1+1";"importo non valido"`,
        '"fdr.xml";3;"singoloImportoPagato";"a;""b""";"importo non valido"',
        '',
      ].join('\r\n'),
    );
    expect(office.core.collect(told.parcel)).toBeNull();
    await expect(office.ask('documents.refusedRows', { id: 99 })).rejects.toThrow('no-such-document');
  });
});

describe('files that were handed over', () => {
  it('are gone when they have been imported, and when nobody wants them', async () => {
    const office = await anOffice();
    const parcels = office.handOver({ 'gdc.xml': papers['gdc.xml'] });
    await office.ask('documents.import', { parcels });
    await expect(office.ask('documents.import', { parcels })).rejects.toThrow('no-such-parcel');
    const unwanted = office.handOver({ 'fdr.xml': papers['fdr.xml'] });
    await office.ask('documents.discard', { parcels: [...unwanted, 'mai'] });
    await expect(office.ask('documents.import', { parcels: unwanted })).rejects.toThrow('no-such-parcel');
  });

  it('stay good when the import is stopped: the clerk tries again', async () => {
    const office = await anOffice();
    const digest = await office.digest();
    const parcels = office.handOver({ ...papers });
    const stop = new AbortController();
    const call = office.core.call('documents.import', { parcels }, { signal: stop.signal });
    stop.abort();
    expect(await call).toEqual({ ok: false, problem: { code: 'cancelled' } });
    expect(await office.digest()).toBe(digest);
    expect((await office.ask('documents.import', { parcels })).documents).toHaveLength(2);
  });

  it('have one clear outcome each, whatever became of them meanwhile', async () => {
    const office = await anOffice();
    const at = (name: string): string => join(office.folder, 'scrivania', name);
    const write = (name: string, content: string): string => {
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content);
      return office.core.handOver({ path: at(name), name });
    };
    const parcels = [
      write('sparito.xml', papers['rt.xml']),
      write('cambiato.xml', papers['rt.xml']),
      write('vuoto.xml', ''),
      office.core.handOver({ path: at('cartella'), name: 'cartella' }),
      write('gdc.xml', papers['gdc.xml']),
    ];
    mkdirSync(at('cartella'));
    rmSync(at('sparito.xml'));
    writeFileSync(at('cambiato.xml'), papers['fdr.xml']);
    const seen = await office.ask('documents.preview', { parcels });
    expect(seen.documents).toEqual({ new: 2, known: 0, refused: 3 });
    const { documents } = await office.ask('documents.import', { parcels });
    expect(documents.map((one) => ('from' in one ? 'imported' : (one.problem?.code ?? one.outcome)))).toEqual(
      ['file-not-found', 'imported', 'empty-file', 'not-a-file', 'imported'],
    );
    expect((await office.history()).map(({ name, kind }) => [name, kind])).toEqual([
      ['gdc.xml', 'giornale-opi'],
      ['cambiato.xml', 'flusso'],
    ]);
  });

  it('may be five hundred at once, the bad ones among the good', async () => {
    const office = await anOffice();
    const many = Array.from({ length: 500 }, (_, n): [string, string] => [
      `${n}.xml`,
      n % 10 === 0 ? `non un documento ${n}` : aRicevuta(aPayment(n, 100)),
    ]);
    const dropped = await office.drop(Object.fromEntries(many));
    const count = (outcome: string): number => outcomes(dropped).filter((one) => one === outcome).length;
    expect([count('imported'), count('refused'), dropped.documents.length]).toEqual([450, 50, 500]);
    expect(await office.payments()).toHaveLength(450);
  });
});

it('a causale of a drop that was taken back is read again as before', async () => {
  const office = await anOffice();
  await office.drop({ 'g.xml': aGiornale([aSospeso('1', 10_000, causaleOf(anIuf(1)).toLowerCase())]) });
  const digest = await office.digest();
  const parcels = office.handOver({ 'fdr.xml': papers['fdr.xml'] });
  const { importedAt } = await office.ask('documents.import', { parcels });
  expect(await office.digest()).not.toBe(digest);
  await office.ask('drops.undo', { importedAt: importedAt ?? '' });
  expect(await office.digest()).toBe(digest);
});
