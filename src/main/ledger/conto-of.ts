/**
 * The conto, in SQL, under which a SOSPESO ENTRATA of `movimenti` stands. Lists often name none: such a line belongs to
 * the only conto that has its esercizio and numero with the same cents, and else stays without one. That follows from the
 * lines that are there, whichever came first.
 */
export function contoOf(line: string): string {
  return `CASE WHEN ${line}.conto <> '' THEN ${line}.conto ELSE coalesce((
    SELECT max(h.conto) FROM movimenti h WHERE h.documento = 'SOSPESO ENTRATA' AND h.esercizio = ${line}.esercizio
      AND h.numero = ${line}.numero AND h.conto <> '' AND abs(h.cents) = abs(${line}.cents)
    HAVING count(DISTINCT h.conto) = 1), '') END`;
}

/**
 * True in SQL when decision `n`, of the same esercizio and numero, is about provvisorio `p`: also when it was made while
 * only lines without conto told of it.
 */
export const isAboutProvvisorio = `(p.conto = n.conto OR (n.conto = '' AND EXISTS (
  SELECT 1 FROM movimenti w WHERE w.documento = 'SOSPESO ENTRATA' AND w.esercizio = p.esercizio
    AND w.numero = p.numero AND w.conto = '' AND ${contoOf('w')} = p.conto)))`;
