import type { LeftFile, WhatLeft } from '../../shared/domain/what-left.ts';
import { factRange } from './documents.ts';
import type { ReadableLedger } from './open.ts';
import { all, one } from './statements.ts';

const mostFiles = 20;

/** What of the documents `first`..`last`, which came in together, left since. */
export function whatLeft(
  ledger: ReadableLedger,
  { first, last, importedAt }: { readonly first: number; readonly last: number; readonly importedAt: string },
): WhatLeft {
  const since = one<{ seq: number }>(
    ledger,
    `SELECT seq FROM trail WHERE operation = 'files-imported' AND subject = ? ORDER BY seq DESC LIMIT 1`,
    [importedAt],
  );
  // What came in before there was a trail was there when it began: then the clock must do.
  const from = since?.seq ?? 0;
  const range = factRange(first, last);
  return {
    files: all<LeftFile>(
      ledger,
      `SELECT subject AS name, at, coalesce(details ->> '$.rows', 0) AS rows, details ->> '$.consumer' AS consumer
       FROM trail WHERE operation = 'export-made' AND seq > ? ORDER BY seq DESC LIMIT ${mostFiles}`,
      [from],
    ),
    fileCount: count(ledger, `FROM trail WHERE operation = 'export-made' AND seq > ?`, [from]),
    consumers: all(
      ledger,
      `SELECT name, export, max(at) AS at FROM (
         SELECT subject AS name, details ->> '$.export' AS export, at FROM trail
         WHERE operation = 'export-received' AND seq > @from
         UNION ALL
         SELECT consumer, export, exported_at FROM consumer_cursors WHERE @old AND exported_at >= @importedAt)
       GROUP BY name, export ORDER BY name, export`,
      { from, old: since === undefined ? 1 : 0, importedAt },
    ),
    programs: all(
      ledger,
      `SELECT name, last_used_on AS lastUsedOn FROM programs WHERE last_used_on >= substr(?, 1, 10) ORDER BY name`,
      [importedAt],
    ),
    messages: messagesAbout(ledger, range),
    sent: count(
      ledger,
      `FROM (SELECT DISTINCT d.id FROM movimenti m CROSS JOIN decisions d ON d.esercizio = m.esercizio
           AND d.numero = m.numero AND d.conto = m.conto
         WHERE m.id BETWEEN ? AND ? AND m.documento = 'SOSPESO ENTRATA'
           AND d.kind = 'sent' AND d.numero IS NOT NULL AND d.undone_at IS NULL)`,
      range,
    ),
  };
}

/** Of a message that was refused nothing arrived; of one that is on its way, or uncertain, nobody can know. */
const gone = `('sending', 'accepted', 'delivered', 'undeliverable', 'failed', 'uncertain')`;

const toldHere = (table: string, more = ''): string =>
  `EXISTS (SELECT 1 FROM ${table} f WHERE f.iuv = s.iuv AND f.id BETWEEN @from AND @to ${more})`;

function messagesAbout(ledger: ReadableLedger, [from, to]: readonly [number, number]): number {
  return count(
    ledger,
    `FROM (
       SELECT CASE substr(notice_number, 1, 1) WHEN '0' THEN substr(notice_number, 4)
         ELSE substr(notice_number, 2) END AS iuv
       FROM io_messages WHERE notice_number IS NOT NULL AND state IN ${gone}) s
     WHERE ${toldHere('posizioni')} OR ${toldHere('righe')} OR ${toldHere('transfers', 'AND f.standing IS NOT NULL')}`,
    { from, to },
  );
}

function count(ledger: ReadableLedger, from: string, values: Parameters<typeof all>[2]): number {
  return one<{ n: number }>(ledger, `SELECT count(*) AS n ${from}`, values)?.n ?? 0;
}
