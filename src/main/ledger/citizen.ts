import type { DecisionRecord } from '../../shared/domain/decision.ts';
import type { ReadableLedger } from './open.ts';
import { documentTelling, sourceOf, type LineTable, type Source } from './sources.ts';
import { all } from './statements.ts';

interface Told {
  readonly source: Source;
}

export interface ReceiptAbout extends Told {
  readonly iuv: string;
  readonly noticeNumber: string | null;
  readonly name: string | null;
  readonly paidOn: string | null;
  readonly cents: number;
  readonly outcome: string;
  readonly description: string | null;
  readonly psp: string | null;
}

export interface PositionAbout extends Told {
  readonly iuv: string | null;
  readonly noticeNumber: string | null;
  readonly name: string | null;
  readonly cents: number;
  readonly dueDay: string | null;
  readonly description: string | null;
  readonly action: string;
}

export interface PaymentAbout {
  readonly iuv: string;
  readonly iur: string;
  readonly cents: number;
  readonly paidOn: string | null;
  readonly service: string | null;
  readonly status: string;
  readonly iuf: string | null;
  readonly provvisorio: string | null;
}

export interface MessageAbout {
  readonly campaign: string;
  readonly row: number;
  readonly listName: string | null;
  readonly service: string;
  readonly noticeNumber: string | null;
  readonly cents: number | null;
  readonly subject: string | null;
  readonly body: string | null;
  readonly state: string;
  readonly changedAt: string;
}

export interface DecisionAbout extends Pick<DecisionRecord, 'author' | 'madeAt' | 'undoneAt'> {
  readonly kind: string;
  readonly iuv: string | null;
  readonly note: string;
}

export interface MovementAbout extends Told {
  readonly day: string;
  readonly cents: number;
  readonly numero: string;
  readonly esercizio: number;
  readonly texts: string;
}

type Row<T extends Told> = Omit<T, 'source'> & { readonly id: number };

function withSources<T extends Told>(ledger: ReadableLedger, table: LineTable, rows: readonly Row<T>[]): T[] {
  return rows.map(({ id, ...row }) => ({ ...row, source: sourceOf(ledger, table, id) }) as unknown as T);
}

/** The receipts that name a person; `codiceFiscale` is as it is stored, upper case and without blanks. */
export function receiptsAbout(ledger: ReadableLedger, codiceFiscale: string): ReceiptAbout[] {
  const rows = all<Row<ReceiptAbout>>(
    ledger,
    `SELECT id, iuv, notice_number AS noticeNumber, debtor_name AS name, paid_on AS paidOn, total_cents AS cents,
       outcome, coalesce(description, (SELECT x.description FROM transfers x WHERE x.ricevuta_id = r.id LIMIT 1))
         AS description, coalesce(psp_name, psp_code) AS psp
     FROM ricevute r WHERE debtor_cf = ? ORDER BY paid_on, id`,
    [codiceFiscale],
  );
  return withSources(ledger, 'ricevute', rows);
}

export function positionsAbout(ledger: ReadableLedger, codiceFiscale: string): PositionAbout[] {
  const rows = all<Row<PositionAbout>>(
    ledger,
    `SELECT id, iuv, notice_number AS noticeNumber, debtor_name AS name, cents, due_day AS dueDay, description, action
     FROM posizioni WHERE debtor_cf = ? ORDER BY due_day, id`,
    [codiceFiscale],
  );
  return withSources(ledger, 'posizioni', rows);
}

/** Everything under the IUVs that receipts and positions have for this person. */
const iuvsOf = `SELECT iuv FROM ricevute WHERE debtor_cf = @cf
  UNION SELECT iuv FROM posizioni WHERE debtor_cf = @cf AND iuv IS NOT NULL`;

