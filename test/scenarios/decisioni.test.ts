import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/shared/contract/api.ts';
import type { Office } from '../helpers/office.ts';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aRicevuta,
  aSospeso,
  again,
  anIuf,
  anOffice,
  causaleOf,
  flowBuckets,
  moneyBuckets,
  only,
  ourSettings,
  reportOf,
  verdicts,
  warnings,
} from './papers.ts';

type Decision = Input<'decisions.make'>['decision'];

const iuf = anIuf();
const payment = aPayment(1, 10_000);
const illegible = '/PUR/LGPE-RIVERSAMENTO/URI/ILLEGGIBILE';
const reported = { 'rt.xml': aRicevuta(payment), 'fdr.xml': aFlusso(iuf, [payment]) };
const unread = aSospeso('1', 10_000, illegible);
const read = aSospeso('1', 10_000, causaleOf(iuf));
const next = { to: '2026-03-13' };
const provvisorio = { esercizio: 2026, numero: '1', conto: '0000100' };

const link: Decision = { kind: 'link', provvisorio, iuf };

function decide(office: Office, decision: Decision) {
  return office.ask('decisions.make', { decision });
}

async function statesOf(office: Office): Promise<string[]> {
  const { rows } = await office.ask('decisions.list', {});
  return rows.map(({ decision, state }) => `${decision.kind} ${state}`);
}

describe('a provvisorio whose causale cannot be read', () => {
  it('is reconciled once the clerk links it to its flusso, and its causale stays as it was read', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([unread]) });
    expect(await verdicts(office)).toEqual(['settlement-missing yes/yes/problem']);
    expect(await decide(office, { ...link, note: 'ho telefonato in banca' })).toMatchObject({
      author: expect.any(String),
      state: 'standing',
      undoneAt: null,
    });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'reconciled' });
    expect(await office.provvisori()).toMatchObject([
      { bucket: 'reconciled', decided: 'link', iuf, extraction: { iuf: null, kind: 'unreadable' } },
    ]);
    expect((await office.dashboard()).difference).toEqual({ count: 0, cents: 0 });
    await office.digest();
  });

  it('linked to a flusso that nobody has reported yet waits for it', async () => {
    const office = await anOffice();
    await office.drop({ 'rt.xml': reported['rt.xml'], 'gdc.xml': aGiornale([unread]) });
    await decide(office, link);
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'notReported' });
    expect(await moneyBuckets(office)).toEqual({ '1': 'notReported' });
    await office.drop({ 'fdr.xml': reported['fdr.xml'] });
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes']);
    await office.digest();
  });

  it('comes back to what it was when the link is taken back', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([unread]) });
    const before = await office.digest();
    const { id } = await decide(office, link);
    await office.ask('decisions.undo', { id });
    expect(await office.digest()).toBe(before);
    await expect(office.ask('decisions.undo', { id })).rejects.toThrow('already-undone');
  });

  it('keeps its link when its giornale is undone and imported again', async () => {
    const office = await anOffice();
    const papers = { ...reported, 'gdc.xml': aGiornale([unread]) };
    const dropped = await office.drop(papers);
    await decide(office, link);
    const digest = await office.digest();
    for (const { id } of dropped.documents) await office.undo(id ?? 0);
    expect(await statesOf(office)).toEqual(['link broken']);
    await office.drop(papers);
    expect(await statesOf(office)).toEqual(['link standing']);
    expect(await office.digest()).toBe(digest);
  });

  it('in the report of its giornale, as of today, counts where the clerk put it', async () => {
    const office = await anOffice();
    const dropped = await office.drop({ ...reported, 'gdc.xml': aGiornale([unread]) });
    expect(reportOf(dropped).flussi).toMatchObject({ imported: 1, inError: 1 });
    await decide(office, link);
    const giornale = (await office.history()).find(({ kind }) => kind === 'giornale-opi');
    expect(giornale?.report?.flussi).toMatchObject({ inError: 1, reconciled: 0 });
    expect(giornale?.reportToday?.flussi).toMatchObject({ imported: 1, inError: 0, reconciled: 1 });
  });
});

