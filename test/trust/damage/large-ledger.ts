import Database from 'better-sqlite3';
import { ledgerFile, openWritable } from '../../../src/main/ledger/open.ts';
import { writeSealed } from '../../../src/main/ledger/seals/write-seals.ts';
import { keepSentinel, momentOf } from '../../../src/main/ledger/sentinel.ts';

/** Receipts in documents of so many: facts of each are one range of numbers. */
const perDocument = 50_000;

/**
 * A ledger with so many payments, each with its receipt, its line and the row of a flusso. Written by SQL: no paper says so,
 * but a copy and a migration go through all of it.
 */
export function aLargeLedger(folder: string, payments: number): void {
  const opened = openWritable(folder);
  if (!opened.ok) throw new Error(opened.problem.code);
  const db = opened.value;
  writeSealed(db, () => {
    for (let first = 0; first < payments; first += perDocument) {
      const id = first / perDocument + 1;
      const n = Math.min(perDocument, payments - first);
      db.prepare(
        `INSERT INTO documents (id, name, kind, ente, imported_at) VALUES (?, 'carte.zip', 'ricevuta', '80001234567', '2026-03-10T10:00:00.000Z')`,
      ).run(id);
      db.prepare(`INSERT INTO document_parts (document_id, part, digest) VALUES (?, 0, ?)`).run(id, `d${id}`);
      for (const statement of statements) db.prepare(statement).run({ base: id * 2 ** 24, first, n });
    }
  });
  const moment = momentOf(db);
  db.close();
  keepSentinel(folder, { ...moment, documents: Math.ceil(payments / perDocument), trail: null, next: null });
}

const counted = `WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < @n)`;
const iuv = `printf('01%015d', @first + i)`;

const statements = [
  `${counted} INSERT INTO ricevute (id, document_id, form, iuv, receipt_id, outcome, paid_on, due_day, ente, total_cents,
     debtor_cf, debtor_name, psp_name, description, digest)
   SELECT @base + i, @base / 16777216, 'rt', ${iuv}, printf('iur%029d', @first + i), 'paid', '2026-03-10', '2026-03-12',
     '80001234567', 1000 + i, 'RSSMRA80A01H501U', 'Mario Rossi', 'Banca Invenzione', 'Mensa scolastica di marzo',
     lower(hex(randomblob(32))) FROM c`,
  `${counted} INSERT INTO transfers (id, ricevuta_id, iuv, iur, idx, cents, ente, bollo, paid, description, category, standing)
   SELECT @base + 4000000 + i, @base + i, ${iuv}, printf('iur%029d', @first + i), 1, 1000 + i, '80001234567', 0, 1,
     'Mensa scolastica di marzo', '9/0101108TS/', 'paid' FROM c`,
  `INSERT INTO flussi (id, document_id, iuf, iuf_key, revision, created_at, regolamento, day, due_day, psp_code,
     declared_count, declared_cents, digest, anomalies)
   SELECT @base, @base / 16777216, 'iuf' || @first, 'iuf' || @first, 1, '2026-03-11T10:00:00', 'TRN', '2026-03-11',
     '2026-03-13', 'BINVIT9X', @n, 1, 'd', '[]'`,
  `${counted} INSERT INTO righe (id, flusso_id, iuv, iur, idx, cents, esito, day, duplicate)
   SELECT @base + 8000000 + i, @base, ${iuv}, printf('iur%029d', @first + i), 1, 1000 + i, 0, '2026-03-10', 0 FROM c`,
  `${counted} INSERT INTO payments (iuv, iur, idx, cents, paid_on, transfer_id, riga_id, evidence, due_day, status, late_status)
   SELECT ${iuv}, printf('iur%029d', @first + i), 1, 1000 + i, '2026-03-10', @base + 4000000 + i, @base + 8000000 + i, 7,
     '2026-03-12', 'complete', 'complete' FROM c`,
];

/** As a program of the edition before left it; matched by the rules of today. */
export function backToSchema15(folder: string): void {
  const db = new Database(ledgerFile(folder));
  db.exec(`
    DROP INDEX ricevute_debtor;
    DROP INDEX posizioni_debtor;
    DROP INDEX document_parts_digest;
    CREATE INDEX document_parts_digest ON document_parts(digest);
    DROP INDEX position_states_due;
    ALTER TABLE position_states DROP COLUMN due_sort;
    CREATE INDEX position_states_due ON position_states(coalesce(due_day, '9999-12-31'), key);
    DROP INDEX payments_debtor;
    DROP INDEX payments_service;
    DROP INDEX payments_cents;
    DROP INDEX payments_paid;
    ALTER TABLE payments DROP COLUMN debtor_sort;
    ALTER TABLE payments DROP COLUMN debtor;
    ALTER TABLE payments DROP COLUMN ricevuta_id;
    DROP INDEX provvisori_made;
    DROP INDEX provvisori_counted;
    DROP INDEX documents_giornali;
    DROP INDEX flussi_day;
    DROP INDEX flow_states_counted;
    DROP INDEX payments_due;
    CREATE INDEX payments_evidence ON payments(evidence, due_day, paid_on, cents);
    DROP INDEX payments_open;
    ALTER TABLE payments DROP COLUMN service_sort;
    ALTER TABLE payments DROP COLUMN paid_sort;
    DROP TRIGGER payment_recounted;
    DROP TRIGGER payment_discounted;
    DROP TRIGGER payment_counted;
    DROP TABLE payment_counts;
    DROP TABLE scartati;
    DROP TABLE scarti;
    DROP TABLE minimised_parts;
    DROP TABLE minimisations;
    DROP TABLE trail;
    DROP TABLE seals;
    DROP INDEX io_keys_message;
    DROP INDEX io_settlements_message;
    DROP INDEX io_paid_rows_list;
    UPDATE ledger SET derivation = 4;
    PRAGMA user_version = 15;`);
  db.close();
}
