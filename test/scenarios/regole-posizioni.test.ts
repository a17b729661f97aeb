import { describe, expect, it } from 'vitest';
import { personCheckLetter } from '../../src/shared/domain/codice-fiscale.ts';
import {
  aSendingOffice,
  sendingSettings,
  type SendingOffice,
  type SendingWindow,
} from '../helpers/sending-office.ts';
import { aFlusso, aPayment, anIuf } from './papers.ts';

const mario = 'RSSMRA85T10A562S';
const anna = 'BNCNNA80A41H501R';
const verdi = 'RSSMRA80A01H501U';

const avviso = (n: number, segregation = '01') => `3${aPayment(n, 1, segregation).iuv}`;

interface Row {
  readonly who: string;
  readonly n: number;
  readonly due?: string;
  readonly why?: string;
  readonly segregation?: string;
}

function positions(...rows: readonly Row[]): string {
  return [
    'Codice fiscale;Nominativo;Numero avviso;Importo;Scadenza;Causale',
    ...rows.map(
      ({ who, n, due = '30/04/2026', why = 'TARI 2026', segregation = '01' }) =>
        `${who};Persona ${n};${avviso(n, segregation)};${n},50;${due};${why}`,
    ),
  ].join('\n');
}

async function anOffice(rules: object): Promise<{ office: SendingOffice; window: SendingWindow }> {
  const office = await aSendingOffice('2026-03-10T09:00:00.000Z');
  const window = office.open();
  await window.ask('settings.write', { settings: sendingSettings });
  await window.drop('vecchie.csv', positions({ who: verdi, n: 1 }));
  await window.ask('rules.write', { rules: { services: [{ service: 'tari', ...rules }] } });
  return { office, window };
}

const campaigns = async (window: SendingWindow) => (await window.ask('campaigns.list', {})).campaigns;
const messages = async (window: SendingWindow) => (await window.ask('outbox.messages', {})).rows;
const send = (window: SendingWindow) => window.ask('outbox.run', { ignoreHours: true, pace: 1_000 });

const eachPosition = { positions: { on: true, mode: 'automatic', template: 'tari-avviso' } } as const;
const reminded = { remind: { on: true, mode: 'automatic', template: 'tari-scadenza' } } as const;

