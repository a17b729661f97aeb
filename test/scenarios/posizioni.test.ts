import { describe, expect, it } from 'vitest';
import { dropPositions, type PositionDraft } from '../helpers/positions.ts';
import { aFlusso, aPayment, aRicevuta, anIuf, anOffice, only } from './papers.ts';

const payment = aPayment(1, 4_550);
const { iuv } = payment;
const fdr = aFlusso(anIuf(), [payment]);
const mensa = { id: 'mensa', nome: 'Mensa', codici: [], tipiDovuto: ['MENSA'] };
const withMensa = { servizi: [mensa] };
const due: PositionDraft = { iuv, iud: 'iud-1', dueDay: '2026-03-20' as never };

describe('a position', () => {
  it('names the debtor, the service and the reason of a payment of which there is no receipt', async () => {
    const office = await anOffice('2026-03-31', withMensa);
    await office.drop({ 'fdr.xml': fdr });
    expect(only(await office.payments())).toMatchObject({ debtor: null, service: null });
    dropPositions(office, 'posizioni.csv', [due]);

    const told = only(await office.payments());
    expect(told).toMatchObject({
      debtor: { name: 'Mario Rossi', codiceFiscale: 'RSSMRA80A01H501U' },
      description: 'Mensa scolastica marzo',
      service: 'mensa',
      status: 'receipt-missing',
    });
    const card = await office.ask('payments.read', { iuv, iur: told.iur, index: 1 });
    expect(card).toMatchObject({
      serviceSource: 'position',
      receipt: null,
      position: {
        key: `iuv/${iuv}`,
        status: 'paid',
        source: { row: 1, document: { name: 'posizioni.csv' } },
      },
    });
    for (const search of ['RSSMRA80A01H501U', 'mario rossi'])
      expect((await office.ask('payments.list', { filter: { search } })).rows).toHaveLength(1);
  });

  it('leaves the debtor of a receipt as the receipt says, unless it says nobody', async () => {
    const office = await anOffice();
    const anonymous = aPayment(2, 100);
    await office.drop({
      'rt.xml': aRicevuta(payment, { debtor: { name: 'Anna Bianchi', codiceFiscale: null } }),
      'anonima.xml': aRicevuta(anonymous, { debtor: { name: 'ANONIMO', codiceFiscale: 'ANONIMO' } }),
    });
    dropPositions(office, 'posizioni.csv', [due, { iuv: anonymous.iuv }]);
    expect((await office.payments()).map(({ debtor }) => debtor?.name)).toEqual([
      'Anna Bianchi',
      'Mario Rossi',
    ]);
  });

  it('is overdue when its day is over, by date alone, and paid as soon as a flusso lists it', async () => {
    const office = await anOffice('2026-03-20');
    dropPositions(office, 'posizioni.csv', [due]);
    expect(await standings(office)).toEqual(['unpaid']);
    office.today('2026-03-21');
    expect(await standings(office)).toEqual(['overdue']);
    expect(await office.ask('positions.count', { filter: { attention: true } })).toEqual({
      count: 1,
      cents: 4_550,
    });
    await office.drop({ 'fdr.xml': fdr });
    expect(await standings(office)).toEqual(['paid']);
  });

  it('says when another amount was paid, or when it was paid though it is taken away', async () => {
    const office = await anOffice();
    await office.drop({ 'rt.xml': aRicevuta(payment) });
    dropPositions(office, 'posizioni.csv', [{ ...due, cents: 5_000 }]);
    const key = `iuv/${iuv}`;
    expect((await office.ask('positions.read', { key })).position).toMatchObject({
      status: 'paid',
      paidCents: 4_550,
      flags: ['paid-differs'],
    });
    dropPositions(office, 'annullate.csv', [{ ...due, cents: 5_000, action: 'cancel' }]);
    const card = await office.ask('positions.read', { key });
    expect(card.position).toMatchObject({ status: 'paid', flags: ['paid-differs', 'paid-though-cancelled'] });
    expect(card.versions.map(({ action, current }) => `${action} ${current}`)).toEqual([
      'keep true',
      'cancel false',
    ]);
    expect(card.payments).toHaveLength(1);
  });

  it('is not paid by an attempt that failed, nor by money that was given back', async () => {
    const office = await anOffice();
    await office.drop({
      'ko.xml': aRicevuta(payment, { outcome: 'failed' }),
      'fdr.xml': aFlusso(anIuf(2), [{ ...aPayment(2, 100), esito: 3 }]),
    });
    dropPositions(office, 'posizioni.csv', [{ iuv }, { iuv: aPayment(2, 100).iuv }]);
    expect(await standings(office)).toEqual(['unpaid', 'unpaid']);
  });

  it('without IUV matches nothing until a list tells its IUV, and its line alone can take it away', async () => {
    const office = await anOffice();
    dropPositions(office, 'prima.csv', [
      { ...due, iuv: null },
      { iuv: null, description: 'senza niente' },
    ]);
    expect(await standings(office)).toEqual(['without-iuv', 'without-iuv']);
    const digest = await office.digest();
    const later = dropPositions(office, 'dopo.csv', [due]);
    expect(await standings(office)).toEqual(['overdue', 'without-iuv']);
    dropPositions(office, 'annullate.csv', [{ iuv: null, iud: 'iud-1', action: 'cancel' }]);
    expect(await standings(office)).toEqual(['cancelled', 'without-iuv']);
    expect((await office.ask('positions.read', { key: `iuv/${iuv}` })).versions).toHaveLength(3);
    await office.undo(later + 1);
    await office.undo(later);
    expect(await office.digest()).toBe(digest);
  });

  it('is found by any of its words, and by the document that tells it', async () => {
    const office = await anOffice();
    const document = dropPositions(office, 'posizioni.csv', [{ ...due, noticeNumber: `3${iuv}` }]);
    for (const search of [iuv, `3${iuv}`, 'rssmra', 'rossi', 'scolastica', 'iud-1', '45,50'])
      expect(await office.ask('positions.count', { filter: { search } })).toMatchObject({ count: 1 });
    expect(await office.ask('positions.count', { filter: { search: 'nessuno' } })).toMatchObject({
      count: 0,
    });
    expect(await office.ask('positions.count', { filter: { document } })).toMatchObject({ count: 1 });
    expect(await office.ask('positions.count', { filter: { document: 99 } })).toMatchObject({ count: 0 });
    expect(await office.core.call('positions.read', { key: 'iuv/0' })).toMatchObject({
      problem: { code: 'not-found', what: 'position', name: '0' },
    });
  });
});

