import { describe, expect, it } from 'vitest';
import { profileOf, type ProfileDraft } from '../../src/shared/domain/profile-draft.ts';
import type { Profile } from '../../src/shared/domain/profile.ts';
import type { Office, Paper } from '../helpers/office.ts';
import { workbook } from '../main/importers/table/workbooks.ts';
import { aFlusso, aPayment, aRicevuta, aZip, anIuf, anOffice, causaleOf, only } from './papers.ts';

const payment = aPayment(1, 125_000);
const iuf = anIuf();
const flusso = aFlusso(iuf, [payment]);
const receipt = aRicevuta(payment);
const header = 'Data contabile;Dare;Avere;Descrizione';
const statement = `${header}\n12/03/2026;;1.250,00;${causaleOf(iuf)}\n31/03/2026;12,50;;COMMISSIONI\n`;

/** Proposes, answers what is open, and saves: what a person does once for each bank. */
async function teach(
  office: Office,
  paper: Paper,
  name: string,
  answers: Partial<ProfileDraft> = {},
): Promise<Profile> {
  const parcel = only(office.handOver({ 'lista.csv': paper }));
  const { table, what, drafts } = await office.ask('profiles.propose', { parcel });
  const profile = profileOf(name, table, { ...drafts[what], ...answers });
  if (profile === null) throw new Error('something is left open');
  return office.ask('profiles.save', { profile });
}

async function outcomeOf(office: Office, name: string, paper: Paper) {
  const { outcome, problem, kind } = only((await office.drop({ [name]: paper })).documents);
  return { outcome, kind, problem: problem?.code ?? null };
}

