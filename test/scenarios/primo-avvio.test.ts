import { expect, it } from 'vitest';
import type { Output } from '../../src/shared/contract/api.ts';
import { inventedEnte, inventedProvincia } from '../../src/main/demo/invented-ente.ts';
import { openOffice, type Office } from '../helpers/office.ts';
import { aFlusso, aGiornale, aPayment, aRicevuta, aSospeso, anIuf, causaleOf } from './papers.ts';

const ours = [aPayment(1, 10_000), aPayment(2, 2_000)];
const theirs = aPayment(3, 700, '05');
/** The Provincia asks for it; a part of it is ours. */
const shared = aPayment(4, 300, '22');
const papers = {
  'gdc.xml': aGiornale([aSospeso('1', 12_000, causaleOf(anIuf(1)))]),
  'fdr.xml': aFlusso(anIuf(1), ours),
  'altrui.xml': aFlusso(anIuf(2), [theirs, shared]),
  'rt1.xml': aRicevuta(ours[0] ?? theirs),
  'rt2.xml': aRicevuta(ours[1] ?? theirs),
  'rt-provincia.xml': aRicevuta(shared, {
    enteCodiceFiscale: inventedProvincia.codiceFiscale,
    transfers: [
      { cents: 900, enteCodiceFiscale: inventedProvincia.codiceFiscale },
      { cents: 300, enteCodiceFiscale: inventedEnte.codiceFiscale },
    ],
  }),
};
const ente = { codiceFiscale: inventedEnte.codiceFiscale, denominazione: inventedEnte.denominazione };

function preview(office: Office): Promise<Output<'documents.preview'>> {
  return office.ask('documents.preview', { parcels: office.handOver(papers) });
}

it('files that are dropped before anybody said who we are say it themselves', async () => {
  const office = await openOffice({ settings: null });
  const seen = await preview(office);
  expect(seen.enti[0]).toMatchObject({ codiceFiscale: ente.codiceFiscale, documents: 5 });
  expect(seen.codici).toEqual([]);
  expect((await office.ask('settings.read', {})).ente).toBeNull();
});

it('the codici of the first files are proposed with their evidence, and no more once they are known', async () => {
  const office = await openOffice({ settings: null });
  await office.settings({ ente, codiciPropri: [], altriPartner: [], servizi: [] });
  const seen = await preview(office);
  expect(seen.enti).toEqual([]);
  expect(seen.codici).toEqual([
    { codice: '01', owner: 'ours', receipts: 2, rows: 2 },
    { codice: '05', owner: 'other', receipts: 0, rows: 1 },
  ]);
  // Skipped: they can be taken up at any time.
  await office.drop(papers);
  expect((await office.ask('codici.propose', {})).codici).toEqual(seen.codici);
  await office.settings({
    ente,
    codiciPropri: ['01'],
    altriPartner: [{ codice: '05', nome: 'Altro Partner' }],
    servizi: [],
  });
  expect((await office.ask('codici.propose', {})).codici).toEqual([]);
  expect((await preview(office)).codici).toEqual([]);
});

it('of files of several enti the one that most of them name comes first', async () => {
  const office = await openOffice({ settings: null });
  const { codiceFiscale } = inventedProvincia;
  const seen = await office.ask('documents.preview', {
    parcels: office.handOver({
      ...papers,
      'provincia.xml': aFlusso(anIuf(9), [aPayment(9, 100)], { enteCodiceFiscale: codiceFiscale }),
    }),
  });
  expect(seen.enti.map((one) => [one.codiceFiscale, one.documents])).toEqual([
    [ente.codiceFiscale, 5],
    [codiceFiscale, 2],
  ]);
});
