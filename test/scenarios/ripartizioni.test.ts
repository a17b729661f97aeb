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
  digestsOfAllOrders,
  flowBuckets,
  moneyBuckets,
  only,
  reportOf,
  verdicts,
  warnings,
} from './papers.ts';

type Decision = Input<'decisions.make'>['decision'];

const [one, two, three] = [anIuf(1), anIuf(2), anIuf(3)];
const [p1, p2, p3] = [aPayment(1, 6_000), aPayment(2, 4_000), aPayment(3, 2_500)];
const reported = {
  'rt1.xml': aRicevuta(p1),
  'rt2.xml': aRicevuta(p2),
  'f1.xml': aFlusso(one, [p1]),
  'f2.xml': aFlusso(two, [p2]),
};
const provvisorio = { esercizio: 2026, numero: '1', conto: '0000100' };
const bothNamed = `${causaleOf(one)} ${causaleOf(two)}`;
const merged = aSospeso('1', 10_000, bothNamed);
const illegible = '/PUR/LGPE-RIVERSAMENTO/URI/ILLEGGIBILE';

function share(...parts: readonly [iuf: string, cents: number][]): Decision {
  return { kind: 'share', provvisorio, shares: parts.map(([iuf, cents]) => ({ iuf, cents })) };
}

const decide = (office: Office, decision: Decision) => office.ask('decisions.make', { decision });
const card = (office: Office) => office.ask('provvisori.read', provvisorio);
const bucketOf = async (office: Office) => only(await office.provvisori()).bucket;

async function received(office: Office): Promise<Record<string, number>> {
  return Object.fromEntries((await office.flussi()).map(({ iuf, receivedCents }) => [iuf, receivedCents]));
}

describe('a causale that names two flussi, because the bank made one transfer of theirs', () => {
  it('is reconciled by itself when their totals make the money up, each with its own', async () => {
    const office = await anOffice();
    const report = reportOf(await office.drop({ ...reported, 'gdc.xml': aGiornale([merged]) }));
    expect(await verdicts(office)).toEqual(['complete yes/yes/yes', 'complete yes/yes/yes']);
    expect(await flowBuckets(office)).toEqual({ [one]: 'reconciled', [two]: 'reconciled' });
    expect(only(await office.provvisori())).toMatchObject({
      bucket: 'reconciled',
      iuf: null,
      shares: [
        { iuf: one, cents: 6_000 },
        { iuf: two, cents: 4_000 },
      ],
    });
    expect(report).toMatchObject({
      new: 1,
      flussi: { imported: 2, reconciled: 2 },
      cents: { total: 10_000, reconciled: 10_000 },
    });
    expect((await office.dashboard()).difference).toEqual({ count: 0, cents: 0 });
  });

  it('is for a person while one is not there, and found again whatever comes first', async () => {
    const digests = await digestsOfAllOrders({
      'f1.xml': reported['f1.xml'],
      'f2.xml': reported['f2.xml'],
      'gdc.xml': aGiornale([merged]),
    });
    expect(digests.size).toBe(1);
    const office = await anOffice();
    await office.drop({ 'f1.xml': reported['f1.xml'], 'gdc.xml': aGiornale([merged]) });
    expect(await bucketOf(office)).toBe('inError');
    expect(await received(office)).toEqual({ [one]: 0 });
    const { documents } = await office.drop({ 'f2.xml': reported['f2.xml'] });
    expect(await bucketOf(office)).toBe('reconciled');
    // A revision of one of them that changes its total is found as well, and its undo.
    const before = await office.digest();
    const revised = await office.drop({ 'f1b.xml': aFlusso(one, [p1, p3], { revision: 2 }) });
    expect(await bucketOf(office)).toBe('inError');
    await office.undo(only(revised.documents).id ?? 0);
    expect(await office.digest()).toBe(before);
    await office.undo(only(documents).id ?? 0);
    expect(await bucketOf(office)).toBe('inError');
    await office.digest();
  });

  it('is decided by what they declare, also when other money fills one: that one has too much', async () => {
    const office = await anOffice();
    const own = aSospeso('2', 6_000, causaleOf(one));
    await office.drop({ ...reported, 'gdc.xml': aGiornale([merged, own]) });
    expect(await flowBuckets(office)).toEqual({ [one]: 'inError', [two]: 'reconciled' });
    expect(await moneyBuckets(office)).toEqual({ '1': 'inError', '2': 'inError' });
    await office.digest();
  });

  it('is shared out by a person when the totals do not say it, and the card proposes how', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([{ ...merged, cents: 9_000 }]) });
    expect(await bucketOf(office)).toBe('inError');
    expect((await card(office)).sharings).toEqual([
      {
        shares: [
          { iuf: one, cents: 6_000, date: expect.any(String) },
          { iuf: two, cents: 3_000, date: expect.any(String) },
        ],
        reasons: ['named'],
        rivals: 0,
      },
    ]);
    await decide(office, share([one, 6_000], [two, 3_000]));
    expect(await flowBuckets(office)).toEqual({ [one]: 'reconciled', [two]: 'partial' });
    expect(await bucketOf(office)).toBe('partial');
    expect((await card(office)).sharings).toEqual([]);
  });
});