export function paymentsAbout(ledger: ReadableLedger, codiceFiscale: string, today: string): PaymentAbout[] {
  return all(
    ledger,
    `SELECT p.iuv, p.iur, p.cents, p.paid_on AS paidOn, p.service,
       CASE WHEN p.due_day IS NOT NULL AND p.due_day < @today THEN p.late_status ELSE p.status END AS status,
       f.iuf, (SELECT v.numero || '/' || v.esercizio FROM provvisori v WHERE v.id = p.provvisorio_id) AS provvisorio
     FROM payments p LEFT JOIN flow_states f ON f.iuf_key = p.iuf_key
     WHERE p.iuv IN (${iuvsOf}) ORDER BY p.paid_on, p.iuv`,
    { cf: codiceFiscale, today },
  );
}

export function messagesAbout(ledger: ReadableLedger, codiceFiscale: string): MessageAbout[] {
  return all(
    ledger,
    `SELECT c.name AS campaign, m.row, c.list_name AS listName, m.service, m.notice_number AS noticeNumber, m.cents,
       m.subject, m.body, m.state, m.changed_at AS changedAt
     FROM io_messages m JOIN io_campaigns c ON c.id = m.campaign_id
     WHERE m.fiscal_code = ? ORDER BY m.changed_at, m.id`,
    [codiceFiscale],
  );
}

/** What was decided of the person's payments, and what names the person. */
export function decisionsAbout(ledger: ReadableLedger, codiceFiscale: string): DecisionAbout[] {
  return all(
    ledger,
    `SELECT kind, iuv, coalesce(json_extract(payload, '$.text'), json_extract(payload, '$.note'), '') AS note, author, made_at AS madeAt, undone_at AS undoneAt FROM decisions
     WHERE iuv IN (${iuvsOf}) OR instr(upper(payload), @cf) > 0 ORDER BY id`,
    { cf: codiceFiscale },
  );
}

/** Movements of the bank whose own words name the person. */
export function movementsAbout(ledger: ReadableLedger, codiceFiscale: string): MovementAbout[] {
  const rows = all<Row<MovementAbout>>(
    ledger,
    `SELECT id, day, cents, numero, esercizio,
       causali || coalesce(' ' || bank_texts, '') || coalesce(' ' || payer, '') AS texts
     FROM movimenti
     WHERE instr(upper(causali || coalesce(bank_texts, '') || coalesce(payer, '') || coalesce(end_to_end, '')
       || coalesce(reference, '')), ?) > 0
     ORDER BY day, id`,
    [codiceFiscale],
  );
  return withSources(ledger, 'movimenti', rows);
}

/** Where else the code stands: lines that were left out, cards whose expiry is looked at, lists of who paid elsewhere. */
export function mentionsOf(
  ledger: ReadableLedger,
  codiceFiscale: string,
): { where: string; detail: string }[] {
  const values = { cf: codiceFiscale };
  const leftOut = all<{ id: number }>(
    ledger,
    `SELECT id FROM documents WHERE instr(upper(refused_rows), @cf) > 0 OR instr(upper(warnings), @cf) > 0`,
    values,
  ).map(({ id }) => ({
    where: 'righe scartate',
    detail: documentTelling(ledger, id * 2 ** 24).document.name,
  }));
  const cards = all<{ expires: string; list: string }>(
    ledger,
    `SELECT expires_on AS expires, list_name AS list FROM io_cards WHERE fiscal_code = @cf`,
    values,
  ).map(({ expires, list }) => ({ where: 'carta d’identità', detail: `scade il ${expires}, da ${list}` }));
  const elsewhere = all<{ list: string }>(
    ledger,
    `SELECT l.name AS list FROM io_paid_rows r JOIN io_paid_lists l ON l.id = r.list_id WHERE r.fiscal_code = @cf`,
    values,
  ).map(({ list }) => ({ where: 'elenco dei pagati altrove', detail: list }));
  const unreached = all<{ name: string }>(
    ledger,
    `SELECT c.name FROM io_unreached u JOIN io_campaigns c ON c.id = u.campaign_id WHERE instr(upper(u.told), @cf) > 0`,
    values,
  ).map(({ name }) => ({ where: 'da avvisare su carta', detail: name }));
  return [...leftOut, ...cards, ...elsewhere, ...unreached];
}