describe('a message for each new debt position', () => {
  it('reaches the person that each avviso belongs to, once', async () => {
    const { office, window } = await anOffice(eachPosition);
    await window.drop(
      'nuove.csv',
      positions(
        { who: mario, n: 2 },
        { who: anna, n: 3 },
        { who: mario, n: 4 },
        { who: '01234567897', n: 5 },
      ),
    );
    expect(await campaigns(window)).toMatchObject([
      { origin: 'positions', service: 'tari', kind: 'avviso', rows: 3, byState: { queued: 3 } },
    ]);
    // The next extraction says the same of most.
    await window.drop(
      'ancora.csv',
      positions({ who: verdi, n: 1 }, { who: mario, n: 2 }, { who: anna, n: 3 }, { who: verdi, n: 6 }),
    );
    const again = office.open();
    expect((await again.ask('rules.check', {})).rules).toMatchObject([
      {
        rule: 'positions',
        ready: 0,
        leftOut: [{ code: 'not-a-person', count: 1, examples: [avviso(5).slice(1)] }],
      },
    ]);
    await send(window);
    const sent = office.io.stored.map(({ fiscalCode, message }) => [
      fiscalCode,
      message.content.payment?.noticeNumber,
      message.content.payment?.amount,
    ]);
    expect(sent).toEqual([
      [mario, avviso(2), 250],
      [anna, avviso(3), 350],
      [mario, avviso(4), 450],
      [verdi, avviso(6), 650],
    ]);
  });

  it('is a draft where a person wants to confirm, and what was withdrawn does not come back', async () => {
    const { window } = await anOffice({ positions: { on: true, template: 'tari-avviso' } });
    await window.drop('nuove.csv', positions({ who: mario, n: 2 }));
    const [prepared] = await campaigns(window);
    expect(prepared?.byState).toEqual({ draft: 1 });
    await window.ask('campaigns.withdraw', { id: prepared?.id ?? 0 });
    await window.ask('rules.check', {});
    expect(await campaigns(window)).toHaveLength(1);
  });

  it('comes of none that is paid or overdue, nor of what came before the rule was on', async () => {
    const { window } = await anOffice({});
    const paid = aPayment(3, 350);
    await window.drop('fdr.xml', aFlusso(anIuf(), [paid]));
    await window.drop('nuove.csv', positions({ who: mario, n: 2 }));
    await window.ask('rules.write', { rules: { services: [{ service: 'tari', ...eachPosition }] } });
    await window.drop('dopo.csv', positions({ who: anna, n: 3 }, { who: anna, n: 4, due: '09/03/2026' }));
    expect(await campaigns(window)).toEqual([]);
  });

  it('falls with a list that was the wrong one, and comes again with it', async () => {
    const { office, window } = await anOffice(eachPosition);
    await window.drop('sbagliata.csv', positions({ who: mario, n: 2 }, { who: anna, n: 3 }));
    const list = (await window.ask('documents.list', {})).rows.find(({ name }) => name === 'sbagliata.csv');
    await window.ask('documents.undo', { id: list?.id ?? 0 });
    expect(await send(window)).toMatchObject({ sent: 0, byState: { cancelled: 2 } });
    expect((await messages(window)).map(({ reason }) => reason?.code)).toEqual([
      'position-cancelled',
      'position-cancelled',
    ]);
    await window.drop('giusta.csv', positions({ who: verdi, n: 2 }));
    await send(window);
    await send(window);
    expect(office.io.stored.map(({ fiscalCode }) => fiscalCode)).toEqual([verdi]);
  });

  it('is told of when what is asked for is something else by now', async () => {
    const { window } = await anOffice(eachPosition);
    await window.drop('nuove.csv', positions({ who: mario, n: 2 }, { who: anna, n: 3 }));
    await window.drop(
      'corretta.csv',
      positions({ who: mario, n: 2, due: '31/05/2026' }, { who: anna, n: 3 }),
    );
    // Of two lists that disagree nothing tells the newer one, until a person takes one back.
    const first = (await window.ask('documents.list', {})).rows.find(({ name }) => name === 'nuove.csv');
    await window.ask('documents.undo', { id: first?.id ?? 0 });
    expect((await window.ask('rules.check', {})).rules).toMatchObject([
      { ready: 0, leftOut: [{ code: 'asked-otherwise', count: 1, examples: [avviso(2).slice(1)] }] },
    ]);
  });

  it('asks for the parts of one debt one at a time, and never for both', async () => {
    const { office, window } = await anOffice(eachPosition);
    await window.drop(
      'rate.csv',
      positions(
        { who: mario, n: 2, due: '16/04/2026', why: 'TARI 2026 rata unica' },
        { who: mario, n: 3, due: '16/06/2026', why: 'TARI 2026 rata 1 di 2' },
        { who: anna, n: 4, due: '16/06/2026', why: 'TARI 2026 rata unica' },
        { who: anna, n: 5, due: '16/06/2026', why: 'TARI 2026 rata 1 di 2' },
      ),
    );
    expect((await messages(window)).map(({ noticeNumber, notBefore }) => [noticeNumber, notBefore])).toEqual([
      [avviso(2), '2026-03-10'],
      [avviso(3), '2026-05-17'],
    ]);
    const { rules } = await window.ask('rules.check', { dryRun: true });
    expect(rules[0]?.leftOut).toMatchObject([{ code: 'rate-undecided', count: 2 }]);
    await send(window);
    // The whole is paid: the part is never asked for, when its turn comes.
    await window.drop('fdr.xml', aFlusso(anIuf(), [aPayment(2, 250)]));
    office.clock('2026-05-18T09:00:00.000Z');
    await window.ask('outbox.confirm', {});
    await send(window);
    expect(office.io.stored.map(({ message }) => message.content.payment?.noticeNumber)).toEqual([avviso(2)]);
  });

  it('prepares nothing in test mode, when it is off, and when it is only asked what it would', async () => {
    const { window } = await anOffice(eachPosition);
    await window.ask('messages.settings.write', { settings: { testMode: true, testUsers: [mario] } });
    await window.drop('nuove.csv', positions({ who: mario, n: 2 }));
    expect((await window.ask('rules.check', {})).rules).toMatchObject([
      { ready: 0, block: { code: 'test-mode' } },
    ]);
    expect((await window.ask('rules.check', { dryRun: true })).rules).toMatchObject([
      { ready: 1, campaign: null, block: null },
    ]);
    expect(await campaigns(window)).toEqual([]);
    await window.ask('messages.settings.write', { settings: {} });
    await window.ask('rules.check', {});
    expect(await campaigns(window)).toHaveLength(1);
    await window.ask('rules.write', { rules: { services: [{ service: 'tari' }] } });
    await window.drop('altre.csv', positions({ who: mario, n: 7 }));
    expect(await campaigns(window)).toHaveLength(1);
  });
});

