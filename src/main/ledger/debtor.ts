/**
 * In SQL, a column of whoever owes what is paid under an IUV: of the debtor of receipt `r`, or, when it names none (`ANONIMO`
 * is nobody), of that of the debt position; never half of each. The position is looked for only where it is needed.
 */
export function debtorOf(column: 'debtor_name' | 'debtor_cf', iuv: string): string {
  return `CASE WHEN coalesce(nullif(upper(r.debtor_name), 'ANONIMO'), nullif(upper(r.debtor_cf), 'ANONIMO')) IS NULL
      AND EXISTS (${ofPosition('id', iuv)})
    THEN (${ofPosition(column, iuv)}) ELSE r.${column} END`;
}

/** In SQL, what the debt position of an IUV says. */
export function ofPosition(column: string, iuv: string): string {
  return `SELECT q.${column} FROM position_states o CROSS JOIN posizioni q ON q.id = o.posizione_id WHERE o.iuv = ${iuv}`;
}
