import type { Settlement } from '../../../shared/domain/message/state.ts';
import type { ReadableLedger, WritableLedger } from '../open.ts';
import { all, run } from '../statements.ts';

/** What a person decided about a message of which nobody knows whether it arrived. */
export interface KeptSettlement {
  readonly messageId: number;
  readonly how: Settlement;
  readonly note: string | null;
  readonly author: string;
  readonly madeAt: string;
}

export function addSettlement(ledger: WritableLedger, settlement: KeptSettlement): void {
  run(
    ledger,
    `INSERT INTO io_settlements (message_id, how, note, author, made_at)
     VALUES (@messageId, @how, @note, @author, @madeAt)`,
    { ...settlement },
  );
}

export function settlementsOf(ledger: ReadableLedger, messageId: number): KeptSettlement[] {
  return all<KeptSettlement>(
    ledger,
    `SELECT message_id AS messageId, how, note, author, made_at AS madeAt FROM io_settlements
     WHERE message_id = ? ORDER BY id`,
    [messageId],
  );
}
