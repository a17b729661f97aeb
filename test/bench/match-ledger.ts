import { demoSettings } from '../../src/main/demo/servizi.ts';
import { openWritable, type WritableLedger } from '../../src/main/ledger/open.ts';
import { keepSeal } from '../../src/main/ledger/seals/write-seals.ts';
import { keepSentinel, momentOf } from '../../src/main/ledger/sentinel.ts';
import { dueDay } from '../../src/shared/domain/working-days.ts';
import type { Day } from '../../src/shared/domain/day.ts';

const rowsInAFlusso = 100;
const workingDays = 250;
const factsPerDocument = 2 ** 24;
const ente = '90901230376';

/**
 * A ledger with the papers of so many payments, of which nothing was matched yet: their facts are written without papers,
 * in seconds where an import takes minutes. Numbers are hashes of the place, so that no list is in the order of another one;
 * 1 % of the receipts and 1 % of the rows are missing, 0.5 % of the rows tell another amount, 4 % of the flussi have no
 * money, 30 % of the movements are somebody else's. The documents bear no seals.
 */
export function aLedgerToMatch(folder: string, payments: number): void {
  const opened = openWritable(folder);
  if (!opened.ok) throw new Error(opened.problem.code);
  const db = opened.value;
  db.pragma('cache_size = -262144');
  // A flusso is written after its rows: only then is its total known.
  db.pragma('foreign_keys = OFF');
  db.exec('BEGIN');
  db.prepare('UPDATE ledger SET settings = ?').run(JSON.stringify(demoSettings));
  const documents = fill(db, payments);
  keepSeal(db, '', 'documents', Buffer.from(String(documents)));
  db.exec('COMMIT');
  db.pragma('wal_checkpoint(TRUNCATE)');
  const moment = momentOf(db);
  db.close();
  keepSentinel(folder, { ...moment, documents, trail: null, next: null });
}

/** Writes the facts; answers how many documents tell them. */
function fill(db: WritableLedger, payments: number): number {
  const put = statements(db);
  const importedAt = '2026-03-10T10:00:00.000Z';
  let document = 0;
  const next = (kind: string): number => {
    document += 1;
    put.document.run(document, `${kind}-${document}`, kind, ente, importedAt);
    put.part.run(document, `${document}`);
    return document * factsPerDocument;
  };
  const flussi = Math.ceil(payments / rowsInAFlusso);
  const giornali: { day: Day; cents: number; iuf: string | null }[][] = [];
  for (let flusso = 0; flusso < flussi; flusso++) {
    const place = Math.floor((flusso * workingDays) / flussi);
    const day = dayAt(place);
    const iuf = `${day}BINVIT9X-${String(flusso).padStart(10, '0')}`;
    const id = next('flusso');
    const last = Math.min(payments, (flusso + 1) * rowsInAFlusso);
    let cents = 0;
    let count = 0;
    for (let i = flusso * rowsInAFlusso; i < last; i++) {
      if (i % 100 === 17) continue;
      count += 1;
      const amount = centsOf(i) + (i % 200 === 31 ? 1 : 0);
      cents += amount;
      put.riga.run(id + count, id, iuvOf(i), iurOf(i), 1, 1, amount, 0, day, 0);
    }
    const told = [`${day}T18:30:00.000000000`, `TRN${flusso}`, day, dueDay(day), 'BINVIT9X', count, cents];
    put.flusso.run(id, document, iuf, iuf, 1, ...told, `f${flusso}`, '[]');
    const giornale = (giornali[place] ??= []);
    if (flusso % 25 !== 0) giornale.push({ day, cents, iuf });
    if (flusso % 10 < 4) giornale.push({ day, cents: 1000 + flusso, iuf: null });
  }
  let numero = 0;
  for (const movimenti of giornali.filter(Boolean)) {
    const id = next('giornale-opi');
    for (const [i, { day, cents, iuf }] of movimenti.entries()) {
      const causale = iuf === null ? 'F24 IMU ACCONTO' : `/PUR/LGPE-RIVERSAMENTO/URI/${iuf}`;
      const texts = JSON.stringify([causale]);
      numero += 1;
      put.movimento.run(
        id + i,
        document,
        `${numero}`,
        cents,
        day,
        day,
        `b${numero}`,
        texts,
        `${day}T22:15:00`,
        `m${numero}`,
      );
    }
  }
  for (let i = 0; i < payments; i++) {
    if (i % 100 === 53) continue;
    const id = next('ricevuta');
    const day = dayAt(Math.floor((Math.floor(i / rowsInAFlusso) * workingDays) / flussi));
    const [iuv, iur, cents] = [iuvOf(i), iurOf(i), centsOf(i)];
    put.ricevuta.run(id, document, iuv, iur, day, dueDay(day), `${day}T10:24:31`, ente, cents, `r${i}`);
    put.transfer.run(id + 1, id, iuv, iur, cents, ente);
  }
  return document;
}

function statements(db: WritableLedger) {
  return {
    document: db.prepare('INSERT INTO documents (id, name, kind, ente, imported_at) VALUES (?, ?, ?, ?, ?)'),
    part: db.prepare('INSERT INTO document_parts (document_id, part, digest) VALUES (?, 0, ?)'),
    riga: db.prepare(
      `INSERT INTO righe (id, flusso_id, iuv, iur, declared_index, idx, cents, esito, day, duplicate)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    flusso: db.prepare(
      `INSERT INTO flussi (id, document_id, iuf, iuf_key, revision, created_at, regolamento, day, due_day, psp_code,
         declared_count, declared_cents, digest, anomalies) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    movimento: db.prepare(
      `INSERT INTO movimenti (id, document_id, part, conto, esercizio, numero, verso, documento, operazione, cents, day,
         value_day, bolletta, causali, created_at, digest)
       VALUES (?, ?, 0, '0000100', 2025, ?, 'ENTRATA', 'SOSPESO ENTRATA', 'ESEGUITO', ?, ?, ?, ?, ?, ?, ?)`,
    ),
    ricevuta: db.prepare(
      `INSERT INTO ricevute (id, document_id, form, iuv, receipt_id, outcome, paid_on, due_day, issued_at, ente, total_cents,
         debtor_cf, debtor_name, psp_name, description, digest)
       VALUES (?, ?, 'receipt', ?, ?, 'paid', ?, ?, ?, ?, ?, 'RSSMRA80A01H501U', 'Mario Rossi', 'Banca Invenzione',
         'Mensa scolastica', ?)`,
    ),
    transfer: db.prepare(
      `INSERT INTO transfers (id, ricevuta_id, iuv, iur, idx, cents, ente, bollo, paid, description, category, standing)
       VALUES (?, ?, ?, ?, 1, ?, ?, 0, 1, 'Mensa scolastica', '9/0101108TS/', 'paid')`,
    ),
  };
}

/** Hashes: each multiplier has no divisor in common with what it is reduced by. */
const iuvOf = (i: number): string => `0120${String((i * 7_368_787) % 9_999_991_301).padStart(13, '0')}`;
const iurOf = (i: number): string => ((i * 2_654_435) % 4_294_967_291).toString(16).padStart(32, 'a');
const centsOf = (i: number): number => 500 + ((i * 7_919) % 39_989);

const dayAt = (place: number): Day =>
  new Date(Date.UTC(2025, 2, 3 + place)).toISOString().slice(0, 10) as Day;
