import type { ExpectedState } from '../../shared/domain/flusso.ts';
import { factRange } from './documents.ts';
import { oneOf } from './filters.ts';
import type { Finding } from './import-findings.ts';
import type { Listing, Page, PageRequest } from './pages/listing.ts';
import { readPage } from './pages/read-page.ts';
import type { ReadableLedger } from './open.ts';
import { documentTelling, type Source } from './sources.ts';
import { all } from './statements.ts';

/** A flusso that some list names, as the list that knows its newest version tells it. */
export interface ExpectedFlusso {
  readonly iuf: string;
  readonly createdAt: string | null;
  readonly pspCode: string | null;
  readonly state: ExpectedState;
  /** The list. */
  readonly document: Source['document'];
}

/** True in SQL for an `a` of which some version is here. */
const isHere = `EXISTS (SELECT 1 FROM flussi f WHERE f.iuf_key = a.iuf_key)`;

/** True in SQL for an `a` that names a later version than any that is here. */
const isNewer = (a: string): string =>
  `CASE WHEN ${a}.revision IS NOT NULL
     THEN ${a}.revision > (SELECT max(f.revision) FROM flussi f WHERE f.iuf_key = ${a}.iuf_key)
     ELSE coalesce(${a}.moment > (SELECT max(substr(f.created_at, 1, length(${a}.moment)))
       FROM flussi f WHERE f.iuf_key = ${a}.iuf_key), FALSE) END`;

const stateOf = (newer: string): string =>
  `CASE WHEN NOT ${isHere} THEN 'missing' WHEN ${newer} THEN 'older-version' ELSE 'arrived' END`;

/** By all the lists together: two may name different versions. */
const state = stateOf(
  `EXISTS (SELECT 1 FROM flussi_attesi o WHERE o.iuf_key = a.iuf_key AND ${isNewer('o')})`,
);

/** An IUF counts once, however many lists name it: by the one that knows its newest version. */
const isTold = `a.id = (SELECT o.id FROM flussi_attesi o WHERE o.iuf_key = a.iuf_key
  ORDER BY o.revision DESC, o.moment DESC, o.id DESC LIMIT 1)`;

const expected: Listing<'iuf'> = {
  table: 'flussi_attesi a',
  id: 'a.id',
  joins: '',
  columns: `a.id, a.iuf, a.created_at AS createdAt, a.psp_code AS pspCode, ${state} AS state`,
  cents: '0',
  key: [{ sql: 'a.iuf_key', of: 'text' }],
  sorts: { iuf: [] },
};

/** The flussi that lists name. An IUF begins with its day: the newest come first. */
export function listExpected(
  ledger: ReadableLedger,
  states: readonly ExpectedState[],
  request: Omit<PageRequest<'iuf'>, 'sort'>,
): Page<ExpectedFlusso> {
  const page = readPage<Omit<ExpectedFlusso, 'document'> & { readonly id: number }, 'iuf'>(
    ledger,
    expected,
    [{ sql: isTold }, ...oneOf('states', state, states)],
    { ...request, sort: { by: 'iuf', descending: true } },
  );
  return {
    ...page,
    rows: page.rows.map(({ id, ...told }) => ({ ...told, document: documentTelling(ledger, id).document })),
  };
}

/** How many flussi that lists name are in each state; those without any are left out. */
export function countExpected(
  ledger: ReadableLedger,
): readonly { readonly state: ExpectedState; readonly count: number }[] {
  return all(
    ledger,
    `SELECT ${state} AS state, count(*) AS count FROM flussi_attesi a WHERE ${isTold} GROUP BY 1`,
  );
}

/** IUFs worth telling in a sentence; the screen has them all. */
const enoughIufs = 3;

/** For each list among the documents `from`..`to`, what of it is here and what is not. */
export function missingFlussi(ledger: ReadableLedger, from: number, to: number): Finding[] {
  const lists = all<{ documentId: number }>(
    ledger,
    `SELECT id AS documentId FROM documents WHERE id BETWEEN ? AND ? AND kind = 'elenco-flussi'`,
    [from, to],
  );
  return lists.map(({ documentId }) => {
    const named = all<{ iuf: string; state: ExpectedState }>(
      ledger,
      `SELECT min(a.iuf) AS iuf, ${stateOf(`max(${isNewer('a')})`)} AS state
       FROM flussi_attesi a WHERE a.id BETWEEN ? AND ? GROUP BY a.iuf_key ORDER BY min(a.id)`,
      factRange(documentId),
    );
    const missing = named.filter((one) => one.state === 'missing').map(({ iuf }) => iuf);
    return {
      documentId,
      warning: {
        code: 'flussi-missing',
        named: named.length,
        count: missing.length,
        older: named.filter((one) => one.state === 'older-version').length,
        iufs: missing.slice(0, enoughIufs),
      },
    };
  });
}
