import { describe, expect, it } from 'vitest';
import { demoComune } from '../../src/main/demo/comune.ts';
import { giornalePages } from '../../src/main/demo/write-giornale.ts';
import { operations } from '../../src/shared/contract/operations.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import { openOffice, type Office } from '../helpers/office.ts';
import {
  aFlusso,
  again,
  aGiornale,
  anIuf,
  anOffice,
  aPayment,
  aReversale,
  aRicevuta,
  aSospeso,
  aZip,
  bookedOn,
  causaleOf,
  only,
  paidOn,
  settledOn,
} from './papers.ts';

const iuf = anIuf(1);
const conto = '0000100';

function keyOf(numero: string) {
  return { esercizio: 2026, numero, conto };
}

describe('the card of a payment', () => {
  const [first, second] = [aPayment(1, 2_200), aPayment(2, 1_000)];
  const papers = {
    'rt.xml': aRicevuta(second, { debtor: { codiceFiscale: 'BNCLRA85B41F205X', name: 'Laura Bianchi' } }),
    'fdr.xml': aFlusso(iuf, [first, second], { regolamento: 'TRN-1' }),
    'gdc.xml': aGiornale([aSospeso('1', 700, 'MUTUO 1'), aSospeso('2', 3_200, causaleOf(iuf))]),
  };

  it('tells the whole trail, each thing with its document and its line', async () => {
    const office = await anOffice();
    await office.drop(papers);
    const card = await office.ask('payments.read', { iuv: second.iuv, iur: second.iur, index: 1 });
    expect(card).toMatchObject({
      payment: {
        iuv: second.iuv,
        status: 'complete',
        description: 'Pagamento al Comune',
        debtor: { name: 'Laura Bianchi' },
      },
      evidence: { owner: 'ours', receipt: 'paid', report: 'executed', money: 'exact' },
      dueDay: null,
      late: false,
      receipt: {
        source: { document: { name: 'rt.xml', kind: 'ricevuta' }, row: 1 },
        receiptId: second.iur,
        outcome: 'paid',
        paidOn,
        totalCents: 1_000,
        cents: 1_000,
        debtor: { name: 'Laura Bianchi', codiceFiscale: 'BNCLRA85B41F205X' },
      },
      report: {
        source: { document: { name: 'fdr.xml', kind: 'flusso' }, row: 2 },
        iuf,
        esito: 0,
        cents: 1_000,
        date: paidOn,
        regolamento: 'TRN-1',
        flowDate: settledOn,
        flowCents: 3_200,
        flowRows: 2,
        anomalies: [],
      },
      money: [
        {
          numero: '2',
          cents: 3_200,
          bucket: 'reconciled',
          iuf,
          source: { document: { name: 'gdc.xml', kind: 'giornale-opi' }, row: 2 },
        },
      ],
      sameIuv: [],
      decisions: [],
    });
    const [listed] = (await office.ask('payments.list', { filter: { search: second.iuv } })).rows;
    expect(card.payment).toEqual(listed);
  });

  it('says nothing of what is not there', async () => {
    const office = await anOffice('2026-03-11');
    await office.drop({ 'rt.xml': papers['rt.xml'] });
    const card = await office.ask('payments.read', { iuv: second.iuv, iur: second.iur, index: 1 });
    expect(card).toMatchObject({ report: null, money: [], late: false, dueDay: '2026-03-12' });
    office.today('2026-03-13');
    const later = await office.ask('payments.read', { iuv: second.iuv, iur: second.iur, index: 1 });
    expect(later).toMatchObject({ late: true, payment: { status: 'not-reported' } });
  });

  it('shows the other payments of the same notice', async () => {
    const office = await anOffice();
    const twice = { ...first, iur: 'IURSECONDO' };
    await office.drop({ 'a.xml': aRicevuta(first), 'b.xml': aRicevuta(twice) });
    const card = await office.ask('payments.read', { iuv: first.iuv, iur: first.iur, index: 1 });
    expect(card.payment.status).toBe('double-payment');
    expect(card.sameIuv.map(({ iur }) => iur)).toEqual(['IURSECONDO']);
  });
});

