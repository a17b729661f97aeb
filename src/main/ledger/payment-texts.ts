/** Every column in which a payment is searched. */
const texts = [
  'p.iuv',
  'p.iur',
  'x.description',
  'r.notice_number',
  'r.debtor_name',
  'r.debtor_cf',
  'r.description',
  // A position mostly says what the receipt says.
  ...['notice_number', 'debtor_name', 'debtor_cf', 'description'].map(
    (column) => `nullif(q.${column}, r.${column})`,
  ),
  'f.iuf',
];

const joinsOfTexts = `LEFT JOIN transfers x ON x.id = p.transfer_id
  LEFT JOIN ricevute r ON r.id = p.ricevuta_id
  LEFT JOIN position_states o ON o.iuv = p.iuv
  LEFT JOIN posizioni q ON q.id = o.posizione_id
  LEFT JOIN flow_states f ON f.iuf_key = p.iuf_key`;

/** So many payments of the revision `?` from behind the id `?`, each with its texts line by line: the same as are searched. */
export function paymentTexts(limit: number): string {
  const told = texts.map((column) => `replace(${column}, char(10), ' ')`);
  return `SELECT p.id, concat_ws(char(10), ${told.join(', ')}) AS text
    FROM payments p INDEXED BY payments_changed ${joinsOfTexts}
    WHERE p.changed = ? AND p.id > ? ORDER BY p.id LIMIT ${limit}`;
}

/** The payments that the index does not know yet, in SQL, one by one. */
export function pendingPayments(has: (column: string) => string): string {
  return `SELECT p.id FROM main.payments p INDEXED BY payments_changed ${joinsOfTexts}
    WHERE p.changed > @indexed AND (${texts.map(has).join(' OR ')})`;
}
