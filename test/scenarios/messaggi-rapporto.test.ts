import { describe, expect, it } from 'vitest';
import { sayMoment } from '../../src/shared/wording/figures.ts';
import { messageStateMeanings } from '../../src/shared/wording/messages/states.ts';
import { onLedger, standAt } from '../helpers/messages.ts';
import { openOffice, type Office } from '../helpers/office.ts';
import { readWorkbook } from '../helpers/workbook-reading.ts';

const header =
  'Codice fiscale;Nominativo;Indirizzo;CAP;Comune;Comune di nascita;Numero avviso;Importo;Scadenza';
const rows = [
  'RSSMRA85T10A562S;Rossi Mario;Via Roma, 1;00100;Bugliano;Pisa;301000000000012373;128,30;16/12/2026',
  'RSSMRA80A01H501U;=1+1 Maria;-2+3;00100;Bugliano;Roma;312202500000001771;64,10;16/12/2026',
  'VRDLGI70B02F205J;Verdi Luigi;Via Verdi, 3;00100;Bugliano;Milano;302123456789012356;10,00;16/12/2026',
  'RSSMRA85T10A562T;Bianchi Luca;Via Po, 4;00100;Bugliano;Pisa;301000000000000153;5,00;16/12/2026',
  '01234567897;+Ditta S.r.l.;Via Arno, 5;00100;Bugliano;;348000000000000164;7,00;16/12/2026',
];
const due = 46_372;

async function anOfficeThatSent(): Promise<{ readonly office: Office; readonly campaign: number }> {
  const office = await openOffice();
  const [list = ''] = office.handOver({ 'tari 2026.csv': [header, ...rows].join('\n') });
  const prepared = await office.ask('campaigns.prepare', {
    service: 'tari',
    template: 'tari-avviso',
    name: 'TARI 2026',
    list,
  });
  expect(prepared).toMatchObject({ ready: 3, rows: 5 });
  await office.ask('campaigns.queue', { id: prepared.campaign });
  await standAt(office, prepared.campaign, {
    1: ['delivered'],
    2: ['not-enrolled'],
    3: ['data-error', { code: 'invalid', field: 'subject', detail: 'not a valid [string]' }],
  });
  onLedger(office, (ledger) => {
    ledger.exec(`UPDATE io_messages SET io_id = '01ARZ3NDEKTSV4RRFFQ69G5FAV', accepted_at = '2026-03-31T10:00:00.000Z'
      WHERE state = 'delivered'`);
    ledger.exec(`INSERT INTO io_attempts (message_id, started_at, ended_at, outcome)
      SELECT id, '2026-03-31T10:00:00.000Z', '2026-03-31T10:00:01.000Z', 'accepted' FROM io_messages
      WHERE state = 'delivered'`);
  });
  return { office, campaign: prepared.campaign };
}

function bytesOf(office: Office, parcel: string): Uint8Array {
  const file = office.core.collect(parcel);
  if (file === null) throw new Error('no file');
  return file.bytes;
}

/** Rows whose cells are written in groups. */
const cells = (grouped: readonly (readonly unknown[])[]): unknown[][] => grouped.map((row) => row.flat());

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

const changed = sayMoment('2026-03-31T10:05:00.000Z');
const accepted = sayMoment('2026-03-31T10:00:00.000Z');
const notice = (n: number) => ['', '301000000000012373', '312202500000001771', '302123456789012356'][n];
const refusedTitle =
  'IO non accetta il titolo: deve avere da 10 a 120 caratteri. Non è partito nulla: correggere l’elenco o il modello, e preparare di nuovo la riga.';

