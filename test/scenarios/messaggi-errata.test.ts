import { describe, expect, it } from 'vitest';
import { messagesOf, standAt } from '../helpers/messages.ts';
import { openOffice, type Office } from '../helpers/office.ts';

const header = 'Codice fiscale;Nominativo;Numero avviso;Importo;Scadenza';
const people = [
  'RSSMRA85T10A562S;Rossi Mario;301000000000012373;128,30;16/12/2026',
  'RSSMRA80A01H501U;Verdi Maria;312202500000001771;64,10;16/12/2026',
  'VRDLGI70B02F205J;Verdi Luigi;302123456789012356;10,00;16/12/2026',
  'BNCLCU60C03H501X;Bianchi Luca;348000000000000164;7,00;16/12/2026',
  'NREGPP50D04H501P;Neri Giuseppe;301000000000000144;8,00;16/12/2026',
  'GLLNNA55E45H501X;Gialli Anna;301000000000000245;9,00;16/12/2026',
  'RSSMRA85T10A562S;Rossi Mario;301000000000000346;12,00;16/12/2026',
];

/** Of six people, one with two avvisi, some read a message, some did not, and of one nobody knows. */
async function anOfficeThatSent(): Promise<{ readonly office: Office; readonly campaign: number }> {
  const office = await openOffice();
  const [list = ''] = office.handOver({ 'tari.csv': [header, ...people].join('\n') });
  const { campaign, ready, refused } = await office.ask('campaigns.prepare', {
    service: 'tari',
    template: 'tari-avviso',
    list,
  });
  expect({ ready, refused }).toEqual({ ready: people.length, refused: [] });
  await office.ask('campaigns.queue', { id: campaign });
  await standAt(office, campaign, {
    1: ['delivered'],
    2: ['accepted'],
    3: ['uncertain', { code: 'uncertain', why: 'cut', at: '2026-03-31T10:00:00.000Z' }],
    4: ['not-enrolled'],
    5: ['undeliverable'],
    6: ['cancelled', { code: 'withdrawn' }],
    7: ['delivered'],
  });
  return { office, campaign };
}

const corrections = {
  'errata-corrige': { messaggioErrato: 'TARI 2026', datoErrato: '16 dicembre', datoCorretto: '16 gennaio' },
  'inviato-per-errore': { messaggioErrato: 'TARI 2026' },
} as const;

describe.each(['errata-corrige', 'inviato-per-errore'] as const)('%s', (template) => {
  it('goes to whom a message reached, or may have reached, and to nobody else', async () => {
    const { office, campaign } = await anOfficeThatSent();
    const prepared = await office.ask('campaigns.correct', {
      id: campaign,
      template,
      texts: corrections[template],
    });
    expect(prepared).toMatchObject({ rows: 4, ready: 4, refused: [] });
    const queued = await office.ask('campaigns.queue', { id: prepared.campaign });
    expect(queued).toMatchObject({ queued: 4, notEligible: [], changed: [] });
    const written = await messagesOf(office, prepared.campaign);
    expect(written.map(({ row, state }) => [row, state])).toEqual([
      [1, 'queued'],
      [2, 'queued'],
      [3, 'queued'],
      [7, 'queued'],
    ]);
    const { payment, markdown } = await office.ask('campaigns.preview', { id: prepared.campaign, row: 1 });
    expect(payment).toBeNull();
    expect(markdown).toContain('TARI 2026');
  });

  it('goes also to who has paid since, and after the day has passed', async () => {
    const { office, campaign } = await anOfficeThatSent();
    const [paid = ''] = office.handOver({
      'f24.csv': 'Codice fiscale;Data pagamento;Importo\nRSSMRA85T10A562S;10/03/2026;128,30',
    });
    await office.ask('paidLists.import', { parcel: paid, service: 'tari' });
    office.today('2027-01-20');
    const texts = corrections[template];
    const prepared = await office.ask('campaigns.correct', { id: campaign, template, texts });
    const queued = await office.ask('campaigns.queue', { id: prepared.campaign });
    expect(queued).toMatchObject({ queued: 4, notEligible: [] });
  });

  it('goes once, however often it is prepared', async () => {
    const { office, campaign } = await anOfficeThatSent();
    const ask = { id: campaign, template, texts: corrections[template] };
    const first = await office.ask('campaigns.correct', ask);
    await office.ask('campaigns.queue', { id: first.campaign });
    const second = await office.ask('campaigns.correct', ask);
    expect(second.warnings).toContainEqual({ code: 'already-known', rows: 4 });
    const queued = await office.ask('campaigns.queue', { id: second.campaign });
    expect(queued).toMatchObject({ queued: 0, alreadyKnown: 4 });
  });
});

it('what a person considers sent is corrected, what was told otherwise is not', async () => {
  const { office, campaign } = await anOfficeThatSent();
  const [first, second] = (await messagesOf(office, campaign)).slice(2);
  await office.ask('outbox.settle', { key: first?.key ?? '', how: 'inviato' });
  const texts = corrections['errata-corrige'];
  const ask = { id: campaign, template: 'errata-corrige', texts };
  expect((await office.ask('campaigns.correct', ask)).rows).toBe(4);
  await standAt(office, campaign, { [second?.row ?? 0]: ['uncertain'] });
  await office.ask('outbox.settle', { key: second?.key ?? '', how: 'altro-canale' });
  expect((await office.ask('campaigns.correct', ask)).rows).toBe(4);
});