describe('the card of a flusso', () => {
  it('is found in any letter case, and tells its versions, the one that counts first', async () => {
    const office = await anOffice();
    await office.drop({
      'uno.xml': aFlusso(iuf, [aPayment(1, 2_200)], { revision: 1 }),
      'due.xml': aFlusso(iuf, [aPayment(1, 2_200), aPayment(2, 800)], { revision: 2 }),
      'gdc.xml': aGiornale([aSospeso('1', 2_200, causaleOf(iuf))]),
    });
    const card = await office.ask('flussi.read', { iuf: iuf.toLowerCase() });
    expect(card).toMatchObject({
      flusso: { iuf, revision: 2, cents: 3_000, receivedCents: 2_200, bucket: 'partial' },
      dueDay: '2026-03-13',
      late: true,
      rowsOfOurs: 2,
      rowsOfOthers: 0,
      versions: [
        {
          source: { document: { name: 'due.xml' }, row: null },
          revision: 2,
          rows: 2,
          cents: 3_000,
          current: true,
        },
        {
          source: { document: { name: 'uno.xml' }, row: null },
          revision: 1,
          rows: 1,
          cents: 2_200,
          current: false,
        },
      ],
      money: [{ numero: '1', cents: 2_200, source: { row: 1 } }],
    });
    expect(card.flusso).toEqual(only(await office.flussi()));
  });

  it('of money alone has neither versions nor regolamento', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': aGiornale([aSospeso('1', 2_200, causaleOf(iuf))]) });
    expect(await office.ask('flussi.read', { iuf })).toMatchObject({
      flusso: { bucket: 'notReported', psp: null },
      regolamento: null,
      versions: [],
      money: [{ numero: '1' }],
    });
  });
});

describe('the card of a provvisorio', () => {
  it('tells the line that brought it, what happened to it since, and its flusso', async () => {
    const office = await anOffice();
    const sospeso = aSospeso('1', 10_000, causaleOf(iuf), { bolletta: '77', payer: 'PSP INVENTATO' });
    await office.drop({
      'fdr.xml': aFlusso(iuf, [aPayment(1, 9_000)]),
      'gdc.xml': aGiornale([sospeso]),
      'dopo.xml': aGiornale(
        [
          again(sospeso, 'STORNATO', { cents: 1_000, date: '2026-03-13' }),
          aReversale('50', 4_000, [{ numero: '1', cents: 4_000 }], { date: '2026-03-13' }),
        ],
        { to: '2026-03-13' },
      ),
    });
    const card = await office.ask('provvisori.read', keyOf('1'));
    expect(card).toMatchObject({
      provvisorio: { numero: '1', cents: 9_000, payer: 'PSP INVENTATO', iuf, decided: null },
      movement: {
        source: { document: { name: 'gdc.xml' }, row: 1 },
        bolletta: '77',
        causali: [causaleOf(iuf)],
      },
      originalCents: 10_000,
      stornedCents: 1_000,
      regularisedCents: 4_000,
      events: [
        {
          source: { document: { name: 'dopo.xml' }, row: 1 },
          operazione: 'STORNATO',
          reversale: null,
          cents: 1_000,
        },
        {
          source: { document: { name: 'dopo.xml' }, row: 2 },
          reversale: { esercizio: 2026, numero: '50' },
          cents: 4_000,
          date: '2026-03-13',
        },
      ],
      shares: [
        {
          iuf,
          cents: 9_000,
          flusso: { bucket: 'reconciled', cents: 9_000, receivedCents: 9_000, rows: 1, imported: true },
        },
      ],
      remainderCents: 0,
      read: null,
    });
    expect(card.provvisorio).toEqual(only(await office.provvisori()));
  });

  it('tells once what two giornali tell alike', async () => {
    const office = await anOffice();
    const sospeso = aSospeso('1', 10_000, 'MUTUO', { date: '2026-03-12' });
    const storno = again(sospeso, 'STORNATO', { cents: 1_000 });
    await office.drop({
      'a.xml': aGiornale([sospeso, storno]),
      'b.xml': aGiornale([sospeso, storno, aSospeso('2', 1, 'ALTRO')], { to: '2026-03-13' }),
    });
    expect((await office.ask('provvisori.read', keyOf('1'))).events).toHaveLength(1);
  });
});

describe('what a person decided', () => {
  it('stands on the card of what it is about, with what could explain the money', async () => {
    const office = await anOffice();
    await office.drop({
      'fdr.xml': aFlusso(iuf, [aPayment(1, 9_000)]),
      'gdc.xml': aGiornale([aSospeso('1', 9_000, 'VERSAMENTO PAGOPA')]),
    });
    const before = await office.ask('provvisori.read', keyOf('1'));
    expect(before).toMatchObject({ provvisorio: { suspect: true, iuf: null }, shares: [], decisions: [] });
    expect(before.suggestions.map((one) => one.iuf)).toEqual([iuf]);
    const { suggestions } = await office.ask('flussi.read', { iuf });
    expect(suggestions.map(({ provvisorio }) => provvisorio)).toEqual([keyOf('1')]);

    const decision = { kind: 'link' as const, provvisorio: keyOf('1'), iuf, note: '' };
    const made = await office.ask('decisions.make', { decision });
    const after = await office.ask('provvisori.read', keyOf('1'));
    expect(after).toMatchObject({
      provvisorio: { suspect: false, iuf, decided: 'link', bucket: 'reconciled' },
      shares: [{ iuf, flusso: { bucket: 'reconciled' } }],
      decisions: [made],
    });
    expect((await office.ask('flussi.read', { iuf })).decisions).toEqual([made]);
  });
});

