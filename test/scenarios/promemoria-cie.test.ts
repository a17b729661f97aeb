import { describe, expect, it, vi } from 'vitest';
import { sayProblem } from '../../src/shared/wording/problems.ts';
import { aSendingOffice, type SendingOffice, type SendingWindow } from '../helpers/sending-office.ts';
import { ourSettings } from './papers.ts';

/** An adult, somebody born in 1950, somebody with a card of paper, and a card that expires later. */
const list = [
  'Codice fiscale;Cognome e nome;Numero carta;Data rilascio;Scadenza CIE',
  'RSSMRA85T10A562S;Rossi Mario;CA00000AA;20/03/2017;31/03/2027',
  'RSSMRA50A01H501O;Rossi Maria;CA00001AA;20/03/2017;31/03/2027',
  'BNCNNA80A41H501R;Bianchi Anna;AX1234567;20/03/2017;31/03/2027',
  'RSSMRA80A01H501U;Verdi Mario;CA00002AA;20/06/2017;30/06/2027',
].join('\n');

const february = '2027-02-20T09:00:00.000Z';
const march = '2027-03-09T09:00:00.000Z';
const cie = { on: true, acknowledgedAnpr: true, mode: 'automatic' } as const;

async function anOffice(rules: object = cie): Promise<{ office: SendingOffice; window: SendingWindow }> {
  const office = await aSendingOffice(february);
  const window = office.open();
  await window.ask('settings.write', { settings: ourSettings });
  await window.ask('rules.write', { rules: { cie: rules } });
  return { office, window };
}

describe('identity cards that expire', () => {
  it('are told of once, after days on which the computer was off, by two windows that look twice', async () => {
    const { office, window } = await anOffice();
    const read = await window.ask('cie.import', { parcel: window.handOver('carte.csv', list) });
    expect(read).toMatchObject({
      rows: 4,
      cards: 4,
      known: 0,
      paper: 1,
      past: 0,
      refused: [],
      withoutExpiry: [],
    });
    expect((await window.ask('rules.check', {})).rules).toEqual([]);
    await window.close();

    office.clock(march);
    const [one, other] = [office.open(), office.open()];
    const looks = await Promise.all([one, other, one, other].map((at) => at.ask('rules.check', {})));

    const made = looks.flatMap(({ rules }) => rules.filter(({ ready }) => ready > 0));
    expect(made).toMatchObject([
      { rule: 'cie', service: 'cie', ready: 1, queued: 1, wait: null, block: null },
      { rule: 'cie', service: 'cie', ready: 1, queued: 1, wait: null, block: null },
    ]);
    expect(made[0]?.leftOut).toEqual([
      { code: 'over-70-extended', count: 1, examples: ['RSSMRA50A01H501O'] },
    ]);
    expect(looks.map(({ before, missed }) => [before, missed])).toContainEqual(['2027-02-20', 16]);

    await one.ask('outbox.run', { ignoreHours: true, pace: 1_000 });
    await other.ask('outbox.run', { ignoreHours: true, pace: 1_000 });
    const sent = office.io.stored.map(({ body }) => JSON.parse(body) as Sent);
    expect(sent.map(({ fiscal_code }) => fiscal_code).toSorted()).toEqual([
      'BNCNNA80A41H501R',
      'RSSMRA85T10A562S',
    ]);
    const adult = sent.find(({ fiscal_code }) => fiscal_code === 'RSSMRA85T10A562S')?.content;
    expect(adult?.subject).toBe('Carta d’identità: scade il 31 marzo 2027, ecco come rinnovarla qui');
    expect(adult?.markdown).toContain('scade il **31 marzo 2027**');
    expect(adult?.due_date).toBe('2027-03-31T21:59:59Z');
    const paper = sent.find(({ fiscal_code }) => fiscal_code === 'BNCNNA80A41H501R')?.content;
    expect(paper?.markdown).toContain('ancora quella di carta');
    expect(paper?.due_date).toBeUndefined();
    expect(office.io.stored.map((stored) => stored.service)).toEqual(['cie', 'cie']);
  });

  it('are not looked at before a person has read that the national registry writes as well', async () => {
    const { window } = await anOffice({});
    expect(await window.ask('rules.read', {})).toMatchObject({
      rules: { cie: { on: false, overSeventy: 'leave' } },
      checkedOn: null,
      nextAt: null,
    });
    const problem = await window.refused('rules.write', { rules: { cie: { on: true } } });
    expect(problem).toEqual({ code: 'rules-refused', flaw: { why: 'anpr-not-acknowledged' } });
    expect(sayProblem(problem)).toContain('anagrafe nazionale scrive già');
    expect((await window.ask('rules.read', {})).rules.cie.on).toBe(false);
  });

  it('of people over seventy are told of when that was chosen, and then also once', async () => {
    const { office, window } = await anOffice();
    await window.ask('cie.import', { parcel: window.handOver('carte.csv', list) });
    office.clock(march);
    await window.ask('rules.check', {});
    await window.ask('rules.write', { rules: { cie: { ...cie, overSeventy: 'write' } } });
    const { rules } = await window.ask('rules.check', {});
    expect(rules).toMatchObject([{ ready: 1, queued: 1, leftOut: [] }]);
    expect((await window.ask('rules.check', {})).rules).toEqual([]);
  });

  it('come from a list that may come again, and a newer card of the same person counts', async () => {
    const { office, window } = await anOffice({ ...cie, mode: 'confirm' });
    const bring = (content: string) =>
      window.ask('cie.import', { parcel: window.handOver('carte.csv', content) });
    await bring(list);
    expect(await bring(list)).toMatchObject({ cards: 4, known: 4 });
    const renewed = `${list.split('\n')[0]}\nRSSMRA85T10A562S;Rossi Mario;CA11111AA;01/03/2027;10/12/2036`;
    expect(await bring(renewed)).toMatchObject({ cards: 1, known: 0 });
    expect(await window.ask('cie.read', {})).toMatchObject({ cards: 5, paper: 1 });
    office.clock(march);
    const { rules } = await window.ask('rules.check', {});
    expect(rules).toMatchObject([{ ready: 1, queued: 0, wait: 'confirm' }]);
    const messages = await window.ask('outbox.messages', {});
    expect(messages.rows.map(({ fiscalCode }) => fiscalCode)).toEqual(['BNCNNA80A41H501R']);
  });

  it('are looked at when a window opens, without being asked', async () => {
    const { office, window } = await anOffice({ ...cie, mode: 'confirm' });
    await window.ask('cie.import', { parcel: window.handOver('carte.csv', list) });
    await window.close();
    office.clock(march);
    const opened = office.open(true);
    await vi.waitFor(async () => expect((await opened.ask('rules.read', {})).checkedOn).toBe('2027-03-09'), {
      timeout: 10_000,
      interval: 200,
    });
    expect((await opened.ask('campaigns.list', {})).campaigns.map(({ origin }) => origin)).toEqual([
      'reminder',
      'reminder',
    ]);
  });
});

interface Sent {
  readonly fiscal_code: string;
  readonly content: { readonly subject: string; readonly markdown: string; readonly due_date?: string };
}
