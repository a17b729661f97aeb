import type { Day } from '../../shared/domain/day.ts';
import type { ReadableLedger } from './open.ts';
import { all, one } from './statements.ts';

/** Payments of ours without a service that have the same hints, with the one whose IUV comes first. */
export interface HintGroup {
  readonly category: string | null;
  readonly tipoDovuto: string | null;
  readonly positionCategory: string | null;
  /** How the description begins. */
  readonly words: string;
  readonly count: number;
  readonly cents: number;
  readonly iuv: string;
  readonly iur: string;
  readonly index: number;
  readonly exampleCents: number;
  readonly paidOn: Day | null;
  readonly description: string | null;
}

// `not-ours` and `other-partner` win over every other status: nobody asks for the service of those.
const unknown = `p.service IS NULL AND p.status NOT IN ('not-ours', 'other-partner')`;

export function countWithoutService(ledger: ReadableLedger): {
  readonly count: number;
  readonly cents: number;
} {
  const found = one<{ count: number; cents: number }>(
    ledger,
    `SELECT count(*) AS count, coalesce(sum(p.cents), 0) AS cents
     FROM payments p INDEXED BY payments_without_service WHERE ${unknown}`,
  );
  if (found === undefined) throw new Error('a count has always one row');
  return found;
}

// The line of a receipt comes last: it begins with codes.
const description = 'coalesce(r.description, q.description, x.description)';
const words = `substr(coalesce(${description}, ''), 1, 60)`;
/** A tassonomia that says something: `9/000` says nothing. */
const toldByCategory = `substr(x.category, instr(x.category, '/') + 1) GLOB '*[1-9A-Za-z]*'`;

/**
 * Groups that share whatever hint their payments have: where nothing better tells them apart, four digits of the IUV, or,
 * where an IUV is no number, the words.
 */
export function hintGroups(ledger: ReadableLedger): HintGroup[] {
  return all(
    ledger,
    `SELECT x.category, q.tipo_dovuto AS tipoDovuto, q.category AS positionCategory, ${words} AS words,
       count(*) AS count, sum(p.cents) AS cents, min(p.iuv) AS iuv, p.iur, p.idx AS "index",
       p.cents AS exampleCents, p.paid_on AS paidOn, ${description} AS description
     FROM payments p INDEXED BY payments_without_service
     LEFT JOIN transfers x ON x.id = p.transfer_id
     LEFT JOIN ricevute r ON r.id = x.ricevuta_id
     LEFT JOIN position_states o ON o.iuv = p.iuv
     LEFT JOIN posizioni q ON q.id = o.posizione_id
     WHERE ${unknown}
     GROUP BY x.category, q.tipo_dovuto, q.category, CASE WHEN ${toldByCategory} THEN ''
       WHEN length(p.iuv) IN (15, 17) AND p.iuv NOT GLOB '*[^0-9]*' THEN substr(p.iuv, 1, 4)
       ELSE ${words} END`,
  );
}
