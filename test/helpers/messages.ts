import { join } from 'node:path';
import type { Output } from '../../src/shared/contract/api.ts';
import type { MessageReason } from '../../src/shared/domain/message/reason.ts';
import type { MessageState } from '../../src/shared/domain/message/state.ts';
import { openWritable, type WritableLedger } from '../../src/main/ledger/open.ts';
import { setState } from '../../src/main/ledger/messages/rows.ts';
import type { Office } from './office.ts';

/** Works on the ledger that a core has open. */
export function onLedger(office: Office, work: (ledger: WritableLedger) => void): void {
  const opened = openWritable(join(office.folder, 'archivio'));
  if (!opened.ok) throw new Error(opened.problem.code);
  try {
    opened.value.transaction(() => work(opened.value)).immediate();
  } finally {
    opened.value.close();
  }
}

type Message = Output<'outbox.messages'>['rows'][number];

export async function messagesOf(office: Office, campaign: number): Promise<readonly Message[]> {
  return (await office.ask('outbox.messages', { filter: { campaign } })).rows;
}

/** Puts the messages of some rows of a campaign where sending would have put them. */
export async function standAt(
  office: Office,
  campaign: number,
  states: Readonly<Record<number, readonly [MessageState, MessageReason?]>>,
): Promise<void> {
  const messages = await messagesOf(office, campaign);
  onLedger(office, (ledger) => {
    for (const { id, row } of messages) {
      const [state, reason = null] = states[row] ?? [];
      if (state !== undefined) setState(ledger, id, state, reason, '2026-03-31T10:05:00.000Z');
    }
  });
}
