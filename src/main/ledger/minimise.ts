import type { CausaleTexts } from '../../shared/domain/causale.ts';
import { textList } from './facts.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import { toTexts, type TextsRow } from './sospesi.ts';
import { all, run } from './statements.ts';

/** A payment that is none of these is still waited for, or must be looked at: it keeps the name of who paid. */
const settled = `('complete', 'settled-singly', 'not-ours', 'other-partner', 'not-paid', 'revoked')`;

const isSettled = (iuv: string): string =>
  `NOT EXISTS (SELECT 1 FROM payments p WHERE p.iuv = ${iuv} AND p.status NOT IN ${settled})`;

/** The words of a description that still have to tell the service; null where none has. */
export type KeepWords = (description: string) => string | null;

interface Described {
  readonly id: number;
  readonly description: string | null;
}

/** Takes the debtor, and the words, out of receipts older than that day whose payments are settled. Returns their ids. */
export function leanReceipts(ledger: WritableLedger, before: string, keepWords: KeepWords): number[] {
  const found = all<Described>(
    ledger,
    `SELECT id, description FROM ricevute r
     WHERE coalesce(paid_on, substr(issued_at, 1, 10)) < ? AND ${isSettled('r.iuv')}
       AND (debtor_cf IS NOT NULL OR debtor_name IS NOT NULL OR description IS NOT NULL
         OR EXISTS (SELECT 1 FROM transfers x WHERE x.ricevuta_id = r.id AND x.description IS NOT NULL))`,
    [before],
  );
  for (const { id, description } of found) {
    const words = description === null ? null : keepWords(description);
    run(ledger, `UPDATE ricevute SET debtor_cf = NULL, debtor_name = NULL, description = ? WHERE id = ?`, [
      words,
      id,
    ]);
    const lines = all<Described>(
      ledger,
      `SELECT id, description FROM transfers WHERE ricevuta_id = ? AND description IS NOT NULL`,
      [id],
    );
    for (const line of lines)
      run(ledger, `UPDATE transfers SET description = ? WHERE id = ?`, [
        keepWords(line.description ?? ''),
        line.id,
      ]);
  }
  return found.map(({ id }) => id);
}

/** The same of positions that were paid and settled, or taken away. */
export function leanPositions(ledger: WritableLedger, before: string, keepWords: KeepWords): number[] {
  const found = all<Described>(
    ledger,
    `SELECT o.id, o.description FROM posizioni o JOIN documents d ON d.id = o.document_id
     WHERE coalesce(o.due_day, substr(d.imported_at, 1, 10)) < ?
       AND (o.debtor_cf IS NOT NULL OR o.debtor_name IS NOT NULL OR o.description IS NOT NULL)
       AND (o.action = 'cancel'
         OR (EXISTS (SELECT 1 FROM payments q WHERE q.iuv = o.iuv) AND ${isSettled('o.iuv')}))`,
    [before],
  );
  for (const { id, description } of found)
    run(ledger, `UPDATE posizioni SET debtor_cf = NULL, debtor_name = NULL, description = ? WHERE id = ?`, [
      description === null ? null : keepWords(description),
      id,
    ]);
  return found.map(({ id }) => id);
}

interface MovementRow extends TextsRow {
  readonly id: number;
  readonly documento: string;
}

/**
 * Takes the words of people out of movements older than that day: of money that waits for its reversale none. `lean` finds
 * texts that are read as before. Returns the ids of those that changed, and how many kept their words because they would be
 * read otherwise.
 */
export function leanMovements(
  ledger: WritableLedger,
  before: string,
  lean: (texts: CausaleTexts) => CausaleTexts | null,
): { readonly changed: number[]; readonly kept: number } {
  const found = all<MovementRow>(
    ledger,
    `SELECT m.id, m.documento, m.causali, m.end_to_end AS endToEnd, m.bank_texts AS bankTexts, m.reference, m.payer
     FROM movimenti m WHERE m.day < ?
       AND (m.documento <> 'SOSPESO ENTRATA' OR NOT EXISTS (SELECT 1 FROM provvisori v
         WHERE v.esercizio = m.esercizio AND v.numero = m.numero AND v.state <> 'cancelled'
           AND v.regularised_cents < v.cents - v.storned_cents))`,
    [before],
  );
  const changed: number[] = [];
  let kept = 0;
  for (const row of found) {
    const texts = toTexts(row);
    if (isBlank(texts)) continue;
    const next = row.documento === 'SOSPESO ENTRATA' ? lean(texts) : blank;
    if (next === null) kept += 1;
    else {
      write(ledger, row.id, next);
      changed.push(row.id);
    }
  }
  return { changed, kept };
}

const blank: CausaleTexts = { causali: [''], endToEnd: null, bankTexts: [], reference: null, payer: null };

function isBlank(texts: CausaleTexts): boolean {
  return JSON.stringify(texts) === JSON.stringify(blank);
}

function write(ledger: WritableLedger, id: number, texts: CausaleTexts): void {
  const { causali, endToEnd, bankTexts, reference, payer } = texts;
  run(
    ledger,
    `UPDATE movimenti SET causali = ?, end_to_end = ?, bank_texts = ?, reference = ?, payer = ? WHERE id = ?`,
    [textList(causali), endToEnd, bankTexts.length === 0 ? null : textList(bankTexts), reference, payer, id],
  );
}

/** What was left out of a document is shown with its values: they go with the names of its lines. */
export function leanDocument(ledger: WritableLedger, id: number): void {
  run(
    ledger,
    `UPDATE documents SET warnings = '[]', refused_rows =
       (SELECT coalesce(json_group_array(json_set(value, '$.value', '')), '[]') FROM json_each(refused_rows))
     WHERE id = ?`,
    [id],
  );
}

/** Notes of people on the payments of these receipts. */
export function leanNotes(ledger: WritableLedger, before: string): number {
  return run(
    ledger,
    `UPDATE decisions SET payload = CASE kind WHEN 'note' THEN json_set(payload, '$.text', '') ELSE
       json_set(payload, '$.note', '') END
     WHERE substr(made_at, 1, 10) < ? AND coalesce(json_extract(payload, '$.text'), json_extract(payload, '$.note'), '') <> ''
       AND (iuv IS NULL OR ${isSettled('decisions.iuv')})`,
    [before],
  );
}

export function keepMinimisedPart(
  ledger: WritableLedger,
  document: number,
  part: number,
  digest: string,
): void {
  run(
    ledger,
    `INSERT INTO minimised_parts (document_id, part, digest) VALUES (?, ?, ?)
     ON CONFLICT (document_id, part) DO UPDATE SET digest = excluded.digest`,
    [document, part, digest],
  );
}

/** What was taken out before, the newest first. */
export function listMinimisations(ledger: ReadableLedger): {
  readonly before: string;
  readonly author: string;
  readonly madeAt: string;
  readonly documents: number;
  readonly messages: number;
}[] {
  return all(
    ledger,
    `SELECT before_day AS before, author, made_at AS madeAt, json_extract(counts, '$.documents') AS documents,
       json_extract(counts, '$.messages') AS messages
     FROM minimisations ORDER BY id DESC`,
  );
}
