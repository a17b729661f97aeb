import { describe, expect, it } from 'vitest';
import { fail } from '../../src/shared/domain/result.ts';
import { aReader, exportJson, sorted } from '../helpers/exported.ts';
import type { Office } from '../helpers/office.ts';
import { aFlusso, aGiornale, anIuf, anOffice, aPayment, aRicevuta, aSospeso, causaleOf } from './papers.ts';

const key = ['iuv', 'iur', 'indice'];
const asked = { name: 'pagamenti', consumer: 'tributi' } as const;

describe('a consumer', () => {
  it('is told what changed, whatever changed it, and has at any time what a complete export has', async () => {
    const office = await anOffice('2026-03-12');
    const [first, second] = [aPayment(1, 100), aPayment(2, 200)];
    const reader = aReader(key);
    const next = async () => {
      const told = await exportJson(office, asked);
      reader.take(told);
      expect(reader.rows()).toEqual(sorted(key, await complete(office)));
      return told.righe.map((riga) => [riga['iuv'], riga['stato']]);
    };

    await office.drop({ 'rt1.xml': aRicevuta(first), 'rt2.xml': aRicevuta(second) });
    expect(await next()).toEqual([
      [first.iuv, 'awaiting-report'],
      [second.iuv, 'awaiting-report'],
    ]);
    expect(await next()).toEqual([]);

    // A flusso lists the first, and its money comes.
    const fdr = (await office.drop({ 'fdr.xml': aFlusso(anIuf(1), [first]) })).documents[0];
    expect(await next()).toEqual([[first.iuv, 'awaiting-settlement']]);
    await office.drop({ 'gdc.xml': aGiornale([aSospeso('1', 100, causaleOf(anIuf(1)))]) });
    expect(await next()).toEqual([[first.iuv, 'complete']]);

    // The second is late from one day to the next: nothing was imported.
    office.today('2026-03-20');
    expect(await next()).toEqual([[second.iuv, 'not-reported']]);

    // Undone, and done again.
    await office.undo(fdr?.id ?? 0);
    expect(await next()).toEqual([[first.iuv, 'not-reported']]);
    await office.drop({ 'fdr.xml': aFlusso(anIuf(1), [first]) });
    expect(await next()).toEqual([[first.iuv, 'complete']]);

    // New settings: another service, hence other words in every row.
    await office.settings({
      ...(await office.ask('settings.read', {})),
      servizi: [{ id: 'mensa', nome: 'Mensa', codici: ['01'] }],
    });
    expect((await next()).map(([iuv]) => iuv)).toEqual([first.iuv, second.iuv]);

    // Gone altogether.
    const receipt = (await office.history()).find(({ name }) => name === 'rt2.xml');
    await office.undo(receipt?.id ?? 0);
    expect(await next()).toEqual([[second.iuv, 'tolto']]);
    expect(await next()).toEqual([]);
  });

  it('is told again what it never got', async () => {
    const office = await anOffice();
    const payment = aPayment(1, 100);
    await office.drop({ 'rt.xml': aRicevuta(payment) });

    const lost = await exportJson(office, asked, false);
    expect(await exportJson(office, asked)).toEqual(lost);
    expect(lost.righe).toHaveLength(1);

    // The host could not write it.
    await office.drop({ 'fdr.xml': aFlusso(anIuf(1), [payment]) });
    const { parcel } = await office.ask('exports.make', asked);
    await office.ask('exports.confirm', { parcel, written: false });
    expect((await exportJson(office, asked)).righe).toHaveLength(1);
    expect(await office.core.call('exports.confirm', { parcel })).toEqual(
      fail({ code: 'no-such-parcel', parcel }),
    );
  });

  it('that exports twice at once does not lose what only one of the files tells', async () => {
    const office = await anOffice();
    await office.drop({ 'rt.xml': aRicevuta(aPayment(1, 100)) });
    const slow = await office.ask('exports.make', asked);
    await office.drop({ 'rt2.xml': aRicevuta(aPayment(2, 100)) });
    const quick = await office.ask('exports.make', asked);

    await office.ask('exports.confirm', { parcel: quick.parcel });
    expect(await office.core.call('exports.confirm', { parcel: slow.parcel })).toEqual(
      fail({ code: 'export-overtaken', consumer: 'tributi' }),
    );
    expect((await exportJson(office, asked)).righe).toEqual([]);
  });

  it('is one for each filter, is listed, and is forgotten by its name', async () => {
    const office = await anOffice();
    await office.drop({
      'rt.xml': aRicevuta(aPayment(1, 100)),
      'fdr.xml': aFlusso(anIuf(1), [aPayment(1, 100)]),
    });
    const before = await office.digest();
    await exportJson(office, asked);
    expect((await exportJson(office, { ...asked, service: 'tari' })).righe).toHaveLength(1);
    expect((await exportJson(office, { ...asked, clear: true })).righe).toHaveLength(1);
    await exportJson(office, { ...asked, consumer: 'ragioneria', name: 'flussi' });

    const { consumers } = await office.ask('consumers.list', {});
    expect(
      consumers.map((one) => [one.name, one.export, one.filter.servizio, one.lastRows, one.rows]),
    ).toEqual([
      ['ragioneria', 'flussi', null, 1, 1],
      ['tributi', 'pagamenti', 'tari', 1, 1],
      ['tributi', 'pagamenti', null, 1, 1],
      ['tributi', 'pagamenti', null, 1, 1],
    ]);
    // Who has what is no part of what the ledger says.
    expect(await office.digest()).toBe(before);

    await office.ask('consumers.forget', { name: 'tributi' });
    expect((await office.ask('consumers.list', {})).consumers.map(({ name }) => name)).toEqual([
      'ragioneria',
    ]);
    expect((await exportJson(office, asked)).righe).toHaveLength(1);
    expect(await office.core.call('consumers.forget', { name: 'boh' })).toEqual(
      fail({ code: 'not-found', what: 'consumer', name: 'boh' }),
    );
  });
});

function complete(office: Office) {
  return exportJson(office, { name: 'pagamenti' });
}
