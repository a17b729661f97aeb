import { messageById, setNextPoll, setState } from '../../ledger/messages/rows.ts';
import type { WritableLedger } from '../../ledger/open.ts';
import type { Followed } from '../../messages/outbox/store.ts';

/** Only what is still accepted moves on: what is settled stays. */
export function keepFollowed(
  ledger: WritableLedger,
  { id, state, polls, nextPollAt }: Followed,
  now: string,
): void {
  if (messageById(ledger, id)?.state !== 'accepted') return;
  if (state !== null) setState(ledger, id, state, null, now);
  setNextPoll(ledger, id, polls, state === null ? nextPollAt : null);
}