const may = (day: string) => `2026-05-${day}T09:00:00.000Z`;

describe('a reminder', () => {
  const rows = [
    { who: mario, n: 2, due: '20/05/2026' },
    { who: anna, n: 3, due: '20/05/2026' },
    { who: verdi, n: 4, due: '20/05/2026' },
  ];

  it('comes once, seven days before, to who has not paid, and only when it is known who has', async () => {
    const { office, window } = await anOffice(reminded);
    await window.drop('nuove.csv', positions(...rows));
    office.clock(may('12'));
    expect((await window.ask('rules.check', {})).rules).toMatchObject([{ ready: 0, block: null }]);
    office.clock(may('14'));
    expect((await window.ask('rules.check', {})).rules).toMatchObject([
      { ready: 0, block: { code: 'evidence-stale', day: null } },
    ]);
    // One paid by pagoPA, another by F24.
    await window.drop('fdr.xml', aFlusso(anIuf(1, '2026-05-13'), [aPayment(2, 250)]));
    const f24 = window.handOver('f24.csv', `Codice fiscale;Importo;Data pagamento\n${anna};3,50;12/05/2026`);
    await window.ask('paidLists.import', { parcel: f24, service: 'tari' });
    const looks = [await window.ask('rules.check', {}), await window.ask('rules.check', {})];
    expect(looks.map(({ rules }) => rules.map(({ ready, queued }) => [ready, queued]))).toEqual([
      [[1, 1]],
      [[0, 0]],
    ]);
    await send(window);
    expect(office.io.stored).toHaveLength(1);
    const body = JSON.parse(office.io.stored[0]?.body ?? '') as {
      fiscal_code: string;
      content: { markdown: string };
    };
    expect(body.fiscal_code).toBe(verdi);
    expect(body.content.markdown).toContain('Il **20 maggio 2026** scade');
    office.clock(may('18'));
    expect((await window.ask('rules.check', {})).rules).toMatchObject([{ ready: 0 }]);
  });

  it('waits for a person who confirms it, or goes with old data when a person says so', async () => {
    const { office, window } = await anOffice({ remind: { ...reminded.remind, mode: 'confirm' } });
    await window.drop('nuove.csv', positions(...rows));
    office.clock(may('14'));
    const { rules } = await window.ask('rules.check', {});
    expect(rules).toMatchObject([{ ready: 3, queued: 0, wait: 'confirm' }]);
    const id = rules[0]?.campaign ?? 0;
    expect(await window.refused('campaigns.queue', { id })).toMatchObject({ code: 'evidence-stale' });

    const other = await anOffice(reminded);
    await other.window.drop('nuove.csv', positions(...rows));
    other.office.clock(may('14'));
    expect((await other.window.ask('rules.check', { acceptStale: true })).rules).toMatchObject([
      { ready: 3, queued: 3 },
    ]);
    await send(other.window);
    expect(other.office.io.stored).toHaveLength(3);
  });

  it('does not follow at once on the avviso itself', async () => {
    const { office, window } = await anOffice({ ...eachPosition, ...reminded });
    await window.drop('fdr.xml', aFlusso(anIuf(), [aPayment(9, 100)]));
    await window.drop(
      'nuove.csv',
      positions({ who: mario, n: 2, due: '13/03/2026' }, { who: anna, n: 3, due: '20/03/2026' }),
    );
    expect(await campaigns(window)).toMatchObject([{ kind: 'avviso', byState: { queued: 2 } }]);
    office.clock('2026-03-13T09:00:00.000Z');
    const { rules } = await window.ask('rules.check', { acceptStale: true });
    expect(rules.map(({ rule, ready }) => [rule, ready])).toEqual([
      ['positions', 0],
      ['remind', 1],
    ]);
    expect((await messages(window)).filter(({ kind }) => kind === 'sollecito-1')).toMatchObject([
      { fiscalCode: anna },
    ]);
  });

  it('is not sent of a part when another part of the same debt was paid', async () => {
    const { office, window } = await anOffice(reminded);
    await window.drop(
      'rate.csv',
      positions(
        { who: mario, n: 2, due: '20/05/2026', why: 'TARI 2026 rata 1' },
        { who: mario, n: 3, due: '20/05/2026', why: 'TARI 2026 rata unica' },
      ),
    );
    office.clock(may('14'));
    await window.drop('fdr.xml', aFlusso(anIuf(1, '2026-05-13'), [aPayment(3, 350)]));
    expect((await window.ask('rules.check', {})).rules).toMatchObject([
      { ready: 0, leftOut: [{ code: 'other-part-paid', count: 1 }] },
    ]);
  });

  it('of very many, after days on which nobody looked, is confirmed by a person', async () => {
    const { office, window } = await anOffice(reminded);
    const many = Array.from({ length: 201 }, (_, at) => ({ who: person(at), n: at + 10, due: '20/05/2026' }));
    await window.drop('nuove.csv', positions(...many));
    office.clock(may('14'));
    await window.drop('fdr.xml', aFlusso(anIuf(1, '2026-05-13'), [aPayment(9, 100)]));
    expect((await window.ask('rules.check', {})).rules).toMatchObject([
      { ready: 201, queued: 0, wait: 'many' },
    ]);
  });
});

