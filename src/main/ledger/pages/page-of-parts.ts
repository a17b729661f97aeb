import type { ReadableLedger } from '../open.ts';
import type { Condition, FoundPage, Listing, Page, PageRequest } from './listing.ts';
import { parsed } from './order.ts';
import { asOneState, findPage, pageOf } from './read-page.ts';

/** The rows of a list that share the first thing it is put in order by. */
export interface Part {
  /** Its place among the parts; the same on every page. */
  readonly rank: number;
  readonly conditions: readonly Condition[];
}

/** An order whose first key has few values. */
export interface OrderOfParts<Sort extends string> {
  readonly by: Sort;
  /** The order of each part. */
  readonly within: Sort;
  /** By rank. */
  readonly parts: readonly Part[];
}

/**
 * One page of a list, part by part: where no index has the whole order, one may have that of the largest part, and the others
 * are small.
 */
export function readPageOfParts<Row extends object, Sort extends string>(
  ledger: ReadableLedger,
  listing: Listing<Sort>,
  { by, within, parts }: OrderOfParts<Sort>,
  { descending, after, limit, backward }: Omit<PageRequest<Sort>, 'sort'> & { readonly descending: boolean },
): Page<Row> {
  const name = `${descending ? '-' : '+'}${by}`;
  const onward = descending === backward ? parts : parts.toReversed();
  const read = (part: Part, from: string | null, most: number): FoundPage<Row> => {
    const request = { sort: { by: within, descending }, after: from, limit: most, backward };
    const page = findPage<Row, Sort>(ledger, listing, part.conditions, request, after !== null);
    return { ...page, rows: withEnds(page.rows, (cursor) => named(name, part.rank, cursor)) };
  };
  const hasRows = (part: Part): boolean => read(part, null, 1).rows.length > 0;
  return asOneState(ledger, () => {
    const place = placeOf(after, name, `${descending ? '-' : '+'}${within}`);
    const first =
      place === null
        ? 0
        : onward.findIndex(({ rank }) => isReached(rank, place.rank, descending === backward));
    if (first < 0) return pageOf({ rows: [], before: false, behind: false });
    let rows: FoundPage<Row>['rows'] = [];
    let [hasNear, goesOn] = [false, false];
    for (const [i, part] of onward.entries()) {
      if (i < first) continue;
      if (rows.length === limit) {
        goesOn = hasRows(part);
      } else {
        const from = part.rank === place?.rank ? place.cursor : null;
        const page = read(part, from, limit - rows.length);
        const [near, far] = backward ? [page.behind, page.before] : [page.before, page.behind];
        if (rows.length === 0 && page.rows.length > 0)
          hasNear = place !== null && (near || onward.slice(0, i).some(hasRows));
        rows = backward ? [...page.rows, ...rows] : [...rows, ...page.rows];
        goesOn = far;
      }
      if (goesOn) break;
    }
    return pageOf(
      backward ? { rows, before: goesOn, behind: hasNear } : { rows, before: hasNear, behind: goesOn },
    );
  });
}

function isReached(rank: number, place: number, upward: boolean): boolean {
  return upward ? rank >= place : rank <= place;
}

/** Only the ends of a page are ever named. */
function withEnds<Row extends { readonly cursor: string }>(
  rows: readonly Row[],
  of: (cursor: string) => string,
): Row[] {
  return rows.map((row, i) => (i === 0 || i === rows.length - 1 ? { ...row, cursor: of(row.cursor) } : row));
}

/** The cursor of a part's row, as one of the whole list. */
function named(name: string, rank: number, cursor: string): string {
  const [, ...keys] = JSON.parse(cursor) as unknown[];
  return JSON.stringify([name, rank, ...keys]);
}

/** The part of a cursor and its place there; null for a text that no page of this order told. */
function placeOf(
  cursor: string | null,
  name: string,
  within: string,
): { readonly rank: number; readonly cursor: string } | null {
  const told = cursor === null ? null : parsed(cursor);
  if (!Array.isArray(told)) return null;
  const [order, rank, ...keys] = told as unknown[];
  return order === name && typeof rank === 'number'
    ? { rank, cursor: JSON.stringify([within, ...keys]) }
    : null;
}
