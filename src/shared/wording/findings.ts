/** What a verification found wrong; `finding` comes from the contract, where only its code is certain. */
export function sayFinding(finding: { readonly code: string; readonly [data: string]: unknown }): string {
  switch (finding.code) {
    case 'file-damaged':
      return `Il file del registro è danneggiato (${String(finding['detail'])}). Non importare altro: ripristinare una copia di sicurezza.`;
    case 'reference-broken':
      return `Nel registro manca qualcosa a cui la tabella ${String(finding['table'])} si riferisce (riga ${String(finding['row'])}). Ripristinare una copia di sicurezza.`;
    case 'document-damaged':
      return `Il documento ${String(finding['id'])} (${String(finding['name'])}) non dice più ciò che fu importato. Annullarlo e importarlo di nuovo.`;
    case 'verdicts-stale':
      return 'I pallini non corrispondono ai documenti. Scrivere di nuovo le impostazioni per ricalcolarli.';
    default:
      return `Danno di tipo sconosciuto: ${finding.code}.`;
  }
}