describe('a welcome', () => {
  it('comes to whom a service asks for something for the first time, once', async () => {
    const { office, window } = await anOffice({ welcome: { on: true, mode: 'automatic' } });
    await window.drop(
      'nuove.csv',
      positions({ who: mario, n: 2 }, { who: mario, n: 3 }, { who: verdi, n: 4 }),
    );
    await window.drop('altre.csv', positions({ who: mario, n: 5 }, { who: anna, n: 6, segregation: '02' }));
    await send(window);
    expect(office.io.stored.map(({ fiscalCode, message }) => [fiscalCode, message.content.payment])).toEqual([
      [mario, null],
    ]);
    expect((await messages(window)).map(({ key }) => key)).toEqual([`tari:${mario}:benvenuto:benvenuto`]);
  });
});

describe('rules', () => {
  it.each([
    [{ service: 'tari', positions: { on: true, template: 'nessuno' } }, 'template-missing'],
    [{ service: 'tari', positions: { on: true, template: 'tari-scadenza' } }, 'template-other-kind'],
    [{ service: 'tari', remind: { on: true, template: 'tari-avviso' } }, 'template-other-kind'],
    [{ service: 'tari', welcome: { on: true, template: 'cie-scadenza' } }, 'template-other-kind'],
  ])('that cannot work are not kept: %o', async (service, why) => {
    const { window } = await anOffice(eachPosition);
    const problem = await window.refused('rules.write', { rules: { services: [service] } });
    expect(problem).toMatchObject({ code: 'rules-refused', flaw: { why, service: 'tari' } });
    expect((await window.ask('rules.read', {})).rules.services).toMatchObject([eachPosition]);
  });

  it('whose text went away say so, and prepare nothing', async () => {
    const { window } = await anOffice({});
    const text = `---
nome: Nostro
tipo: avviso
avviso: sì
oggetto: Avviso della nostra TARI
---
Hai un avviso di pagamento di {{importo}} da pagare entro il {{scadenza}}: lo trovi qui sotto, pronto da pagare.`;
    await window.ask('templates.save', { name: 'nostro', text });
    const rules = { services: [{ service: 'tari', positions: { on: true, template: 'nostro' } }] };
    await window.ask('rules.write', { rules });
    await window.ask('templates.restore', { name: 'nostro' });
    await window.drop('nuove.csv', positions({ who: mario, n: 2 }));
    expect((await window.ask('rules.check', {})).rules).toMatchObject([
      { ready: 0, block: { code: 'template-unusable', template: 'nostro' } },
    ]);
  });

  it('that are kept again are about the same positions as before', async () => {
    const { window } = await anOffice({ positions: { on: true, template: 'tari-avviso' } });
    await window.ask('messages.settings.write', { settings: { testMode: true } });
    await window.drop('nuove.csv', positions({ who: mario, n: 2 }));
    await window.ask('messages.settings.write', { settings: {} });
    await window.ask('rules.write', { rules: { services: [{ service: 'tari', ...eachPosition }] } });
    expect((await window.ask('rules.check', {})).rules).toMatchObject([{ ready: 1, queued: 1 }]);
  });
});

/** The n-th invented person. */
function person(n: number): string {
  const first15 = `FNTPPP${50 + (n % 40)}A${String(1 + (n % 28)).padStart(2, '0')}H${String(n).padStart(3, '0')}`;
  return first15 + personCheckLetter(first15);
}