describe('any order of positions and papers', () => {
  const steps: Readonly<Record<string, (office: Office) => Promise<unknown>>> = {
    fdr: (office) => office.drop({ 'fdr.xml': fdr }),
    rt: (office) => office.drop({ 'rt.xml': aRicevuta(payment) }),
    loose: (office) => at(dropPositions(office, 'prima.csv', [{ ...due, iuv: null, tipoDovuto: 'ALTRO' }])),
    other: (office) => at(dropPositions(office, 'altra.csv', [{ ...due, cents: 4_000 }])),
    positions: (office) => at(dropPositions(office, 'posizioni.csv', [due])),
  };
  it('says the same', async () => {
    const digests = new Set<string>();
    for (const order of [
      ['fdr', 'rt', 'loose', 'other', 'positions'],
      ['positions', 'other', 'loose', 'rt', 'fdr'],
      ['loose', 'fdr', 'positions', 'rt', 'other'],
      ['other', 'rt', 'positions', 'fdr', 'loose'],
    ]) {
      const office = await anOffice('2026-03-31', withMensa);
      for (const step of order) await steps[step]?.(office);
      digests.add(await office.digest());
      expect(await standings(office)).toEqual(['paid']);
      await office.close();
    }
    expect(digests.size).toBe(1);
  });
});

type Office = Awaited<ReturnType<typeof anOffice>>;

const at = (document: number): Promise<number> => Promise.resolve(document);

/** The status of each position, in order of their keys: those with an IUV after those with an IUD alone. */
async function standings(office: Office): Promise<string[]> {
  const { rows } = await office.ask('positions.list', { sort: { by: 'dueDay' } });
  return rows.map(({ status }) => status);
}
