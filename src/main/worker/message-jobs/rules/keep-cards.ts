import { addDays, type Day } from '../../../../shared/domain/day.ts';
import type { RefusedListRow } from '../../../../shared/domain/message/list-problem.ts';
import { cieCardOf } from '../../../../shared/domain/message/cie.ts';
import { lookBackDays } from '../../../../shared/domain/message/reminder-plan.ts';
import { ok, type Result } from '../../../../shared/domain/result.ts';
import { forgetCardsBefore, keepCard } from '../../../ledger/messages/cards.ts';
import type { WritableLedger } from '../../../ledger/open.ts';
import type { JobContext } from '../../job-context.ts';
import type { ImportFile } from '../../keep-files.ts';
import { readListFile, type ListRefused } from '../list-files.ts';

/** What a list of identity cards said. */
export interface CardsRead {
  /** Rows of data. */
  readonly rows: number;
  /** Cards that are looked at from now on, those that were known included. */
  readonly cards: number;
  readonly known: number;
  readonly paper: number;
  /** Cards that expired so long ago that nothing is said of them any more. */
  readonly past: number;
  readonly refused: readonly RefusedListRow[];
  /** Rows without a day of expiry. */
  readonly withoutExpiry: readonly number[];
}

/** Keeps the cards of a list of the anagrafe; a list that comes again changes nothing. */
export function keepCards(
  ledger: WritableLedger,
  { file, today }: { readonly file: ImportFile; readonly today: Day },
  context: JobContext,
): Result<CardsRead, ListRefused> {
  const { now, breathe } = context;
  const options = { profile: null, today, allowPastDue: true, accepted: [], cap: null };
  const list = readListFile(ledger, file, options, context);
  if (!list.ok) return list;
  const { recipients, refused, rows } = list.value;
  const oldest = addDays(today, -lookBackDays);
  forgetCardsBefore(ledger, oldest);
  const read = recipients.map((recipient) => ({ row: recipient.row, card: cieCardOf(recipient) }));
  const told = read.flatMap(({ card }) => card ?? []);
  const cards = told.filter(({ expiresOn }) => expiresOn >= oldest);
  let known = 0;
  for (const card of cards) {
    breathe();
    if (!keepCard(ledger, card, file.name, now)) known += 1;
  }
  return ok({
    rows,
    cards: cards.length,
    known,
    paper: cards.filter(({ paper }) => paper).length,
    past: told.length - cards.length,
    refused,
    withoutExpiry: read.flatMap(({ row, card }) => (card === null ? [row] : [])),
  });
}