describe('a link that the papers contradict later', () => {
  it('17 is broken by the storno of its provvisorio, which the import says, and comes back without the storno', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([unread]) });
    await decide(office, link);
    const before = await office.digest();
    const storno = await office.drop({ 'storno.xml': aGiornale([again(unread, 'STORNATO')], next) });
    expect(warnings(storno)).toEqual(['decision-broken']);
    expect(await verdicts(office)).toEqual(['settlement-missing yes/yes/problem']);
    expect(await office.provvisori()).toMatchObject([{ bucket: 'cancelled', decided: null }]);
    expect(await statesOf(office)).toEqual(['link broken']);
    await expect(decide(office, link)).rejects.toThrow('"why":"cancelled"');
    await office.digest();
    await office.undo(only(storno.documents).id ?? 0);
    expect(await statesOf(office)).toEqual(['link standing']);
    expect(await office.digest()).toBe(before);
  });

  it('is broken by a storno that names its bolletta alone', async () => {
    const office = await anOffice();
    const money = { ...unread, bolletta: '900' };
    await office.drop({ ...reported, 'gdc.xml': aGiornale([money]) });
    await decide(office, link);
    const storno = again(money, 'STORNATO', { numero: '99', bolletta: null, bollettaStorno: '900' });
    expect(warnings(await office.drop({ 'storno.xml': aGiornale([storno], next) }))).toEqual([
      'decision-broken',
    ]);
    expect(await statesOf(office)).toEqual(['link broken']);
  });

  it('84 wins over a causale that names another flusso, until it is taken back', async () => {
    const office = await anOffice();
    const other = anIuf(2);
    await office.drop({
      ...reported,
      'other.xml': aFlusso(other, [aPayment(2, 10_000)]),
      'gdc.xml': aGiornale([aSospeso('1', 10_000, causaleOf(other))]),
    });
    const { id } = await decide(office, link);
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'reconciled', [other]: 'missing' });
    expect(await office.provvisori()).toMatchObject([{ iuf, extraction: { iuf: other } }]);
    await office.ask('decisions.undo', { id });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'missing', [other]: 'reconciled' });
    await office.digest();
  });

  it('stands when its flusso is revised, and the card of the flusso shows both', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([unread]) });
    await decide(office, link);
    const revised = aFlusso(iuf, [payment, aPayment(2, 500)], { revision: 2 });
    await office.drop({ 'fdr2.xml': revised });
    const card = await office.ask('flussi.read', { iuf });
    expect(card.flusso).toMatchObject({ revision: 2, bucket: 'partial', receivedCents: 10_000 });
    expect(card.decisions).toMatchObject([{ decision: { kind: 'link' }, state: 'to-review' }]);
  });
});

describe('a provvisorio that its causale links to the wrong flusso', () => {
  it('is in error once the clerk unlinks it, and can be linked back', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([read]) });
    const before = await office.digest();
    const unlinked = await decide(office, { kind: 'unlink', provvisorio });
    expect(await moneyBuckets(office)).toEqual({ '1': 'inError' });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'missing' });
    const linked = await decide(office, link);
    expect(await statesOf(office)).toEqual(['link standing', 'unlink replaced']);
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'reconciled' });
    await office.ask('decisions.undo', { id: linked.id });
    expect(await moneyBuckets(office)).toEqual({ '1': 'inError' });
    await office.ask('decisions.undo', { id: unlinked.id });
    expect(await office.digest()).toBe(before);
  });

  it('need not be linked to what its causale says, nor unlinked from nothing', async () => {
    const office = await anOffice();
    await office.drop({
      ...reported,
      'gdc.xml': aGiornale([read, aSospeso('2', 500, 'CANONE DI LOCAZIONE')]),
    });
    await expect(decide(office, link)).rejects.toThrow('"why":"same-as-read"');
    const other = { ...provvisorio, numero: '2' };
    const exclude: Decision = { kind: 'exclude', provvisorio: other, note: 'affitto' };
    await expect(decide(office, exclude)).rejects.toThrow('"why":"same-as-read"');
    await expect(decide(office, { ...link, provvisorio: { ...other, numero: '3' } })).rejects.toThrow(
      'not-found',
    );
    expect(await statesOf(office)).toEqual([]);
  });
});

describe('money that pagoPA did not bring', () => {
  it('leaves the difference once the clerk says what it is', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': aGiornale([unread]) });
    expect((await office.dashboard()).difference.count).toBe(1);
    await decide(office, { kind: 'exclude', provvisorio, note: 'rimborso spese' });
    expect(await office.provvisori()).toMatchObject([
      { bucket: 'notPagoPa', decided: 'exclude', suspect: false, iuf: null },
    ]);
    expect((await office.dashboard()).difference.count).toBe(0);
    expect(await office.flussi()).toEqual([]);
    await office.digest();
  });
});