describe('the report of a campaign', () => {
  it('tells every message, people covered, and its counts are reckoned from the sheet', async () => {
    const { office, campaign } = await anOfficeThatSent();
    const { parcel, name, rows: count } = await office.ask('campaigns.report', { id: campaign });
    expect({ name, count }).toEqual({ name: 'TARI 2026-rapporto.xlsx', count: 7 });
    const book = readWorkbook(bytesOf(office, parcel));

    expect(book.names).toEqual(['Riepilogo', 'Messaggi', 'Righe rifiutate', 'Da mandare su carta']);
    expect(book.values('Messaggi')).toEqual(
      cells([
        [3, null, null, null, 202.4],
        [
          ['Riga', 'Codice fiscale', 'Nome', 'Numero avviso', 'Importo', 'Scadenza', 'Rata', 'Stato'],
          ['Motivo', 'Tentativi', 'Identificativo IO', 'Preso in carico', 'Ultimo cambiamento'],
        ],
        [
          [1, 'RSS•••••••••••2S', 'R••• M•••', notice(1), 128.3, due, null, 'Consegnato', null, 1],
          ['01ARZ3NDEKTSV4RRFFQ69G5FAV', accepted, changed],
        ],
        [
          [2, 'RSS•••••••••••1U', '=••• M•••', notice(2), 64.1, due, null, 'Non iscritto a IO', null, 0],
          [null, null, changed],
        ],
        [
          [3, 'VRD•••••••••••5J', 'V••• L•••', notice(3), 10, due, null, 'Errore nei dati', refusedTitle, 0],
          [null, null, changed],
        ],
      ]),
    );
    expect(book.cell('Messaggi', 'D3')).toMatchObject({ isText: true, value: notice(1) });
    expect(book.values('Righe rifiutate').slice(1)).toEqual(
      cells([
        ['Riga', 'Elenco', 'Dato', 'Valore', 'Motivo'],
        [
          [4, 'persone', 'codice fiscale', 'RSS•••••••••••2T'],
          expect.stringMatching(/^codice fiscale RSS•{11}2T: carattere di controllo errato/) as string,
        ],
        [
          [5, 'persone', 'codice fiscale', '012••••••97'],
          expect.stringMatching(/^012•{6}97 è un codice fiscale numerico/) as string,
        ],
      ]),
    );
    expect(book.values('Da mandare su carta').slice(1)).toEqual(
      cells([
        [
          ['Nome', 'Codice fiscale', 'Numero avviso', 'Importo', 'Scadenza', 'Rata', 'Perché non su IO'],
          ['Campagna', 'Riga'],
        ],
        [['=••• M•••', 'RSS•••••••••••1U', notice(2), 64.1, due, null, 'Non iscritto a IO', 'TARI 2026', 2]],
        [
          ['+••• S•••', '012••••••97', '348000000000000164', 7, due, null],
          expect.stringMatching(/^012•{6}97 è un codice fiscale numerico/) as string,
          ['TARI 2026', 5],
        ],
      ]),
    );
    const summary = book.values('Riepilogo');
    expect(summary[0]).toEqual(['Messaggi IO · TARI 2026']);
    expect(summary).toContainEqual(['Servizio: TARI (tari). Modello: TARI, avviso di pagamento.']);
    expect(summary).toContainEqual(['Elenco: tari 2026.csv, 5 righe.']);
    expect(summary).toContainEqual([`Preparata il ${accepted} da impiegata.`]);
    expect(summary).toContainEqual([`Confermata il ${accepted}.`]);
    expect(summary).toContainEqual(['Consegnato', 1, 128.3, messageStateMeanings.delivered]);
    expect(summary).toContainEqual(['Non iscritto a IO', 1, 64.1, messageStateMeanings['not-enrolled']]);
    const at = summary.findIndex(([label]) => label === 'Consegnato') + 1;
    expect(book.cell('Riepilogo', `B${at}`).formula).toBe(`COUNTIF('Messaggi'!$H$3:$H$5,"Consegnato")`);
    expect(JSON.stringify(summary)).not.toMatch(/RSSMRA|Rossi/);
  });

  it('tells people and their addresses only when that is asked for, and runs nothing', async () => {
    const { office, campaign } = await anOfficeThatSent();
    const { parcel } = await office.ask('campaigns.report', { id: campaign, clear: true });
    const book = readWorkbook(bytesOf(office, parcel));
    expect(book.cell('Messaggi', 'C4')).toMatchObject({
      value: '=1+1 Maria',
      isText: true,
      formula: undefined,
    });
    expect(book.values('Da mandare su carta')[1]?.slice(0, 6)).toEqual([
      'Nome',
      'Codice fiscale',
      'Indirizzo',
      'CAP',
      'Comune',
      'Numero avviso',
    ]);
    expect(book.cell('Da mandare su carta', 'C3')).toMatchObject({ value: '-2+3', isText: true });
    expect(book.cell('Da mandare su carta', 'D3')).toMatchObject({ value: '00100', isText: true });
  });
});

