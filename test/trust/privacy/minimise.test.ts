import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { feedSearch } from '../../../src/main/ledger/feed-search.ts';
import { found, times } from '../figures.ts';
import { openPrivateDesk, type PrivateDesk } from './desk.ts';

/** What must stay: amounts, days, codes and how each thing stands. */
async function skeleton(desk: PrivateDesk): Promise<unknown> {
  const { rows: payments } = await desk.ask('payments.list', {});
  const { rows: provvisori } = await desk.ask('provvisori.list', {});
  const { rows: flussi } = await desk.ask('flussi.list', {});
  const { rows: positions } = await desk.ask('positions.list', {});
  return {
    payments: payments.map(({ debtor: _debtor, description: _description, ...kept }) => kept),
    provvisori: provvisori.map(({ causale: _causale, payer: _payer, ...kept }) => kept),
    flussi,
    positions: positions.map(({ debtor: _debtor, description: _description, ...kept }) => kept),
  };
}

it(
  'P05, R42 what is old and settled loses its names and nothing else, in every byte',
  { timeout: 120_000 },
  async () => {
    const desk = await openPrivateDesk(times(4, 200));
    await desk.ask('backups.make', {});
    feedSearch(desk.archive, () => false, 0);
    expect(desk.named().elsewhere.map((file) => file.split(/[/\\]/).at(-1))).toEqual(
      expect.arrayContaining(['tre-pallini.db-wal', 'ricerca.db', 'registro-invii.jsonl']),
    );
    desk.years(11);
    const before = await skeleton(desk);
    const preview = await desk.ask('minimise.preview', { years: 10 });
    expect(preview).toMatchObject({
      receipts: desk.people.length,
      positions: desk.people.length,
      movements: 4,
      kept: 0,
      notes: 1,
      messages: desk.people.length,
    });
    expect(desk.named().elsewhere).not.toEqual([]);

    const { counts, copies } = await desk.ask('minimise.run', { years: 10 });
    expect(counts).toEqual(preview);
    expect(desk.named().elsewhere).toEqual([]);
    expect(await skeleton(desk)).toEqual(before);
    expect(await desk.ask('ledger.verify', {})).toMatchObject({ ok: true, findings: [] });

    // The copy of before still knows them, and it is said until when.
    expect(desk.named().copies.length).toBeGreaterThan(0);
    expect(copies.filter(({ leavesOn }) => leavesOn !== null && leavesOn > '2037-03-01').length).toBe(1);

    // The same papers do not bring them back, in other bytes either.
    expect(await desk.drop(desk.papers)).not.toContain('"outcome":"imported"');
    const respelled = Object.entries(desk.papers)
      .filter(([name]) => name.endsWith('.xml'))
      .map(([name, text]): [string, string] => [name, `${text}\n<!-- riscaricato -->\n`]);
    expect(await desk.drop(Object.fromEntries(respelled))).not.toContain('"outcome":"imported"');
    expect(desk.named().elsewhere).toEqual([]);

    // Nobody is written to twice because their name is gone.
    await desk.reopen();
    expect(await desk.send()).toMatchObject({ sent: 0, blocked: null });

    const again = await desk.ask('minimise.run', { years: 10, dropCopies: true });
    expect(again).toMatchObject({ counts: { receipts: 0, messages: 0 }, dropped: 1 });
    expect(again.copies.every(({ file }) => existsSync(file))).toBe(true);
    expect(again.copies).toHaveLength(1);
    expect(desk.named()).toEqual({ copies: [], elsewhere: [] });
    found(
      'P05',
      `${counts.documents} documenti, ${desk.people.length} persone: importi, date, IUV e pallini uguali`,
    );
    found(
      'R42',
      `${desk.texts.length} nomi, codici fiscali e indirizzi: 0 byte nel registro, nei log, negli invii, nelle copie`,
    );
  },
);

it('P05 what is not settled, or not old, keeps its names', { timeout: 60_000 }, async () => {
  const desk = await openPrivateDesk();
  desk.years(5);
  expect(await desk.ask('minimise.run', { years: 10 })).toMatchObject({
    counts: { receipts: 0, messages: 0 },
  });
  const flusso = (await desk.ask('documents.list', {})).rows.find(({ name }) => name === 'flusso.xml');
  await desk.ask('documents.undo', { id: flusso?.id ?? 0 });
  desk.years(6);
  expect(await desk.ask('minimise.preview', { years: 10 })).toMatchObject({ receipts: 0, positions: 0 });
  const [person] = desk.people;
  const { sections } = await desk.ask('citizens.read', { codiceFiscale: person?.codiceFiscale ?? '' });
  expect(sections.find(({ title }) => title === 'Ricevute')?.rows).toHaveLength(1);
});

it('P05 a copy that was made before brings the names back', { timeout: 60_000 }, async () => {
  const desk = await openPrivateDesk();
  const copy = await desk.ask('backups.make', {});
  desk.years(11);
  await desk.ask('minimise.run', { years: 10 });
  expect(desk.named().elsewhere).toEqual([]);
  await desk.ask('backups.restore', { copy: copy.file });
  const [person] = desk.people;
  const { sections } = await desk.ask('citizens.read', { codiceFiscale: person?.codiceFiscale ?? '' });
  expect(sections.find(({ title }) => title === 'Ricevute')?.rows).toHaveLength(1);
});
