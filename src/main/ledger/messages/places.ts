import type { ReadableLedger } from '../open.ts';
import { one } from '../statements.ts';

/** Where a message stands, told without its citizen. */
export interface MessagePlace {
  readonly message: number;
  readonly campaign: number;
  readonly row: number;
  readonly notice: string | null;
}

const columns = `m.id AS message, m.campaign_id AS campaign, m.row, m.notice_number AS notice`;

export function messagePlace(ledger: ReadableLedger, id: number): MessagePlace | null {
  return one<MessagePlace>(ledger, `SELECT ${columns} FROM io_messages m WHERE m.id = ?`, [id]) ?? null;
}

/** The message of which that was an attempt. */
export function messageOfAttempt(ledger: ReadableLedger, seq: number): MessagePlace | null {
  return (
    one<MessagePlace>(
      ledger,
      `SELECT ${columns} FROM io_attempts a JOIN io_messages m ON m.id = a.message_id WHERE a.seq = ?`,
      [seq],
    ) ?? null
  );
}
