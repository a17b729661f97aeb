import { describe, expect, it } from 'vitest';
import type { Output } from '../../src/shared/contract/api.ts';
import type { Office } from '../helpers/office.ts';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aReversale,
  aRicevuta,
  aSospeso,
  again,
  anIuf,
  anOffice,
  bookedOn,
  causaleOf,
  only,
  ourSettings,
} from './papers.ts';

type Row = Output<'regularisation.list'>['rows'][number];

const servizi = [{ id: 'tari', nome: 'TARI', codici: ['01'], capitolo: '100/1', accertamento: '2026/7' }];
const settings = { ...ourSettings, servizi };

async function rowsOf(office: Office): Promise<readonly Row[]> {
  return (await office.ask('regularisation.list', {})).rows;
}

/** As lines: reason or service, cents, payments. */
function told({ parts }: Row): string[] {
  return parts.map(
    ({ reason, service, cents, payments }) => `${reason ?? service ?? '-'} ${cents} ${payments}`,
  );
}

async function send(office: Office, { esercizio, numero, conto, parts }: Row): Promise<number> {
  const bare = parts.map(({ capitolo: _capitolo, accertamento: _accertamento, ...part }) => part);
  const provvisorio = { esercizio, numero, conto };
  const { id } = await office.ask('decisions.make', {
    decision: { kind: 'sent', provvisorio, parts: bare, note: 'con il registro del mese' },
  });
  return id;
}

const iuf = anIuf();
const payment = aPayment(1, 10_000);
const sospeso = aSospeso('1', 10_000, causaleOf(iuf));
const papers = {
  'rt.xml': aRicevuta(payment),
  'fdr.xml': aFlusso(iuf, [payment]),
  'gdc.xml': aGiornale([sospeso]),
};
const next = { to: '2026-04-10' };

describe('what is to be regularised', () => {
  it('is told service by service, with what is of another partner', async () => {
    const office = await anOffice('2026-03-31', settings);
    const other = aPayment(2, 4_000, '05');
    await office.drop({
      'fdr.xml': aFlusso(iuf, [payment, other]),
      'gdc.xml': aGiornale([aSospeso('1', 14_000, causaleOf(iuf)), aSospeso('2', 500, 'AFFITTO SALA')]),
    });
    const row = only(await rowsOf(office));
    expect(row).toMatchObject({ numero: '1', openCents: 14_000, stage: 'open', days: 19, sent: null });
    expect(told(row)).toEqual(['tari 10000 1', 'other-partner 4000 1']);
    expect(row.parts[0]).toMatchObject({ capitolo: '100/1', accertamento: '2026/7' });
    const count = await office.ask('regularisation.count', {});
    expect(count).toMatchObject({ count: 1, cents: 14_000, openCents: 14_000 });
    expect(count.byAge.filter((age) => age.count > 0)).toEqual([
      { age: '0-30', count: 1, openCents: 14_000 },
    ]);
    const { parts } = await office.ask('regularisation.totals', {});
    expect(parts.map(({ cents }) => cents)).toEqual([10_000, 4_000]);
  });

  it('follows the rows where two provvisori bring one flusso', async () => {
    const office = await anOffice('2026-03-31', settings);
    const rows = [aPayment(1, 6_000), aPayment(2, 3_000), aPayment(3, 1_000)];
    await office.drop({
      'fdr.xml': aFlusso(iuf, rows),
      'gdc.xml': aGiornale([
        aSospeso('1', 6_000, causaleOf(iuf)),
        aSospeso('2', 4_000, `${causaleOf(iuf)} SECONDA PARTE`),
      ]),
    });
    expect((await rowsOf(office)).map(told)).toEqual([['tari 6000 1'], ['tari 4000 2']]);
  });

  it('of money for one payment alone is what its receipt says', async () => {
    const office = await anOffice('2026-03-31', settings);
    await office.drop({
      'rt.xml': aRicevuta(payment),
      'gdc.xml': aGiornale([aSospeso('1', 10_000, `/RFB/${payment.iuv}/100.00`)]),
    });
    expect(told(only(await rowsOf(office)))).toEqual(['tari 10000 1']);
  });

  it('is filtered by stage, service and age', async () => {
    const office = await anOffice('2026-05-01', settings);
    await office.drop(papers);
    const found = async (filter: object): Promise<number> =>
      (await office.ask('regularisation.count', { filter })).count;
    expect(await found({ stages: ['open'], services: ['tari'], ages: ['31-60'] })).toBe(1);
    expect(await found({ stages: ['sent', 'done'] })).toBe(0);
    expect(await found({ services: [''] })).toBe(0);
    expect(await found({ ages: ['0-30', 'over-90'] })).toBe(0);
  });
});

