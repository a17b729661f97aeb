/** A part of the request by its name in the service's answer, as the office calls it, with its article. */
export function sayField(field: string): string {
  return labels.get(field) ?? `il campo «${field}»`;
}

const labels: ReadonlyMap<string, string> = new Map([
  ['fiscal_code', 'il codice fiscale'],
  ['subject', 'il titolo'],
  ['markdown', 'il testo'],
  ['due_date', 'la scadenza'],
  ['payment_data', 'i dati del pagamento'],
  ['amount', 'l’importo'],
  ['notice_number', 'il numero avviso'],
]);
