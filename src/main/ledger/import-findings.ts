import type { DocumentWarning } from '../../shared/domain/document.ts';
import { contoOf, isAboutProvvisorio } from './conto-of.ts';
import { isReplaced, sharedCents } from './decisions.ts';
import { factRange } from './documents.ts';
import { newestVersion } from './flow-versions.ts';
import type { ReadableLedger } from './open.ts';
import { all } from './statements.ts';

/**
 * A warning that only the whole ledger can raise, and the document it belongs to. Those that follow from lines, or from flussi,
 * are looked for among the rows with the ids `first`..`last`.
 */
export interface Finding {
  readonly documentId: number;
  readonly warning: DocumentWarning;
}

/**
 * Lines that tell a known provvisorio otherwise. Lists, which do not say when they were made, often cut the causale: only
 * giornali are held to its words.
 */
export function changedProvvisori(ledger: ReadableLedger, first: number, last: number): Finding[] {
  return all<{ documentId: number; esercizio: number; numero: string; keptHere: number }>(
    ledger,
    `SELECT m.document_id AS documentId, m.esercizio, m.numero, max(w.document_id = m.document_id) AS keptHere
     FROM movimenti m
     JOIN movimenti o ON o.documento = 'SOSPESO ENTRATA' AND o.operazione = 'ESEGUITO'
       AND o.esercizio = m.esercizio AND o.numero = m.numero AND o.conto = m.conto
     JOIN provvisori p ON p.esercizio = m.esercizio AND p.numero = m.numero AND p.conto = m.conto
     JOIN movimenti w ON w.id = p.movimento_id
     WHERE m.id BETWEEN ? AND ? AND m.documento = 'SOSPESO ENTRATA' AND m.operazione = 'ESEGUITO'
       AND o.id <> m.id AND (o.cents <> m.cents OR o.day <> m.day
         OR (o.causali <> m.causali AND o.created_at <> '' AND m.created_at <> ''))
     GROUP BY m.document_id, m.esercizio, m.numero, m.conto`,
    [first, last],
  ).map(({ documentId, esercizio, numero, keptHere }) => ({
    documentId,
    warning: { code: 'provvisorio-changed', esercizio, numero, kept: keptHere === 1 ? 'this' : 'other' },
  }));
}

/** Storni whose money nobody has told of, or that call back more than there was. */
export function doubtfulStorni(ledger: ReadableLedger, first: number, last: number): Finding[] {
  return all<{
    documentId: number;
    esercizio: number;
    numero: string;
    cents: number;
    originalCents: number | null;
  }>(
    ledger,
    `SELECT m.document_id AS documentId, m.esercizio, m.numero, abs(m.cents) AS cents, p.cents AS originalCents
     FROM movimenti m
     LEFT JOIN provvisori p ON p.esercizio = m.esercizio AND p.numero = m.numero AND p.conto = m.conto
     WHERE m.id BETWEEN ? AND ? AND m.documento = 'SOSPESO ENTRATA' AND m.operazione = 'STORNATO'
       AND (p.id IS NULL OR abs(m.cents) > p.cents)
       AND NOT EXISTS (SELECT 1 FROM movimenti o WHERE o.documento = 'SOSPESO ENTRATA' AND o.operazione = 'ESEGUITO'
         AND o.esercizio = m.esercizio AND o.bolletta = m.bolletta_storno AND o.conto = m.conto
         AND p.id IS NULL)`,
    [first, last],
  ).map(({ documentId, originalCents, ...storno }) => ({
    documentId,
    warning:
      originalCents === null
        ? { code: 'storno-without-original', ...storno }
        : { code: 'storno-amount-differs', ...storno, originalCents },
  }));
}

/**
 * Storni of money about which a person had decided, and lines that leave less of it than the person shared out. Each is
 * looked for from the decisions: they are few.
 */
export function brokenDecisions(ledger: ReadableLedger, from: number, to: number): Finding[] {
  return all<{ documentId: number; esercizio: number; numero: string }>(
    ledger,
    `SELECT DISTINCT m.document_id AS documentId, n.esercizio, n.numero
     FROM decisions n
     CROSS JOIN provvisori p ON p.esercizio = n.esercizio AND p.numero = n.numero
       AND ${isAboutProvvisorio}
       AND (p.state = 'cancelled' OR (n.kind = 'share' AND ${sharedCents} > p.cents - p.storned_cents))
     CROSS JOIN movimenti w ON w.id = p.movimento_id
     CROSS JOIN movimenti m ON m.documento = 'SOSPESO ENTRATA' AND m.esercizio = n.esercizio
       AND ${contoOf('m')} = p.conto
       AND ((m.numero = n.numero AND (m.operazione = 'STORNATO' OR (m.id = w.id AND p.state <> 'cancelled')))
         OR (m.operazione = 'STORNATO' AND m.bolletta_storno = w.bolletta))
     WHERE n.numero IS NOT NULL AND n.kind <> 'note' AND n.undone_at IS NULL AND m.id BETWEEN ? AND ?
       AND (p.state = 'cancelled' OR NOT ${isReplaced})`,
    factRange(from, to),
  ).map(({ documentId, ...provvisorio }) => ({
    documentId,
    warning: { code: 'decision-broken', ...provvisorio },
  }));
}