describe('a list that nobody knows', () => {
  it('is refused, taught once, imported, and read by itself from then on', async () => {
    const office = await anOffice();
    await office.drop({ 'fdr.xml': flusso, 'rt.xml': receipt });
    const before = await office.digest();
    expect(await outcomeOf(office, 'estratto.csv', statement)).toEqual({
      outcome: 'refused',
      kind: null,
      problem: 'columns-unknown',
    });
    await teach(office, statement, 'Banca di Prova');
    expect(await office.digest()).toBe(before);
    expect(await outcomeOf(office, 'estratto.csv', statement)).toMatchObject({
      outcome: 'imported',
      kind: 'tesoreria',
    });
    expect(only(await office.payments()).status).toBe('complete');
    expect(only(await office.provvisori())).toMatchObject({ cents: 125_000, bucket: 'reconciled' });

    const next = `${header}\n02/04/2026;;3,00;ALTRO\n`;
    expect(await outcomeOf(office, 'aprile.csv', next)).toMatchObject({ outcome: 'imported' });
    expect(await outcomeOf(office, 'copia.csv', statement)).toMatchObject({ outcome: 'already-imported' });
    const sheet = workbook({
      Foglio: statement
        .trim()
        .split('\n')
        .map((line) => line.split(';')),
    });
    expect(await outcomeOf(office, 'estratto.xlsx', sheet)).toMatchObject({ outcome: 'already-imported' });

    const shifted = `Dare;Data contabile;Avere;Descrizione\n;12/04/2026;3,00;ALTRO\n`;
    const digest = await office.digest();
    expect(await outcomeOf(office, 'maggio.csv', shifted)).toMatchObject({ problem: 'columns-shifted' });
    expect(await office.digest()).toBe(digest);
  });

  it('is looked at in a preview as in the import, and its file stays until somebody taught it', async () => {
    const office = await anOffice();
    const parcels = office.handOver({ 'a.csv': statement, 'b.xml': flusso });
    const { shown } = await office.ask('documents.preview', { parcels });
    expect(shown.map(({ name, problem }) => [name, problem?.code ?? null])).toEqual([
      ['a.csv', 'columns-unknown'],
      ['b.xml', null],
    ]);
    await office.ask('documents.import', { parcels });
    const [list = '', other = ''] = parcels;
    await teach(office, statement, 'Banca di Prova');
    expect((await office.ask('documents.preview', { parcels: [list] })).documents).toEqual({
      new: 1,
      known: 0,
      refused: 0,
    });
    expect((await office.ask('documents.import', { parcels: [list] })).documents).toHaveLength(1);
    for (const gone of [list, other])
      expect(await office.core.call('documents.preview', { parcels: [gone] })).toMatchObject({
        ok: false,
        problem: { code: 'no-such-parcel' },
      });
  });

  it('is asked about once where it proves nothing, and the answer counts from then on', async () => {
    const office = await anOffice();
    const open = `Data;Importo;Causale\n03/04/2026;1,234;${causaleOf(iuf)}\n`;
    const parcel = only(office.handOver({ 'aperta.csv': open }));
    const { table, drafts } = await office.ask('profiles.propose', { parcel });
    expect(drafts.tesoreria).toMatchObject({ decimals: null, days: null });
    expect(profileOf('x', table, drafts.tesoreria)).toBeNull();
    await teach(office, open, 'Banca aperta', { decimals: 'dot', days: 'mdy' });
    await office.drop({ 'aperta.csv': open, 'dopo.csv': 'Data;Importo;Causale\n05/06/2026;2,000;ALTRO\n' });
    expect((await office.provvisori()).map(({ date, cents }) => `${date} ${cents}`).toSorted()).toEqual([
      '2026-03-04 123400',
      '2026-05-06 200000',
    ]);
  });

  it('may have no headers, come as ODS, or inside an archive beside others', async () => {
    const office = await anOffice();
    const bare = `12/03/2026;${causaleOf(iuf)};1.250,00\n13/03/2026;ALTRO;2,00\n`;
    await teach(office, bare, 'Senza testata');
    const zip = aZip({ 'lista.csv': bare, 'fdr.xml': flusso });
    const ods = workbook(
      {
        Foglio: [
          ['Giorno', 'Entrate', 'Motivo'],
          ['14/03/2026', 5.5, 'TERZO'],
        ],
      },
      'ods',
    );
    await teach(office, ods, 'Foglio');
    const { documents } = await office.drop({ 'posta.zip': zip, 'foglio.ods': ods });
    expect(documents.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['posta.zip/lista.csv', 'imported'],
      ['posta.zip/fdr.xml', 'imported'],
      ['foglio.ods', 'imported'],
    ]);
    expect((await office.provvisori()).map(({ cents }) => cents).toSorted((a, b) => a - b)).toEqual([
      200, 550, 125_000,
    ]);
  });

  it('is proposed from inside an archive by its name', async () => {
    const office = await anOffice();
    const archive = aZip({ 'a.csv': statement, 'b.csv': 'Data;Importo;Causale\n12/03/2026;1,00;x\n' });
    const parcel = only(office.handOver({ 'posta.zip': archive }));
    const { name, table } = await office.ask('profiles.propose', { parcel, name: 'posta.zip/b.csv' });
    expect([name, table.columns.length]).toEqual(['posta.zip/b.csv', 3]);
  });

  it('is read with its profile in a thread of its own, too', async () => {
    const office = await anOffice();
    await teach(office, statement, 'Banca di Prova');
    const text = 'x'.repeat(4_000);
    const many = Array.from({ length: 2_100 }, (_, n) => `12/03/2026;;1,00;${n} ${text}`);
    const large = `${header}\n${many.join('\n')}\n`;
    expect(large.length).toBeGreaterThan(8 * 1024 * 1024);
    expect(await outcomeOf(office, 'anno.csv', large)).toMatchObject({ outcome: 'imported' });
    expect(await office.ask('provvisori.count', {})).toMatchObject({ count: 2_100, cents: 210_000 });
  });
});