describe('who is told on paper', () => {
  it('stands in a file of text that runs nothing, with the address of the list', async () => {
    const { office, campaign } = await anOfficeThatSent();
    const { parcel, name } = await office.ask('campaigns.paper', { id: campaign, format: 'csv' });
    expect(name).toBe('TARI 2026-carta.csv');
    const lines = Buffer.from(bytesOf(office, parcel)).toString('utf8').split('\r\n');
    expect(lines[0]).toBe(
      '\u{feff}"Nome";"Codice fiscale";"Indirizzo";"CAP";"Comune";"Numero avviso";"Importo";"Scadenza";"Rata";"Perché non su IO";"Campagna";"Riga"',
    );
    expect(lines[1]).toBe(
      `"'=1+1 Maria";"RSSMRA80A01H501U";"'-2+3";"00100";"Bugliano";"312202500000001771";64,10;"16/12/2026";;"Non iscritto a IO";"TARI 2026";2`,
    );
    expect(lines[2]).toMatch(
      /^"'\+Ditta S\.r\.l\.";"01234567897";"Via Arno, 5";"00100";"Bugliano";"348000000000000164";7,00;/,
    );
    expect(lines.slice(3)).toEqual(['']);
  });

  it('is everybody whom nothing reached, of all campaigns, once; tests, drafts and what was withdrawn are not', async () => {
    const { office, campaign } = await anOfficeThatSent();
    const codesOf = async (id: number | null): Promise<string[]> => {
      const { parcel } = await office.ask('campaigns.paper', { id });
      const values = readWorkbook(bytesOf(office, parcel)).values('Da mandare su carta');
      return values
        .slice(2)
        .map((row) => String(row[1]))
        .toSorted(byText);
    };
    await standAt(office, campaign, {
      1: ['undeliverable'],
      2: ['service-disabled'],
      3: ['cancelled', { code: 'other-channel' }],
    });
    const all = ['01234567897', 'RSSMRA80A01H501U', 'RSSMRA85T10A562S', 'VRDLGI70B02F205J'];
    expect(await codesOf(campaign)).toEqual(all);
    expect(await codesOf(null)).toEqual(all);

    // The same list again: nobody is written to twice, on paper either.
    const [list = ''] = office.handOver({ 'tari.csv': [header, ...rows].join('\n') });
    const again = await office.ask('campaigns.prepare', { service: 'tari', template: 'tari-avviso', list });
    expect(await codesOf(null)).toEqual(all);
    await office.ask('campaigns.queue', { id: again.campaign });
    expect(await codesOf(null)).toEqual(all);

    const user = 'RSSMRA80A01H501U';
    await office.ask('messages.settings.write', { settings: { testUsers: [user] } });
    await office.ask('campaigns.trial', { id: campaign, row: 1, fiscalCode: user });
    const { campaigns } = await office.ask('campaigns.list', {});
    const trial = campaigns.find(({ origin }) => origin === 'trial')?.id ?? 0;
    await standAt(office, trial, { 1: ['not-enrolled'] });
    expect((await office.ask('campaigns.read', { id: trial })).byState).toEqual({ 'not-enrolled': 1 });
    expect(await codesOf(null)).toEqual(all);

    await standAt(office, campaign, {
      1: ['failed'],
      2: ['delivered'],
      3: ['cancelled', { code: 'withdrawn' }],
    });
    expect(await codesOf(campaign)).toEqual(['01234567897', 'RSSMRA85T10A562S']);
  });

  it('is not a test user who got a test of the whole campaign', async () => {
    const office = await openOffice();
    const user = 'RSSMRA85T10A562S';
    await office.ask('messages.settings.write', { settings: { testMode: true, testUsers: [user] } });
    const [list = ''] = office.handOver({ 'tari.csv': [header, ...rows.slice(0, 1)].join('\n') });
    const asked = { service: 'tari', template: 'tari-avviso', list };
    const { campaign } = await office.ask('campaigns.prepare', asked);
    await office.ask('campaigns.queue', { id: campaign });
    await standAt(office, campaign, { 1: ['not-enrolled'] });
    expect((await office.ask('campaigns.paper', { id: campaign })).rows).toBe(0);
  });

  it('is not who has paid since', async () => {
    const { office, campaign } = await anOfficeThatSent();
    const [paid = ''] = office.handOver({
      'f24.csv': 'Codice fiscale;Data pagamento;Importo\nRSSMRA80A01H501U;10/03/2026;64,10',
    });
    await office.ask('paidLists.import', { parcel: paid, service: 'tari' });
    const { rows: count } = await office.ask('campaigns.paper', { id: campaign });
    expect(count).toBe(1);
  });
});

describe('rows that were refused', () => {
  it('go back to whoever made the list, each with its reason', async () => {
    const { office, campaign } = await anOfficeThatSent();
    const { parcel, name, rows: count } = await office.ask('campaigns.refused', { id: campaign });
    expect({ name, count }).toEqual({ name: 'TARI 2026-righe-rifiutate.csv', count: 2 });
    const lines = Buffer.from(bytesOf(office, parcel)).toString('utf8').split('\r\n');
    expect(lines[0]).toBe('\u{feff}"documento";"riga";"campo";"valore";"motivo"');
    expect(lines[1]).toMatch(
      /^"tari 2026\.csv";4;"codice fiscale";"RSSMRA85T10A562T";"codice fiscale RSSMRA85T10A562T: carattere/,
    );
    expect(lines[2]).toMatch(/^"tari 2026\.csv";5;"codice fiscale";"01234567897";"01234567897 è /);
  });
});

it.each(['campaigns.report', 'campaigns.paper', 'campaigns.refused'] as const)(
  '%s of a campaign that is not there is bad news',
  async (name) => {
    const office = await openOffice();
    expect(await office.core.call(name, { id: 7 })).toEqual({
      ok: false,
      problem: { code: 'not-found', what: 'campaign', name: '7' },
    });
  },
);
