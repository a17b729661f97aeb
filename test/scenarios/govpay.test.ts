import { describe, expect, it } from 'vitest';
import { inventedProvincia } from '../../src/main/demo/invented-ente.ts';
import type { Office, Paper } from '../helpers/office.ts';
import {
  govpayConsoleCsv,
  govpayFlussiCsv,
  govpayRicevuteCsv,
  type ListedFlusso,
  type ListedPayment,
} from '../helpers/govpay.ts';
import { sayWarning } from '../../src/shared/wording/warnings.ts';
import { flussoXml } from '../../src/main/demo/write-flusso.ts';
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
  paidOn,
  settledOn,
  verdicts,
  warnings,
} from './papers.ts';

const payments = [aPayment(1, 9_500), aPayment(2, 5_050), aPayment(3, 700)] as const;
const [first, second, third] = payments;

const flussi: readonly ListedFlusso[] = [
  [anIuf(1), [first, second]] as const,
  [anIuf(2), [third]] as const,
].map(([iuf, righe]) => ({
  iuf,
  createdAt: `${settledOn}T18:30:00`,
  regolamento: `TRN-${iuf.slice(-4)}`,
  righe: righe.map((riga) => ({ ...riga, date: paidOn })),
}));

/** The first receipt pays the Provincia as well. */
const share = { cents: 500, enteCodiceFiscale: inventedProvincia.codiceFiscale };
const receipts: Readonly<Record<string, Paper>> = {
  'RT/uno/rt.xml': aRicevuta(first, { transfers: [{ cents: first.cents }, share] }),
  'RT/due/rt.xml': aRicevuta(second),
  'RT/tre/rt.xml': aRicevuta(third),
};
const listed: readonly ListedPayment[] = [
  { ...first, paidOn },
  { ...first, paidOn, cents: share.cents, index: 2, ente: inventedProvincia.codiceFiscale },
  { ...second, paidOn },
  { ...third, paidOn },
];

const inXml: Readonly<Record<string, Paper>> = {
  ...receipts,
  ...Object.fromEntries(
    flussi.map((flusso) => [`FlussiRendicontazione/${flusso.iuf}.xml`, flussoXml(flusso)]),
  ),
};
const inLists: Readonly<Record<string, Paper>> = {
  'govpay_rendicontazione.csv': govpayRicevuteCsv(listed),
  'govpay_flussi_rendicontazione.csv': govpayFlussiCsv(flussi),
};
const money = aGiornale([
  aSospeso('1', first.cents + second.cents, causaleOf(anIuf(1))),
  aSospeso('2', third.cents, causaleOf(anIuf(2))),
]);

async function picture(office: Office): Promise<unknown> {
  const rows = await office.payments();
  return {
    payments: rows.map(({ iuv, iur, index, cents, iuf }) => [iuv, iur, index, cents, iuf]),
    verdicts: await verdicts(office),
    flussi: (await office.flussi()).map(({ iuf, cents, rows: count, bucket }) => [iuf, cents, count, bucket]),
  };
}

async function after(...drops: readonly Readonly<Record<string, Paper>>[]): Promise<Office> {
  const office = await anOffice();
  for (const papers of drops) await office.drop(papers);
  return office;
}

describe('an export of GovPay', () => {
  it('80 tells every payment once, to its third dot', async () => {
    const office = await anOffice();
    const about = {
      idDominio: '90901230376',
      enteCreditore: 'Comune',
      dataInizio: paidOn,
      numeroPagamenti: '3',
    };
    const exported = aZip({ 'metadata.json': JSON.stringify(about), ...inLists, ...inXml });
    const dropped = await office.drop({ 'GovPay_Export_1.zip': exported, 'gdc.xml': money });
    // The two flussi in XML say what the list said.
    expect(outcomes(dropped).toSorted()).toEqual([
      'already-imported',
      'already-imported',
      ...Array.from({ length: 6 }, () => 'imported'),
    ]);
    expect(warnings(dropped).filter((code) => code !== 'not-signed')).toEqual([]);
    expect(await verdicts(office)).toEqual(Array.from({ length: 3 }, () => 'complete yes/yes/yes'));
    expect((await office.payments()).map(({ cents }) => cents)).toEqual([9_500, 5_050, 700]);
  });

  it('is the same in XML alone, in lists alone, and in both, in any order', async () => {
    const gdc = { 'gdc.xml': money };
    const pictures = [
      await picture(await after({ 'a.zip': aZip(inXml), ...gdc })),
      await picture(await after({ 'a.zip': aZip(inLists), ...gdc })),
    ];
    const digests = new Set<string>();
    for (const drops of [
      [{ 'a.zip': aZip({ ...inLists, ...inXml }), ...gdc }],
      [gdc, inXml, inLists],
      [inLists, gdc, inXml],
    ]) {
      const office = await after(...drops);
      pictures.push(await picture(office));
      digests.add(await office.digest());
    }
    expect(digests.size).toBe(1);
    for (const one of pictures) expect(one).toEqual(pictures[0]);
  });

  it('leaves nothing behind when its list is taken back', async () => {
    const office = await after(inXml);
    const before = await office.digest();
    const { documents } = await office.drop({ 'flussi.csv': govpayFlussiCsv([...flussi, other]) });
    await office.undo(only(documents).id ?? 0);
    expect(await office.digest()).toBe(before);
  });
});

const other: ListedFlusso = {
  iuf: anIuf(9),
  createdAt: `${settledOn}T19:00:00`,
  regolamento: 'TRN-9',
  righe: [{ ...aPayment(9, 100), date: paidOn }],
};

describe('a flusso in a list and in XML', () => {
  const [flusso] = flussi;
  const draft = flusso ?? other;

  it('is not revised by the other form, whichever comes first', async () => {
    const xml = { 'fdr.xml': aFlusso(draft.iuf, draft.righe, { revision: 2 }) };
    const written = { 'console.csv': govpayConsoleCsv(draft) };
    const list = { 'flussi.csv': govpayFlussiCsv([draft, other]) };
    const digests = new Set<string>();
    for (const order of [
      [xml, written, list],
      [list, written, xml],
      [written, xml, list],
    ]) {
      const office = await anOffice();
      for (const papers of order) expect(warnings(await office.drop(papers))).toEqual(expectedOf(papers));
      expect((await office.flussi()).find(({ iuf }) => iuf === draft.iuf)).toMatchObject({
        revision: 2,
        rows: 2,
      });
      digests.add(await office.digest());
    }
    expect(digests.size).toBe(1);
  });

  it('is revised when the other form tells other payments', async () => {
    const office = await after({ 'console.csv': govpayConsoleCsv(draft) });
    const { documents } = await office.drop({ 'fdr.xml': aFlusso(draft.iuf, [first]) });
    const [warning] = only(documents).warnings;
    expect(warning).toMatchObject({ code: 'flow-revised', fromCreatedAt: '' });
    expect(warning === undefined ? '' : sayWarning(warning)).toContain('revisione 1 senza data');
  });

  it('of another ente is left aside in a list, and told', async () => {
    const office = await anOffice();
    const theirs = { ...other, enteCodiceFiscale: inventedProvincia.codiceFiscale };
    const dropped = await office.drop({ 'flussi.csv': govpayFlussiCsv([draft, theirs]) });
    expect(warnings(dropped)).toEqual(['rows-left-aside']);
    expect((await office.flussi()).map(({ iuf }) => iuf)).toEqual([draft.iuf]);
  });
});

/** A row without index is told of the console's list, and of no other. */
function expectedOf(papers: Readonly<Record<string, Paper>>): string[] {
  return 'console.csv' in papers ? ['index-missing'] : [];
}