/** How far apart a bank and the treasurer may book the same money. */
const daysApart = 3;

/** True in SQL for a number that we made, where a list tells none. */
const isMade = (numero: string): string => `(${numero} GLOB 'EC-*' OR ${numero} GLOB 'B-*')`;

/**
 * Money of these documents that another document tells under another number, one of them made by us, or under another
 * conto: the same flusso, the same cents, about the same day. Whether it is one is for a person to say. Hundreds of transfers
 * may name one flusso: they are held against those that come into question, not each against all.
 */
export function moneyToldTwice(ledger: ReadableLedger, first: number, last: number): Finding[] {
  return all<{ documentId: number; esercizio: number; numero: string; otherNumero: string; cents: number }>(
    ledger,
    `SELECT DISTINCT m.document_id AS documentId, p.esercizio, p.numero, o.numero AS otherNumero,
       p.cents - p.storned_cents AS cents
     FROM movimenti m
     CROSS JOIN provvisori p ON p.esercizio = m.esercizio AND p.numero = m.numero AND p.conto = ${contoOf('m')}
     CROSS JOIN provvisori o ON o.id IN (
         SELECT c.id FROM provvisori c WHERE c.esercizio = p.esercizio AND c.numero = p.numero
         UNION ALL
         SELECT c.id FROM provvisori c INDEXED BY provvisori_made
         WHERE c.cents - c.storned_cents = p.cents - p.storned_cents AND ${isMade('c.numero')}
         UNION ALL
         SELECT r.provvisorio_id FROM quote q CROSS JOIN quote r ON r.iuf_key = q.iuf_key
         WHERE q.provvisorio_id = p.id AND ${isMade('p.numero')})
       AND o.id <> p.id AND o.cents - o.storned_cents = p.cents - p.storned_cents
       AND abs(julianday(o.day) - julianday(p.day)) <= ${daysApart}
       AND EXISTS (SELECT 1 FROM quote q CROSS JOIN quote r ON r.provvisorio_id = o.id AND r.iuf_key = q.iuf_key
         WHERE q.provvisorio_id = p.id)
     WHERE m.id BETWEEN ? AND ? AND m.documento = 'SOSPESO ENTRATA' AND m.operazione = 'ESEGUITO'
       AND p.state <> 'cancelled' AND o.state <> 'cancelled'
       AND NOT EXISTS (SELECT 1 FROM movimenti x WHERE x.documento = 'SOSPESO ENTRATA' AND x.esercizio = o.esercizio
         AND x.numero = o.numero AND ${contoOf('x')} = o.conto AND x.document_id = m.document_id)
     ORDER BY m.id, o.id`,
    [first, last],
  ).map(({ documentId, ...told }) => ({ documentId, warning: { code: 'money-told-twice', ...told } }));
}

const paymentsOf = (version: 'f' | 'o'): string =>
  `SELECT iuv, iur, cents, esito, count(*) FROM righe WHERE flusso_id = ${version}.id GROUP BY 1, 2, 3, 4`;

/**
 * True when two versions of a flusso tell the same payments and the same total, as far as both tell them: the same flusso
 * may come as XML and in a list, and to put one in the place of the other is nothing to tell anybody.
 */
const saysTheSame = `(
    (f.created_at = '' OR o.created_at = ''
      OR (f.declared_count = o.declared_count AND f.declared_cents = o.declared_cents AND f.day = o.day))
    AND (SELECT count(*) FROM righe WHERE flusso_id = f.id) = (SELECT count(*) FROM righe WHERE flusso_id = o.id)
    AND NOT EXISTS (${paymentsOf('f')} EXCEPT ${paymentsOf('o')}))`;