describe('what the clerk gives to another partner', () => {
  const partner = 'Partner della Mensa';

  it('as a flusso takes all its payments, and the settings do not bring them back', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([read]) });
    await decide(office, { kind: 'partner', target: { type: 'flusso', iuf: iuf.toLowerCase() }, partner });
    expect(await office.payments()).toMatchObject([{ status: 'other-partner', partner }]);
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'otherPartner' });
    expect(await moneyBuckets(office)).toEqual({ '1': 'otherPartner' });
    await office.settings({ ...ourSettings, codiciPropri: ['01', '02'] });
    expect(await office.payments()).toMatchObject([{ status: 'other-partner', partner }]);
    await office.digest();
  });

  it('as a flusso that nobody reported is theirs, money and all', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': aGiornale([read]) });
    await decide(office, { kind: 'partner', target: { type: 'flusso', iuf }, partner });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'otherPartner' });
    expect(await moneyBuckets(office)).toEqual({ '1': 'otherPartner' });
    expect((await office.dashboard()).difference.count).toBe(0);
  });

  it('as a payment takes its IUV, and its flusso when it lists nothing else', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([read]) });
    const { iuv, iur, index } = only(await office.payments());
    await decide(office, { kind: 'partner', target: { type: 'payment', iuv, iur, index }, partner });
    expect(await office.payments()).toMatchObject([{ status: 'other-partner', partner }]);
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'otherPartner' });
    await office.digest();
  });

  it('as a provvisorio is theirs, and so is the IUF that only this money names', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': aGiornale([read, aSospeso('2', 500, illegible)]) });
    for (const numero of ['1', '2'])
      await decide(office, {
        kind: 'partner',
        target: { type: 'provvisorio', ...provvisorio, numero },
        partner,
      });
    expect(await moneyBuckets(office)).toEqual({ '1': 'otherPartner', '2': 'otherPartner' });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'otherPartner' });
    const { reportToday } = only(await office.history());
    expect(reportToday?.flussi).toMatchObject({ imported: 2, otherPartner: 2 });
    expect(reportToday?.cents).toMatchObject({ total: 10_500, otherPartner: 10_500 });
    await office.digest();
  });

  it('as one of two provvisori of an IUF that only they name leaves the other where it was', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': aGiornale([read, { ...read, numero: '2', cents: 500 }]) });
    await decide(office, { kind: 'partner', target: { type: 'provvisorio', ...provvisorio }, partner });
    expect(await moneyBuckets(office)).toEqual({ '1': 'otherPartner', '2': 'notReported' });
    expect(await flowBuckets(office)).toEqual({ [iuf]: 'notReported' });
    const { reportToday } = only(await office.history());
    expect(reportToday?.flussi).toMatchObject({ imported: 2, otherPartner: 1, notReported: 1 });
    expect(reportToday?.cents).toMatchObject({ total: 10_500, otherPartner: 10_000, notReported: 500 });
    await office.digest();
  });
});

describe('money for one IUV alone', () => {
  const single = aSospeso('1', 10_000, `/RFB/${payment.iuv}/100.00`);

  it.each<[string, Decision, string]>([
    ['linked to a flusso', { ...link, iuf: anIuf(7) }, 'notReported'],
    ['said not to be pagoPA', { kind: 'exclude', provvisorio, note: 'altro' }, 'notPagoPa'],
    ['unlinked', { kind: 'unlink', provvisorio }, 'inError'],
  ])(
    'settles its payment no more once it is %s, until that is taken back',
    async (_how, decision, bucket) => {
      const office = await anOffice();
      await office.drop({ 'rt.xml': reported['rt.xml'], 'gdc.xml': aGiornale([single]) });
      expect((await office.payments()).map(({ status }) => status)).toEqual(['settled-singly']);
      const before = await office.digest();
      const { id } = await decide(office, decision);
      expect((await office.payments()).map(({ status }) => status)).toEqual(['not-reported']);
      expect(await moneyBuckets(office)).toEqual({ '1': bucket });
      await office.ask('decisions.undo', { id });
      expect(await office.digest()).toBe(before);
    },
  );
});

describe('a note', () => {
  it('changes no verdict, stands on its card, and an empty one takes its place', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([read]) });
    const shown = [await office.payments(), await office.flussi(), await office.provvisori()];
    const { iuv, iur, index } = only(await office.payments());
    const targets = [
      { type: 'payment', iuv, iur, index },
      { type: 'flusso', iuf },
      { type: 'provvisorio', ...provvisorio },
    ] as const;
    for (const target of targets) await decide(office, { kind: 'note', target, text: 'da richiamare' });
    expect([await office.payments(), await office.flussi(), await office.provvisori()]).toEqual(shown);
    const cards = [
      await office.ask('payments.read', { iuv, iur, index }),
      await office.ask('flussi.read', { iuf }),
      await office.ask('provvisori.read', provvisorio),
    ];
    for (const { decisions } of cards)
      expect(decisions).toMatchObject([{ decision: { text: 'da richiamare' }, state: 'standing' }]);
    await decide(office, { kind: 'note', target: targets[0], text: '' });
    const { decisions } = await office.ask('payments.read', { iuv, iur, index });
    expect(decisions.map(({ state }) => state)).toEqual(['standing', 'replaced']);
  });
});

describe('the list of what was decided', () => {
  it('goes back page by page, newest first', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': aGiornale([unread]) });
    const target = { type: 'provvisorio', ...provvisorio } as const;
    for (const text of ['uno', 'due', 'tre']) await decide(office, { kind: 'note', target, text });
    const first = await office.ask('decisions.list', { limit: 2 });
    expect(first.rows.map(({ id }) => id)).toEqual([3, 2]);
    const second = await office.ask('decisions.list', { limit: 2, after: first.next });
    expect(second.rows.map(({ id }) => id)).toEqual([1]);
    expect(second.next).toBeNull();
  });
});