describe('money that a person shares out', () => {
  it('counts for three flussi, each counted once in the report, and comes back when it is undone', async () => {
    const office = await anOffice();
    const gdc = { 'gdc.xml': aGiornale([aSospeso('1', 12_500, illegible)]) };
    await office.drop({ ...reported, 'f3.xml': aFlusso(three, [p3]), ...gdc });
    const before = await office.digest();
    const { id } = await decide(office, share([three, 2_500], [one.toLowerCase(), 6_000], [two, 4_000]));
    expect(await bucketOf(office)).toBe('reconciled');
    expect(await received(office)).toEqual({ [one]: 6_000, [two]: 4_000, [three]: 2_500 });
    const giornale = (await office.history()).find(({ kind }) => kind === 'giornale-opi');
    expect(giornale?.reportToday).toMatchObject({
      new: 1,
      flussi: { imported: 3, reconciled: 3, inError: 0 },
      cents: { total: 12_500, reconciled: 12_500 },
    });
    expect((await office.ask('flussi.read', { iuf: three })).decisions).toMatchObject([{ id }]);
    const shared = await office.digest();
    await office.ask('decisions.undo', { id });
    expect(await office.digest()).toBe(before);
    await decide(office, share([three, 2_500], [one.toLowerCase(), 6_000], [two, 4_000]));
    expect(await office.digest()).toBe(shared);
  });

  it('leaves what is in no share to be cleared up, as a flusso of its own', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([aSospeso('1', 10_000, illegible)]) });
    await decide(office, share([one, 6_000]));
    expect(await flowBuckets(office)).toEqual({ [one]: 'reconciled', [two]: 'missing' });
    expect(await card(office)).toMatchObject({
      provvisorio: { bucket: 'inError', iuf: one, shares: [{ iuf: one, cents: 6_000 }] },
      remainderCents: 4_000,
    });
    const giornale = (await office.history()).find(({ kind }) => kind === 'giornale-opi');
    expect(giornale?.reportToday).toMatchObject({
      flussi: { imported: 2, reconciled: 1, inError: 1 },
      cents: { total: 10_000, reconciled: 6_000, inError: 4_000 },
    });
    const filter = { document: giornale?.id ?? 0, universe: true };
    for (const [buckets, flussi] of [
      [['reconciled'], 1],
      [['inError'], 1],
      [[], 2],
    ] as const)
      expect(await office.ask('provvisori.count', { filter: { ...filter, buckets } })).toMatchObject({
        count: 1,
        flussi,
      });
    expect(await office.ask('provvisori.count', {})).toEqual({ count: 1, cents: 10_000, flussi: 2 });
    const ofTwo = await office.ask('provvisori.list', { filter: { iuf: one } });
    expect(ofTwo.rows).toHaveLength(1);
    const payments = await office.ask('payments.list', { filter: { provvisorio } });
    expect(payments.rows.map(({ iuv }) => iuv)).toEqual([p1.iuv]);
    await office.digest();
  });

  it('is cleared up again once a storno leaves less than that, and the import says so', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([aSospeso('1', 10_000, illegible)]) });
    await decide(office, share([one, 6_000], [two, 4_000]));
    const storno = again(merged, 'STORNATO', { cents: 100 });
    const dropped = await office.drop({ 'storno.xml': aGiornale([storno], { to: '2026-03-13' }) });
    expect(warnings(dropped)).toEqual(['decision-broken']);
    expect(await flowBuckets(office)).toEqual({ [one]: 'missing', [two]: 'missing' });
    const { decisions, provvisorio: left } = await card(office);
    expect(decisions).toMatchObject([{ state: 'broken' }]);
    expect(left).toMatchObject({ bucket: 'inError', shares: [], cents: 9_900 });
    await office.digest();
    await office.undo(only(dropped.documents).id ?? 0);
    expect(await flowBuckets(office)).toEqual({ [one]: 'reconciled', [two]: 'reconciled' });
    expect((await card(office)).decisions).toMatchObject([{ state: 'standing' }]);
  });

  it('cannot be more than there is, nor twice for one flusso, nor what the causale says anyway', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([merged]) });
    for (const [decision, why] of [
      [share([one, 6_000], [two, 4_001]), 'shares-exceed'],
      [share([one, 6_000], [one.toLowerCase(), 4_000]), 'shares-repeat'],
      [share([two, 4_000], [one, 6_000]), 'same-as-read'],
    ] as const)
      expect(await office.core.call('decisions.make', { decision })).toMatchObject({
        problem: { code: 'decision-impossible', why },
      });
    expect(await office.core.call('decisions.make', { decision: share([one, 0]) })).toMatchObject({
      problem: { code: 'invalid-request' },
    });
  });
});

