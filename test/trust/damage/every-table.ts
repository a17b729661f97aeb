import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { ledgerFile, openWritable } from '../../../src/main/ledger/open.ts';
import { writeSealed } from '../../../src/main/ledger/seals/write-seals.ts';
import { elencoXml } from '../../helpers/elenco.ts';
import { govpayFlussiCsv } from '../../helpers/govpay.ts';
import { keepPositionsIn } from '../../helpers/positions.ts';
import { aFolder } from '../../helpers/small-ledger.ts';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aReversale,
  aRicevuta,
  aSospeso,
  anIuf,
  anOffice,
  causaleOf,
} from '../../scenarios/papers.ts';

const rows = 24;
const numbers = Array.from({ length: rows }, (_, n) => n + 1);

/** A folder whose ledger has rows in every table, written as the program writes them, and closed. */
export async function aFullLedger(): Promise<string> {
  const office = await anOffice();
  const payments = numbers.map((n) => aPayment(n, 1_000 + n));
  const sospesi = numbers.map((n) => aSospeso(String(n), 1_000 + n, causaleOf(anIuf(n))));
  await office.drop({
    'giornale.xml': aGiornale([...sospesi, aReversale('90', 1_001, [{ numero: '1' }])]),
    ...Object.fromEntries(payments.map((one, n) => [`rt-${n}.xml`, aRicevuta(one)])),
    ...Object.fromEntries(
      payments.slice(0, 20).map((one, n) => [`fdr-${n}.xml`, aFlusso(anIuf(n + 1), [one])]),
    ),
    'elenco.xml': elencoXml(numbers.map((n) => ({ iuf: anIuf(n) }))),
    'lista.csv': govpayFlussiCsv([
      { iuf: anIuf(40), createdAt: '2026-03-11T18:30:00', regolamento: 'TRN-40', righe: [aPayment(40, 500)] },
    ]),
  });
  await office.drop({ 'tolto.xml': aFlusso(anIuf(41), [aPayment(41, 700)]) });
  const [last] = await office.history();
  await office.undo(last?.id ?? 0);
  const [one] = await office.provvisori();
  if (one === undefined) throw new Error('no provvisorio');
  await office.ask('decisions.make', {
    decision: {
      kind: 'link',
      provvisorio: { esercizio: one.esercizio, numero: one.numero, conto: one.conto },
      iuf: anIuf(2),
    },
  });
  await office.core.close();
  const folder = aFolder();
  cpSync(join(office.folder, 'archivio'), folder, { recursive: true });
  keepPositionsIn(
    folder,
    'posizioni.csv',
    numbers.map((n) => ({ iuv: null, iud: `IUD-${n}`, cents: n })),
  );
  const opened = openWritable(folder);
  if (!opened.ok) throw new Error(opened.problem.code);
  writeSealed(opened.value, () => fill(opened.value));
  opened.value.close();
  return folder;
}

/** What no paper fills, with the statements of a table each. */
function fill(db: Database.Database): void {
  // Minimised parts that had no name in them say what they said.
  db.exec(
    `INSERT INTO minimised_parts (document_id, part, digest) SELECT document_id, part, digest FROM document_parts LIMIT ${rows}`,
  );
  for (const n of numbers)
    for (const [table, values] of Object.entries(filled(n))) {
      const columns = Object.keys(values);
      db.prepare(
        `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      ).run(Object.values(values));
    }
}

const now = '2026-03-31T10:00:00.000Z';

function filled(n: number): Readonly<Record<string, Readonly<Record<string, string | number | null>>>> {
  const person = 'RSSMRA80A01H501U';
  return {
    minimisations: {
      id: n,
      before_day: '2016-01-01',
      author: 'c.bianchi',
      made_at: now,
      counts: `{"documents":${n}}`,
    },
    scarti: {
      id: n,
      act: `Determina ${n}/2026`,
      act_day: '2026-03-01',
      author: 'c.bianchi',
      made_at: now,
      documents: n,
      facts: 3 * n,
    },
    scartati: { scarto_id: n, document_id: null, digest: String(n).padStart(64, 'd') },
    preferences: { key: `colonne-${n}`, value: JSON.stringify({ larghezza: 100 + n }) },
    profiles: { name: `Banca ${n}`, profile: '{"colonne":[]}', saved_at: now },
    consumer_cursors: {
      consumer: `ragioneria ${n}`,
      export: 'pagamenti',
      filter: '{}',
      moves: n,
      exported_at: now,
      last_rows: 7,
    },
    consumer_rows: { cursor_id: n, key: `["0100${n}"]`, digest: `digest-${n}` },
    programs: { name: `programma ${n}`, token_digest: `token-${n}`, clear: n % 2, created_at: now },
    declared_totals: {
      service: 'tari',
      from_day: '2026-01-01',
      to_day: '2026-03-31',
      count: n,
      cents: n * 100,
      author: 'c.bianchi',
      made_at: now,
    },
    gone_rows: { list: 'pagamenti', key: `["${n}","x",1]`, changed: n },
    io_campaigns: {
      name: `TARI ${n}`,
      service: 'tari',
      kind: 'avviso',
      origin: 'list',
      template: 'tari',
      template_text: 'Gentile cittadino',
      options: '{}',
      findings: '[]',
      author: 'c.bianchi',
      created_at: now,
    },
    io_messages: {
      campaign_id: n,
      row: n,
      key: `chiave-${n}`,
      service: 'tari',
      kind: 'avviso',
      fiscal_code: person,
      recipient: '{"nome":"Mario"}',
      state: 'draft',
      subject: 'Avviso',
      body: 'Il suo avviso TARI è da pagare entro la scadenza.',
      cents: 1_000 + n,
      changed_at: now,
    },
    io_unreached: { campaign_id: n, row: n, told: '{"why":"minor"}' },
    io_keys: { key: `chiave-${n}`, message_id: n, taken_at: now },
    io_attempts: { message_id: n, started_at: now, outcome: 'accepted', http_code: 201 },
    io_foreign_attempts: { seq: n, key: `altra-${n}` },
    io_settlements: { message_id: n, how: 'sent', note: 'visto', author: 'c.bianchi', made_at: now },
    io_rules: { service: `servizio-${n}`, rules: '{"prima":7}', positions_from: n },
    io_cards: {
      fiscal_code: person,
      expires_on: `2026-05-${String(n).padStart(2, '0')}`,
      paper: 1,
      list_name: 'carte',
      imported_at: now,
    },
    io_holds: { service: `servizio-${n}`, why: 'key', detail: '401', made_at: now },
    io_templates: { name: `modello-${n}`, text: 'Gentile {nome}', author: 'c.bianchi', changed_at: now },
    io_list_profiles: { name: `elenco-${n}`, profile: '{}', changed_at: now },
    io_paid_lists: { name: `pagati-${n}`, service: 'tari', digest: `d-${n}`, rows: 1, imported_at: now },
    io_paid_rows: { list_id: n, fiscal_code: person, cents: n, paid_on: '2026-03-10' },
  };
}

/** Every row of every table but the seals, read from the tables themselves and from no index. */
export function contentsOf(db: Database.Database): string {
  const schema = db
    .prepare<[], { name: string; type: string }>(
      'SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name',
    )
    .all();
  const tables = schema.filter(({ name, type }) => type === 'table' && name !== 'seals');
  return JSON.stringify([
    schema,
    tables.map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}" NOT INDEXED`).raw().all()]),
  ]);
}

export function bytesOf(folder: string): Buffer {
  return readFileSync(ledgerFile(folder));
}
