import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { found } from '../figures.ts';
import { openPrivateDesk } from './desk.ts';

it(
  'P04 the extract has everything that is kept about a citizen, with its sources, and nothing about others',
  { timeout: 60_000 },
  async () => {
    const desk = await openPrivateDesk();
    const [person, other, third] = desk.people;
    if (person === undefined || other === undefined || third === undefined) throw new Error('three people');
    const { sections } = await desk.ask('citizens.read', {
      codiceFiscale: ` ${person.codiceFiscale.toLowerCase()} `,
    });
    const rows = Object.fromEntries(sections.map(({ title, rows: found_ }) => [title, found_]));
    expect(rows['Pagamenti']).toHaveLength(1);
    expect(rows['Ricevute']?.[0]).toEqual(expect.arrayContaining([person.name, 'ricevuta-1.xml', '1']));
    expect(rows['Posizioni debitorie']?.[0]).toEqual(
      expect.arrayContaining([person.name, 'posizioni.csv', '2']),
    );
    expect(rows['Messaggi IO']?.[0]?.join(' ') ?? '').toContain('elenco.csv');
    expect(rows['Decisioni e note']?.[0]?.join(' ') ?? '').toContain('Ha telefonato');
    expect(rows['Movimenti che lo nominano']?.[0]).toEqual(expect.arrayContaining(['giornale.xml', 1_000]));
    expect(rows['Altri posti']).toEqual([['righe scartate', 'posizioni.csv']]);
    expect(JSON.stringify(sections)).not.toContain(third.codiceFiscale);
    expect(JSON.stringify(sections)).not.toContain(third.name);

    const made = await desk.ask('citizens.extract', { codiceFiscale: person.codiceFiscale });
    expect(made.name).toBe('estratto-cittadino-2026-03-10.xlsx');
    const book = await desk.core.lend(made.parcel, async (path) => read(readFileSync(path)));
    const full = sections.filter((section) => section.rows.length > 0);
    expect(book?.SheetNames).toEqual(['Estratto', ...full.map(({ title }) => title)]);
    for (const section of full) {
      const sheet = book?.Sheets[section.title];
      const [head, ...lines] = utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1 });
      expect(head).toEqual(section.columns.map(({ title }) => title));
      expect(lines).toHaveLength(section.rows.length);
    }
    expect(await desk.refused('citizens.extract', { codiceFiscale: 'ZZZZZZ80A01H501Z' })).toBe(
      'nothing-about',
    );
    const count = full.reduce((sum, section) => sum + section.rows.length, 0);
    found('P04', `${count} righe in ${full.length} fogli, ognuna con la sua fonte; di altri 0`);
  },
);
