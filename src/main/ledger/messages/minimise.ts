import { createHash } from 'node:crypto';
import type { ReadableLedger, WritableLedger } from '../open.ts';
import { ledgerId } from '../settings.ts';
import { all, run } from '../statements.ts';

const ended = `('accepted', 'delivered', 'undeliverable', 'failed', 'not-enrolled', 'service-disabled', 'data-error',
  'cancelled')`;

/** The name of a message, with and without the person in it. */
export interface RenamedKey {
  readonly key: string;
  readonly renamed: string;
}

interface Named {
  readonly id: number;
  readonly key: string;
  readonly fiscalCode: string;
}

/** The messages that ended before that day, and what they will be called: nobody is told from whom it is, and each stays itself. */
export function keysToRename(
  ledger: ReadableLedger,
  before: string,
): (RenamedKey & { readonly id: number })[] {
  const ofLedger = ledgerId(ledger);
  const found = all<Named>(
    ledger,
    `SELECT id, key, fiscal_code AS fiscalCode FROM io_messages
     WHERE substr(changed_at, 1, 10) < ? AND state IN ${ended} AND fiscal_code <> ''`,
    [before],
  );
  return found.map(({ id, key, fiscalCode }) => {
    const sign = createHash('sha256').update(`${ofLedger} ${fiscalCode}`).digest('hex').slice(0, 16);
    return { id, key, renamed: key.replaceAll(fiscalCode, `-${sign}`) };
  });
}

/** Takes people and texts out of messages that ended before that day. Returns how many. */
export function leanMessages(ledger: WritableLedger, before: string): number {
  const renamed = keysToRename(ledger, before);
  for (const { id, key, renamed: name } of renamed) {
    run(
      ledger,
      `UPDATE io_messages SET fiscal_code = '', subject = NULL, body = NULL, key = ?, reason = NULL,
         recipient = json_set(recipient, '$.name', NULL, '$.fiscalCode', '', '$.account', NULL, '$.fields', json('{}'))
       WHERE id = ?`,
      [name, id],
    );
    run(ledger, `UPDATE OR REPLACE io_keys SET key = ? WHERE key = ?`, [name, key]);
    run(ledger, `UPDATE OR REPLACE io_foreign_attempts SET key = ? WHERE key = ?`, [name, key]);
    run(ledger, `UPDATE io_attempts SET detail = NULL WHERE message_id = ?`, [id]);
    run(ledger, `UPDATE io_settlements SET note = NULL WHERE message_id = ?`, [id]);
  }
  run(ledger, `DELETE FROM io_cards WHERE expires_on < ?`, [before]);
  run(
    ledger,
    `UPDATE io_paid_rows SET fiscal_code = NULL WHERE list_id IN
       (SELECT id FROM io_paid_lists WHERE substr(imported_at, 1, 10) < ?)`,
    [before],
  );
  const old = `SELECT id FROM io_campaigns WHERE substr(created_at, 1, 10) < ?`;
  run(ledger, `DELETE FROM io_unreached WHERE campaign_id IN (${old})`, [before]);
  for (const { id, findings } of all<{ id: number; findings: string }>(
    ledger,
    `SELECT id, findings FROM io_campaigns WHERE substr(created_at, 1, 10) < ?`,
    [before],
  ))
    run(ledger, `UPDATE io_campaigns SET findings = ? WHERE id = ?`, [
      JSON.stringify(JSON.parse(findings, (name, value: unknown) => (ofPeople.has(name) ? '' : value))),
      id,
    ]);
  return renamed.length;
}

const ofPeople: ReadonlySet<string> = new Set(['value', 'name', 'fiscalCode', 'text']);