/** Flussi of which these documents bring the version that counts, while a person led money to another one. */
export function decisionsToReview(ledger: ReadableLedger, from: number, to: number): Finding[] {
  return all<{ documentId: number; iuf: string; esercizio: number; numero: string }>(
    ledger,
    `SELECT v.document_id AS documentId, v.iuf, n.esercizio, n.numero
     FROM flussi v
     CROSS JOIN decision_flussi s ON s.iuf_key = v.iuf_key AND s.digest <> v.digest
     CROSS JOIN flow_states f ON f.iuf_key = v.iuf_key AND f.flusso_id = v.id
     CROSS JOIN decisions n ON n.id = s.decision_id AND n.undone_at IS NULL
     CROSS JOIN provvisori p ON p.esercizio = n.esercizio AND p.numero = n.numero
       AND ${isAboutProvvisorio} AND p.state <> 'cancelled' AND p.decided = n.kind
     WHERE v.id BETWEEN ? AND ? AND NOT ${isReplaced}
     ORDER BY v.id, n.id`,
    factRange(from, to),
  ).map(({ documentId, ...told }) => ({ documentId, warning: { code: 'decision-to-review', ...told } }));
}

/** Flussi that replace an older version, or arrive after a newer one. */
export function revisedFlussi(ledger: ReadableLedger, first: number, last: number): Finding[] {
  return all<{
    documentId: number;
    iuf: string;
    isCurrent: number;
    otherRevision: number;
    otherCreatedAt: string;
  }>(
    ledger,
    `SELECT f.document_id AS documentId, f.iuf, s.flusso_id = f.id AS isCurrent,
       o.revision AS otherRevision, o.created_at AS otherCreatedAt
     FROM flussi f
     JOIN flow_states s ON s.iuf_key = f.iuf_key
     JOIN flussi o ON o.id = CASE WHEN s.flusso_id <> f.id THEN s.flusso_id ELSE (
       SELECT x.id FROM flussi x WHERE x.iuf_key = f.iuf_key AND x.id <> f.id
       ORDER BY ${newestVersion} LIMIT 1) END
     WHERE f.id BETWEEN ? AND ? AND NOT ${saysTheSame}`,
    [first, last],
  ).map(({ documentId, iuf, isCurrent, otherRevision, otherCreatedAt }) => ({
    documentId,
    warning:
      isCurrent === 1
        ? { code: 'flow-revised', iuf, fromRevision: otherRevision, fromCreatedAt: otherCreatedAt }
        : { code: 'flow-superseded', iuf, byRevision: otherRevision, byCreatedAt: otherCreatedAt },
  }));
}

/** Receipts of one payment that tell different amounts, days or debtors; lines of lists without IUR may be of two payments. */
export function disagreeingReceipts(ledger: ReadableLedger, first: number, last: number): Finding[] {
  return all<{ documentId: number; iuv: string }>(
    ledger,
    `SELECT DISTINCT r.document_id AS documentId, x.iuv
     FROM transfers x
     CROSS JOIN transfers o ON o.iuv = x.iuv AND o.standing = x.standing
     JOIN ricevute r ON r.id = x.ricevuta_id
     CROSS JOIN ricevute s ON s.id = o.ricevuta_id
     WHERE x.id BETWEEN ? AND ? AND x.standing IS NOT NULL AND o.standing IS NOT NULL
       AND o.id <> x.id AND x.iur <> '' AND o.iur = x.iur AND o.idx = x.idx
       AND (o.cents <> x.cents
         OR (r.form <> 'list' AND s.form <> 'list' AND (r.paid_on <> s.paid_on OR r.debtor_cf <> s.debtor_cf)))`,
    [first, last],
  ).map(({ documentId, iuv }) => ({ documentId, warning: { code: 'receipts-disagree', iuv } }));
}

/** A page of a giornale that came in several. */
export interface GiornalePage {
  readonly documentId: number;
  readonly pageGroup: string;
  readonly page: number;
  readonly pages: number;
}

/** The standing pages of the giornali of which the documents `from`..`to` bring a page, wherever they are. */
export function pagesBeside(ledger: ReadableLedger, from: number, to: number): GiornalePage[] {
  return all<GiornalePage>(
    ledger,
    `SELECT p.document_id AS documentId, p.page_group AS pageGroup,
       p.header ->> '$.giornale.page' AS page, p.header ->> '$.giornale.pages' AS pages
     FROM (SELECT DISTINCT page_group FROM document_parts
       WHERE document_id BETWEEN ? AND ? AND page_group IS NOT NULL) g
     CROSS JOIN document_parts p ON p.page_group = g.page_group
     CROSS JOIN documents d ON d.id = p.document_id
     WHERE d.undone_at IS NULL`,
    [from, to],
  );
}
