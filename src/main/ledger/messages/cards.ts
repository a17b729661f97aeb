import type { Day } from '../../../shared/domain/day.ts';
import type { CieCard } from '../../../shared/domain/message/cie.ts';
import type { ReadableLedger, WritableLedger } from '../open.ts';
import { all, one, run } from '../statements.ts';

/** Keeps a card; false when it was known, and then what the newer list says of it counts. */
export function keepCard(ledger: WritableLedger, card: CieCard, listName: string, now: string): boolean {
  const { fiscalCode, expiresOn, name, number, issuedOn, paper } = card;
  const known = one(ledger, `SELECT 1 FROM io_cards WHERE fiscal_code = ? AND expires_on = ?`, [
    fiscalCode,
    expiresOn,
  ]);
  run(
    ledger,
    `INSERT INTO io_cards (fiscal_code, expires_on, name, number, issued_on, paper, list_name, imported_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (fiscal_code, expires_on) DO UPDATE SET name = excluded.name, number = excluded.number,
       issued_on = excluded.issued_on, paper = excluded.paper, list_name = excluded.list_name,
       imported_at = excluded.imported_at`,
    [fiscalCode, expiresOn, name, number, issuedOn, paper ? 1 : 0, listName, now],
  );
  return known === undefined;
}

/**
 * The cards that expire from one day to another and whose holder was not written to because of them, by that service: not
 * those of who has a newer one.
 */
export function cardsToTell(ledger: ReadableLedger, service: string, from: Day, to: Day): CieCard[] {
  const rows = all<Omit<CieCard, 'paper'> & { readonly paper: 0 | 1 }>(
    ledger,
    `SELECT c.fiscal_code AS fiscalCode, c.name, c.expires_on AS expiresOn, c.number, c.issued_on AS issuedOn, c.paper
     FROM io_cards c
     WHERE c.expires_on BETWEEN @from AND @to
       AND NOT EXISTS (SELECT 1 FROM io_cards n WHERE n.fiscal_code = c.fiscal_code AND n.expires_on > c.expires_on)
       AND NOT EXISTS (SELECT 1 FROM io_messages m WHERE m.fiscal_code = c.fiscal_code AND m.service = @service
         AND m.due_day = c.expires_on AND m.kind LIKE 'cie%')
     ORDER BY c.expires_on, c.fiscal_code`,
    { service, from, to },
  );
  return rows.map(({ paper, ...card }) => ({ ...card, paper: paper === 1 }));
}

/** Cards of which nothing is said any more are not kept for longer. */
export function forgetCardsBefore(ledger: WritableLedger, day: Day): void {
  run(ledger, `DELETE FROM io_cards WHERE expires_on < ?`, [day]);
}

/** What is kept of cards, as a person looks at it. */
export interface CardsKept {
  readonly cards: number;
  readonly paper: number;
  readonly lists: readonly {
    readonly name: string;
    readonly cards: number;
    readonly importedAt: string;
  }[];
}

export function cardsKept(ledger: ReadableLedger): CardsKept {
  const lists = all<CardsKept['lists'][number]>(
    ledger,
    `SELECT list_name AS name, count(*) AS cards, max(imported_at) AS importedAt FROM io_cards
     GROUP BY list_name ORDER BY importedAt DESC, name`,
  );
  const paper = one<{ n: number }>(ledger, `SELECT count(*) AS n FROM io_cards WHERE paper = 1`)?.n ?? 0;
  return { cards: lists.reduce((sum, { cards }) => sum + cards, 0), paper, lists };
}
