import type { Problem } from '../../shared/contract/problems.ts';
import { changeCursor, type ChangeCursor } from '../../shared/contract/schemas/changes.ts';
import type { Day } from '../../shared/domain/day.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { firstWritten, type Changed, type ChangedPage } from '../ledger/changed-rows.ts';
import { goneRows, type ChangingList } from '../ledger/gone-rows.ts';
import type { Page } from '../ledger/pages/listing.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { hasStoodAt, revisionNow } from '../ledger/revision.ts';

type Walk = NonNullable<ChangeCursor['walk']>;

/** As of what a list is told: the day, and the program that tells it. */
export interface Teller {
  readonly today: Day;
  readonly version: string;
}

export interface Changes<Row> {
  readonly rows: readonly Row[];
  /** Natural keys, as JSON lists. */
  readonly gone: readonly string[];
  readonly cursor: string;
  readonly more: boolean;
}

/**
 * What changed in a list since a cursor: a page of a walk from the revision of the cursor to the one at which the walk
 * begins. What is written while it goes on is left to the next walk, and each page is told as it is then: so that nothing
 * is lost, whoever writes in between.
 */
export function changesSince<Row>(
  ledger: ReadableLedger,
  list: ChangingList,
  { since, limit }: { readonly since: string | null; readonly limit: number },
  teller: Teller,
  read: (changed: Changed, page: ChangedPage) => Pick<Page<Row>, 'rows' | 'next'>,
): Result<Changes<Row>, Problem> {
  const standing = since === null ? null : readCursor(since);
  if (since !== null && (standing?.list !== list || !hasStoodAt(ledger, standing.at)))
    return fail({ code: 'changes-begin-again' });
  const { at, walk, ...begun } = onward(ledger, list, standing, teller);
  const rows: Row[] = [];
  const gone: string[] = [];
  const paused = (here: Walk['place']): Result<Changes<Row>, Problem> =>
    ok({ rows, gone, cursor: JSON.stringify({ ...begun, at, walk: { ...walk, place: here } }), more: true });

  const writtenAfter = (after: number): Walk['place'] => {
    const revision = firstWritten(ledger, list, { after, upTo: at.number });
    return revision === null ? { part: 'turned', after: null } : { part: 'written', revision, after: null };
  };

  for (let here: Walk['place'] | null = walk.place; here !== null;) {
    const room: number = limit - rows.length - gone.length;
    if (room === 0) return paused(here);
    if (here.part === 'gone') {
      const revisions = { after: walk.gone, upTo: at.number };
      // One more than there is room for, to see whether there are more.
      const found = goneRows(ledger, list, revisions, here.after, room + 1);
      const kept = found.slice(0, room);
      gone.push(...kept.map(({ key }) => key));
      if (found.length > room) return paused({ part: 'gone', after: kept.at(-1) ?? null });
      here = writtenAfter(walk.rows);
    } else {
      const changed: Changed | null =
        here.part === 'written' ? { how: 'written', revision: here.revision } : turned(walk, at, begun.days);
      const page = changed === null ? null : read(changed, { after: here.after, limit: room });
      rows.push(...(page?.rows ?? []));
      if (page !== null && page.next !== null) return paused({ ...here, after: page.next });
      here = here.part === 'written' ? writtenAfter(here.revision) : null;
    }
  }
  return ok({ rows, gone, cursor: JSON.stringify({ ...begun, at, walk: null }), more: false });
}

/** Goes on with a walk, or begins one. */
function onward(
  ledger: ReadableLedger,
  list: ChangingList,
  standing: ChangeCursor | null,
  { today, version }: Teller,
): ChangeCursor & { readonly walk: Walk } {
  const now = { from: today, to: today };
  if (standing !== null && standing.walk !== null && standing.version === version)
    return { ...standing, days: hull(standing.days, now), walk: standing.walk };
  const at = revisionNow(ledger);
  const begin = { list, version, at, days: now };
  const place = { part: 'gone', after: null } as const;
  if (standing === null) return { ...begin, walk: { rows: -1, gone: at.number, days: null, place } };
  const from = standing.walk ?? { rows: standing.at.number, gone: standing.at.number, days: standing.days };
  const rows = standing.version === version ? from.rows : -1;
  return { ...begin, walk: { rows, gone: from.gone, days: from.days, place } };
}

/** Rows that the copy has from any of its days and that are told otherwise on any of ours; null when no day lies between. */
function turned(walk: Walk, at: ChangeCursor['at'], told: ChangeCursor['days']): Changed | null {
  if (walk.days === null) return null;
  const { from, to } = hull(walk.days, told);
  return from === to ? null : { how: 'turned', from, to, upTo: Math.min(walk.rows, at.number) };
}

function hull(a: ChangeCursor['days'], b: ChangeCursor['days']): ChangeCursor['days'] {
  return { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to };
}

function readCursor(told: string): ChangeCursor | null {
  try {
    return changeCursor.safeParse(JSON.parse(told)).data ?? null;
  } catch {
    return null;
  }
}