describe('a profile', () => {
  it('changes nothing that was imported when it goes, and is no fact of the ledger', async () => {
    const office = await anOffice();
    const profile = await teach(office, statement, 'Banca di Prova');
    const { documents } = await office.drop({ 'estratto.csv': statement });
    const digest = await office.digest();
    expect((await office.ask('profiles.list', {})).profiles).toEqual([profile]);
    await office.ask('profiles.remove', { name: 'banca di prova' });
    expect(await office.digest()).toBe(digest);
    expect((await office.ask('profiles.list', {})).profiles).toEqual([]);
    expect(await outcomeOf(office, 'altro.csv', `${header}\n02/04/2026;;3,00;ALTRO\n`)).toMatchObject({
      problem: 'columns-unknown',
    });
    await office.undo(documents[0]?.id ?? 0);
    expect(await office.digest()).toBe(await (await anOffice()).digest());
  });

  it('is saved in the place of the one of its name, and not beside one for the same columns', async () => {
    const office = await anOffice();
    const profile = await teach(office, statement, 'Banca di Prova');
    const conto = { ...profile, name: 'BANCA DI PROVA', conto: 'IT00X' };
    await office.ask('profiles.save', { profile: conto });
    expect((await office.ask('profiles.list', {})).profiles).toEqual([conto]);
    expect(await office.core.call('profiles.save', { profile: { ...profile, name: 'Gemella' } })).toEqual({
      ok: false,
      problem: { code: 'profile-taken', name: 'BANCA DI PROVA' },
    });
    const parcel = only(office.handOver({ 'x.csv': statement }));
    expect((await office.ask('profiles.propose', { parcel })).fits).toEqual({
      profile: 'BANCA DI PROVA',
      exactly: true,
    });
  });

  it.each([
    ['without what every row must tell', { columns: { day: [0], causale: [3] } }],
    ['with a column that is not there', { columns: { day: [0], avere: [9], causale: [3] } }],
    ['with one column for two things', { columns: { day: [0], avere: [0], causale: [3] } }],
    ['with the amount told twice', { columns: { day: [0], amount: [1], avere: [2], causale: [3] } }],
    [
      'with a sign of which nobody says what it means',
      { columns: { day: [0], amount: [1], segno: [2], causale: [3] } },
    ],
  ])('is refused %s', async (_how, change) => {
    const office = await anOffice();
    const profile = await teach(office, statement, 'Banca di Prova');
    const told = await office.core.call('profiles.save', { profile: { ...profile, ...change } });
    expect(told).toMatchObject({ ok: false, problem: { code: 'invalid-request' } });
    expect((await office.ask('profiles.list', {})).profiles).toEqual([profile]);
  });

  it('is not proposed for what is no list, with the reason', async () => {
    const office = await anOffice();
    const [xml = '', empty = ''] = office.handOver({ 'fdr.xml': flusso, 'vuoto.csv': '' });
    expect(await office.core.call('profiles.propose', { parcel: xml })).toEqual({
      ok: false,
      problem: { code: 'no-columns-to-match', name: 'fdr.xml', problem: null },
    });
    expect(await office.core.call('profiles.propose', { parcel: empty })).toMatchObject({
      problem: { code: 'no-columns-to-match', problem: { code: 'empty-file' } },
    });
    expect(await office.core.call('profiles.remove', { name: 'Mai vista' })).toEqual({
      ok: false,
      problem: { code: 'not-found', what: 'profile', name: 'Mai vista' },
    });
  });

  it('keeps the laws of the ledger: any order, twice, and taken back', async () => {
    const papers = { 'estratto.csv': statement, 'fdr.xml': flusso, 'rt.xml': receipt };
    const digests = new Set<string>();
    for (const names of [
      ['estratto.csv', 'fdr.xml', 'rt.xml'],
      ['rt.xml', 'fdr.xml', 'estratto.csv'],
    ] as const) {
      const office = await anOffice();
      await teach(office, statement, 'Banca di Prova');
      for (const name of [...names, names[0]]) await office.drop({ [name]: papers[name] });
      digests.add(await office.digest());
    }
    expect(digests.size).toBe(1);
  });
});