describe('one transfer of two flussi of one PSP and one day, whose causale says nothing', () => {
  it('is proposed to be shared out over them, and nothing happens without a person', async () => {
    const office = await anOffice();
    await office.drop({
      ...reported,
      'altro.xml': aFlusso(anIuf(9), [aPayment(9, 4_000)], { pspCode: 'ALTROIT1' }),
      'gdc.xml': aGiornale([aSospeso('1', 10_000, illegible)]),
    });
    const { sharings, suggestions } = await card(office);
    expect(suggestions).toEqual([]);
    expect(sharings).toMatchObject([
      {
        shares: [
          { iuf: one, cents: 6_000 },
          { iuf: two, cents: 4_000 },
        ],
        reasons: ['same-amount', 'same-psp', 'same-day'],
        rivals: 0,
      },
    ]);
    expect(await bucketOf(office)).toBe('inError');
  });
});

describe('several transfers of one flusso, whose causali say nothing', () => {
  it('are proposed together when they make it up, and linked each by a person', async () => {
    const office = await anOffice();
    await office.drop({
      'f1.xml': reported['f1.xml'],
      'gdc.xml': aGiornale([
        aSospeso('1', 2_500, illegible),
        aSospeso('2', 3_500, illegible),
        aSospeso('3', 3_500, 'MUTUO'),
      ]),
    });
    const { together, suggestions } = await office.ask('flussi.read', { iuf: one });
    expect(suggestions).toEqual([]);
    expect(together).toMatchObject([{ provvisori: [{ numero: '1' }, { numero: '2' }], rivals: 0 }]);
    for (const { numero } of only(together).provvisori)
      await decide(office, { kind: 'link', provvisorio: { ...provvisorio, numero }, iuf: one });
    expect(await flowBuckets(office)).toEqual({ [one]: 'reconciled' });
    expect((await office.ask('flussi.read', { iuf: one })).together).toEqual([]);
  });
});

describe('a flusso in several transfers', () => {
  it('is reconciled by their sum, and waits partial for the second', async () => {
    const office = await anOffice();
    const whole = aFlusso(one, [aPayment(1, 10_000)]);
    const first = aGiornale([aSospeso('1', 6_000, causaleOf(one, 0))]);
    expect(reportOf(await office.drop({ 'f.xml': whole, 'a.xml': first }))).toMatchObject({
      flussi: { imported: 1, partial: 1 },
    });
    const second = aGiornale([aSospeso('2', 4_000, causaleOf(one, 1))], { to: '2026-03-13' });
    expect(reportOf(await office.drop({ 'b.xml': second }))).toMatchObject({
      flussi: { imported: 1, reconciled: 1 },
      cents: { total: 4_000, reconciled: 4_000 },
    });
    const { money } = await office.ask('flussi.read', { iuf: one });
    expect(money.map(({ numero, extraction }) => [numero, extraction.prog])).toEqual([
      ['1', '0'],
      ['2', '1'],
    ]);
  });

  it('is partial when only the supplementary one came', async () => {
    const office = await anOffice();
    await office.drop({
      'f.xml': aFlusso(one, [aPayment(1, 10_000)]),
      'gdc.xml': aGiornale([aSospeso('2', 4_000, causaleOf(one, 1))]),
    });
    expect(await flowBuckets(office)).toEqual({ [one]: 'partial' });
  });
});

describe('a decision whose flusso is revised after it', () => {
  it('stays, is marked and told by the import, and is confirmed by deciding it again', async () => {
    const office = await anOffice();
    await office.drop({ ...reported, 'gdc.xml': aGiornale([aSospeso('1', 10_000, illegible)]) });
    const decision = share([one, 6_000], [two, 4_000]);
    await decide(office, decision);
    const stateOf = async () => (await card(office)).decisions.map(({ state }) => state);
    const revised = { 'f1b.xml': aFlusso(one, [p1, p3], { revision: 2 }) };
    const dropped = await office.drop(revised);
    expect(warnings(dropped)).toEqual(['flow-revised', 'decision-to-review']);
    expect(await stateOf()).toEqual(['to-review']);
    expect(await flowBuckets(office)).toEqual({ [one]: 'partial', [two]: 'reconciled' });
    await office.undo(only(dropped.documents).id ?? 0);
    expect(await stateOf()).toEqual(['standing']);
    await office.drop(revised);
    await decide(office, decision);
    expect(await stateOf()).toEqual(['standing', 'replaced']);
    await office.digest();
  });

  it('made while the flusso was not there is not put in doubt by its arrival', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': aGiornale([aSospeso('1', 6_000, illegible)]) });
    await decide(office, { kind: 'link', provvisorio, iuf: one });
    expect(warnings(await office.drop({ 'f1.xml': reported['f1.xml'] }))).toEqual([]);
    expect((await card(office)).decisions).toMatchObject([{ state: 'standing' }]);
  });
});