describe('every card of the invented Comune', () => {
  it('is as the contract says, and agrees with its row', async () => {
    const comune = demoComune('2026-03-31' as Day);
    const office = await openOffice({ settings: comune.settings });
    await office.drop(Object.fromEntries(comune.files.map(({ path, bytes }) => [path, bytes])));
    for (const row of await office.payments()) {
      const card = await office.ask('payments.read', { iuv: row.iuv, iur: row.iur, index: row.index });
      expect(operations['payments.read'].output.parse(card).payment).toEqual(row);
      expect(card.receipt !== null || card.report !== null).toBe(true);
    }
    for (const row of await office.flussi()) {
      const card = await office.ask('flussi.read', { iuf: row.iuf });
      expect(operations['flussi.read'].output.parse(card).flusso).toEqual(row);
      expect(card.money.reduce((sum, { cents }) => sum + cents, 0)).toBe(row.receivedCents);
      expect(card.versions.filter(({ current }) => current)).toHaveLength(row.revision === null ? 0 : 1);
    }
    for (const row of await office.provvisori()) {
      const { esercizio, numero, conto: ofConto } = row;
      const card = await office.ask('provvisori.read', { esercizio, numero, conto: ofConto });
      expect(operations['provvisori.read'].output.parse(card).provvisorio).toEqual(row);
      expect(card.shares).toMatchObject(row.shares);
      expect(card.shares).toHaveLength(row.shares.length);
    }
    const dashboard = await office.dashboard();
    expect(operations['dashboard.read'].output.parse(dashboard)).toEqual(dashboard);
    const details = await office.ask('dashboard.details', {});
    expect(operations['dashboard.details'].output.parse(details)).toEqual(details);
  });
});

describe('where a line stands in its document', () => {
  it('is counted over all the pages of a giornale', async () => {
    const office = await anOffice();
    const movimenti = ['1', '2', '3', '4'].map((numero) => aSospeso(numero, 1_000, `MUTUO ${numero}`));
    const [one = '', two = ''] = giornalePages({ to: bookedOn, movimenti }, 2);
    await office.drop({ 'gdc.zip': aZip({ 'p1.xml': one, 'p2.xml': two }) });
    expect(await Promise.all(['1', '2', '3', '4'].map((numero) => rowOf(office, numero)))).toEqual([
      1, 2, 3, 4,
    ]);
  });

  it('counts the lines that were left out, as the file does', async () => {
    const office = await anOffice();
    await office.drop({
      'gdc.xml': aGiornale([
        aSospeso('1', 100, 'UNO', { importo: 'x' }),
        aSospeso('2', 100, 'DUE'),
        aSospeso('3', 100, 'TRE', { importo: 'x' }),
        aSospeso('4', 100, 'QUATTRO'),
      ]),
      'fdr.xml': aFlusso(iuf, [{ ...aPayment(1, 500), importo: 'cinque' }, aPayment(2, 500)]),
    });
    expect([await rowOf(office, '2'), await rowOf(office, '4')]).toEqual([2, 4]);
    const { iuv, iur } = aPayment(2, 500);
    expect((await office.ask('payments.read', { iuv, iur, index: 1 })).report?.source.row).toBe(2);
  });
});

describe('asking for a card of nothing', () => {
  it('says what was not found', async () => {
    const office = await anOffice();
    await expect(office.ask('payments.read', { iuv: '1', iur: '2', index: 1 })).rejects.toThrow(
      '{"code":"not-found","what":"payment","name":"1"}',
    );
    await expect(office.ask('flussi.read', { iuf: 'X' })).rejects.toThrow('"what":"flusso"');
    await expect(office.ask('provvisori.read', keyOf('9'))).rejects.toThrow('"name":"9/2026"');
  });
});

/** Where the line that brought a provvisorio stands. */
async function rowOf(office: Office, numero: string): Promise<number | null> {
  return (await office.ask('provvisori.read', keyOf(numero))).movement.source.row;
}
