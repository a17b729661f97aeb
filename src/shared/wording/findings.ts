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
    case 'trail-broken':
      return `Il registro delle operazioni è stato alterato: ${brokenLinks[String(finding['why'])] ?? 'la catena si rompe'} alla voce n. ${String(finding['seq'])}. I pagamenti non c’entrano; conservare una copia dell’archivio e avvisare chi risponde dei dati.`;
    case 'trail-cut':
      return `Dal registro delle operazioni mancano le ultime voci: la n. ${String(finding['seq'])}, annotata fuori dall’archivio, non c’è più o è un’altra. I pagamenti non c’entrano; conservare una copia dell’archivio e avvisare chi risponde dei dati.`;
    case 'trail-unguarded':
      return 'Al registro delle operazioni è stata tolta la protezione che vieta di modificarlo. Le voci tornano, ma conservare una copia dell’archivio e avvisare chi risponde dei dati.';
    default:
      return `Danno di tipo sconosciuto: ${finding.code}.`;
  }
}

const brokenLinks: Readonly<Record<string, string>> = {
  content: 'il contenuto non è quello scritto allora',
  order: 'la voce non segue quella che la precede',
  gap: 'manca una voce, o ce n’è una di troppo,',
};
