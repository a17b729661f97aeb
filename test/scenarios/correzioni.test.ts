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
  only,
  verdicts,
  warnings,
} from './papers.ts';

type Decision = Input<'decisions.make'>['decision'];
type Reading = Extract<Decision, { kind: 'correct' }>['reading'];

const [one, two] = [anIuf(1), anIuf(2)];
const payment = aPayment(1, 10_000);
const provvisorio = { esercizio: 2026, numero: '1', conto: '0000100' };
const illegible = '/PUR/LGPE-RIVERSAMENTO/URI/ILLEGGIBILE';

const decide = (office: Office, decision: Decision) => office.ask('decisions.make', { decision });
const correct = (office: Office, reading: Reading) =>
  decide(office, { kind: 'correct', provvisorio, reading });
const card = (office: Office) => office.ask('provvisori.read', provvisorio);

describe('a causale that was read wrongly', () => {
  it('says what a person says, beside what was read, after new imports, and until that is taken back', async () => {
    const office = await anOffice();
    const gdc = aGiornale([aSospeso('1', 10_000, causaleOf(two))]);
    const { documents } = await office.drop({ 'f.xml': aFlusso(one, [payment]), 'gdc.xml': gdc });
    const before = await office.digest();
    const { id } = await correct(office, { kind: 'iuf', iuf: one });
    expect(await card(office)).toMatchObject({
      provvisorio: {
        bucket: 'reconciled',
        decided: null,
        extraction: { iuf: one, kind: 'iuf', source: 'person', confidence: 'certain' },
      },
      read: { iuf: two, kind: 'iuf', source: 'causale' },
      shares: [{ iuf: one, cents: 10_000 }],
    });
    expect(await flowBuckets(office)).toEqual({ [one]: 'reconciled' });
    const corrected = await office.digest();
    const giornale = documents.find(({ kind }) => kind === 'giornale-opi');
    await office.undo(giornale?.id ?? 0);
    await office.drop({ 'gdc.xml': gdc });
    expect(await office.digest()).toBe(corrected);
    await office.ask('decisions.undo', { id });
    expect(await office.digest()).toBe(before);
    expect((await card(office)).read).toBeNull();
  });

  it('may name one payment, also by its numero avviso: its receipt settles it', async () => {
    const office = await anOffice();
    await office.drop({
      'rt.xml': aRicevuta(payment),
      'gdc.xml': aGiornale([aSospeso('1', 10_000, illegible)]),
    });
    await correct(office, { kind: 'iuv', iuv: `3${payment.iuv}` });
    expect(await verdicts(office)).toEqual(['settled-singly yes/none/yes']);
    expect((await card(office)).provvisorio).toMatchObject({
      bucket: 'reconciled',
      extraction: { iuf: null, iuv: payment.iuv, kind: 'iuv', source: 'person' },
    });
    await office.digest();
  });

  it('may say nothing that can be read: then it is to be cleared up', async () => {
    const office = await anOffice();
    await office.drop({ 'gdc.xml': aGiornale([aSospeso('1', 10_000, causaleOf(one))]) });
    await correct(office, { kind: 'unreadable' });
    expect((await card(office)).provvisorio).toMatchObject({ bucket: 'inError', shares: [] });
    expect(await office.flussi()).toEqual([]);
    // What a person decides of the money wins over what they say of its causale.
    await decide(office, { kind: 'link', provvisorio, iuf: two });
    expect((await card(office)).provvisorio).toMatchObject({ iuf: two, extraction: { kind: 'unreadable' } });
  });

  it('is as it was read once the bank called the money back', async () => {
    const office = await anOffice();
    const sospeso = aSospeso('1', 10_000, causaleOf(one));
    await office.drop({ 'gdc.xml': aGiornale([sospeso]) });
    await correct(office, { kind: 'iuf', iuf: two });
    const dropped = await office.drop({
      'storno.xml': aGiornale([again(sospeso, 'STORNATO')], { to: '2026-03-13' }),
    });
    expect(warnings(dropped)).toEqual(['decision-broken']);
    expect(await card(office)).toMatchObject({
      provvisorio: { extraction: { iuf: one, source: 'causale' } },
      decisions: [{ state: 'broken' }],
    });
  });
});

describe('an IUF and an IUV of another payment in one causale', () => {
  it('the IUF wins, and the IUV is kept', async () => {
    const office = await anOffice();
    const other = aPayment(9, 500);
    await office.drop({
      'f.xml': aFlusso(one, [payment]),
      'gdc.xml': aGiornale([aSospeso('1', 10_000, `${causaleOf(one)} /RFB/${other.iuv}/5.00`)]),
    });
    expect(only(await office.provvisori())).toMatchObject({
      bucket: 'reconciled',
      extraction: { kind: 'iuf', iuf: one, iuv: other.iuv },
    });
  });
});

describe('an IUF cut by the bank', () => {
  const cut = { 'gdc.xml': aGiornale([aSospeso('1', 10_000, causaleOf(one.slice(0, -1)))]) };

  it('that could be one flusso is confirmed with one decision, which keeps that IUF', async () => {
    const office = await anOffice();
    await office.drop({ 'f.xml': aFlusso(one, [payment]), ...cut });
    const { suggestions, provvisorio: before } = await card(office);
    expect(before).toMatchObject({ bucket: 'inError', shares: [] });
    expect(suggestions).toMatchObject([{ iuf: one, rivals: 0 }]);
    const made = await decide(office, { kind: 'link', provvisorio, iuf: only(suggestions).iuf });
    expect(made.decision).toMatchObject({ kind: 'link', iuf: one });
    expect(await flowBuckets(office)).toEqual({ [one]: 'reconciled' });
  });

  it('that could be two is a question: both are shown, and none is chosen', async () => {
    const office = await anOffice();
    await office.drop({
      'f1.xml': aFlusso(one, [payment]),
      'f2.xml': aFlusso(two, [aPayment(2, 10_000)]),
      ...cut,
    });
    const { suggestions, candidates, provvisorio: money } = await card(office);
    expect(suggestions.map(({ iuf, rivals }) => [iuf, rivals])).toEqual([
      [one, 1],
      [two, 1],
    ]);
    expect(candidates).toEqual([one, two]);
    expect(money).toMatchObject({ bucket: 'inError', shares: [], decided: null });
  });
});

describe('money linked by hand, whose causale then names another flusso for certain', () => {
  it('stays where the person put it, and is shown to be looked at until they decide again', async () => {
    const office = await anOffice();
    // Nobody can tell an IUF of this form from other text before its flusso is known.
    await office.drop({
      'f.xml': aFlusso(one, [payment]),
      'gdc.xml': aGiornale([aSospeso('1', 10_000, `BONIFICO ${two}`)]),
    });
    const link: Decision = { kind: 'link', provvisorio, iuf: one };
    await decide(office, link);
    expect((await card(office)).provvisorio.conflict).toBeNull();
    await office.drop({ 'f2.xml': aFlusso(two, [aPayment(2, 10_000)]) });
    expect((await card(office)).provvisorio).toMatchObject({ conflict: two, iuf: one, bucket: 'reconciled' });
    const inConflict = () => office.ask('provvisori.count', { filter: { conflict: true } });
    expect(await inConflict()).toMatchObject({ count: 1 });
    expect(await flowBuckets(office)).toEqual({ [one]: 'reconciled', [two]: 'missing' });
    await office.digest();
    await decide(office, link);
    expect(await inConflict()).toMatchObject({ count: 0 });
    await office.digest();
  });
});