describe('a proposal that was sent', () => {
  it('is done by a later giornale, and by its reversale', async () => {
    const office = await anOffice('2026-03-31', settings);
    await office.drop(papers);
    await send(office, only(await rowsOf(office)));
    expect(only(await rowsOf(office))).toMatchObject({
      stage: 'sent',
      sent: { author: 'impiegata', note: 'con il registro del mese', changed: false },
    });
    await office.drop({
      'b.xml': aGiornale([aReversale('31', 4_000, [{ numero: '1', cents: 4_000 }])], next),
    });
    expect(only(await rowsOf(office))).toMatchObject({
      stage: 'partly',
      openCents: 6_000,
      reversali: [{ numero: '31', cents: 4_000 }],
    });
    await office.drop({
      'c.xml': aGiornale([aReversale('32', 6_000, [{ numero: '1', cents: 6_000 }])], { to: '2026-04-13' }),
    });
    const row = only(await rowsOf(office));
    expect(row).toMatchObject({ stage: 'done', openCents: 0, sent: { changed: false } });
    expect(row.reversali.map(({ numero }) => numero)).toEqual(['31', '32']);
    await expect(send(office, row)).rejects.toThrow(/already-regularised/);
  });

  it('is not sent twice, until it is taken back', async () => {
    const office = await anOffice('2026-03-31', settings);
    await office.drop(papers);
    const before = await office.digest();
    const row = only(await rowsOf(office));
    const id = await send(office, row);
    await expect(send(office, row)).rejects.toThrow(/already-sent/);
    await office.ask('decisions.undo', { id });
    expect(only(await rowsOf(office))).toMatchObject({ stage: 'open', sent: null });
    expect(await office.digest()).toBe(before);
    await send(office, row);
    expect(only(await rowsOf(office)).stage).toBe('sent');
  });

  it('says so when another flusso came since, and can no longer be sent as it was', async () => {
    const office = await anOffice('2026-03-31', settings);
    await office.drop({ 'gdc.xml': papers['gdc.xml'] });
    const seen = only(await rowsOf(office));
    expect(told(seen)).toEqual(['flow-absent 10000 0']);
    const id = await send(office, seen);
    await office.drop({ 'fdr.xml': papers['fdr.xml'] });
    const now = only(await rowsOf(office));
    expect(now.sent).toMatchObject({ changed: true, parts: [{ reason: 'flow-absent', cents: 10_000 }] });
    expect(told(now)).toEqual(['tari 10000 1']);
    await office.ask('decisions.undo', { id });
    await expect(send(office, seen)).rejects.toThrow(/split-changed/);
  });

  it('is to be sent again when the bank reopens what was done', async () => {
    const office = await anOffice('2026-03-31', settings);
    await office.drop(papers);
    await send(office, only(await rowsOf(office)));
    await office.drop({ 'b.xml': aGiornale([again(sospeso, 'REGOLARIZZATO')], next) });
    expect(only(await rowsOf(office)).stage).toBe('done');
    await office.drop({ 'c.xml': aGiornale([again(sospeso, 'RIPRISTINATO')], { to: '2026-04-13' }) });
    const row = only(await rowsOf(office));
    expect(row).toMatchObject({ stage: 'open', openCents: 10_000, sent: null });
    await send(office, row);
    expect(await office.digest()).toMatch(/./);
  });

  it('is to be sent again when its reversale is taken back', async () => {
    const office = await anOffice('2026-03-31', settings);
    await office.drop(papers);
    await send(office, only(await rowsOf(office)));
    const reversale = aReversale('31', 10_000, [{ numero: '1', cents: 10_000 }]);
    await office.drop({ 'b.xml': aGiornale([reversale], next) });
    expect(only(await rowsOf(office)).stage).toBe('done');
    const stornata = { ...reversale, operazione: 'STORNATO' as const };
    await office.drop({ 'c.xml': aGiornale([stornata], { to: '2026-04-13' }) });
    expect(only(await rowsOf(office))).toMatchObject({ stage: 'open', sent: null, reversali: [] });
  });

  it('stays sent when a giornale tells the conto that a list left out', async () => {
    const office = await anOffice('2026-03-31', settings);
    const list = `ESERCIZIO;N.PROVV.;DATA ESEC.;DESCRIZIONE CAUSALE;IMPORTO PROVVISORIO\n2026;1;${bookedOn};${causaleOf(iuf)};100,00\n`;
    await office.drop({ 'fdr.xml': papers['fdr.xml'], 'lista.csv': list });
    const unplaced = only(await rowsOf(office));
    expect(unplaced).toMatchObject({ conto: '', stage: 'open' });
    await send(office, unplaced);
    const march = { from: '2026-03-01', to: '2026-03-31' };
    const contiNow = async () =>
      only((await office.ask('quadratura.read', march)).services).conti.map(({ conto }) => conto);
    expect(await contiNow()).toEqual(['']);
    await office.drop({ 'gdc.xml': papers['gdc.xml'] });
    const row = only(await rowsOf(office));
    expect(row).toMatchObject({ stage: 'sent', sent: { changed: false } });
    expect(await contiNow()).toEqual([row.conto]);
    await expect(send(office, row)).rejects.toThrow(/already-sent/);
  });

  it('is not for money that is not of pagoPA', async () => {
    const office = await anOffice('2026-03-31', settings);
    await office.drop({ 'gdc.xml': aGiornale([aSospeso('2', 500, 'AFFITTO SALA')]) });
    const [rent] = await office.provvisori();
    const { esercizio, numero, conto } = rent ?? only([]);
    const part = {
      iuf: null,
      service: null,
      partner: null,
      reason: 'to-clear-up',
      cents: 500,
      payments: 0,
    } as const;
    await expect(
      office.ask('decisions.make', {
        decision: { kind: 'sent', provvisorio: { esercizio, numero, conto }, parts: [part] },
      }),
    ).rejects.toThrow(/not-pagopa/);
  });
});
