/** Texts of a movement, by element name; null leaves the element out. */
export type MovimentoTexts = Readonly<Record<string, string | null>>;

const usual: MovimentoTexts = {
  tipo_movimento: 'ENTRATA',
  tipo_documento: 'SOSPESO ENTRATA',
  tipo_operazione: 'ESEGUITO',
  numero_documento: '0064422',
  progressivo_documento: '0',
  importo: '100.00',
  numero_bolletta_quietanza: '0074056',
  data_movimento: '2025-03-10',
  tipo_esecuzione: 'SEPA CREDIT TRANSFER',
  causale: '/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/2025-03-10PPAYITR1XXX-S2025031001',
};

/** One `movimento_conto_evidenza`; `inside` is added as it is. */
export function movimento(texts: MovimentoTexts = {}, inside = ''): string {
  const leaves = Object.entries({ ...usual, ...texts })
    .filter(([, text]) => text !== null)
    .map(([name, text]) => `<${name}>${text}</${name}>`);
  return `<movimento_conto_evidenza>${leaves.join('')}${inside}</movimento_conto_evidenza>`;
}

/** What a test changes of a giornale. */
export interface GiornaleTexts {
  readonly movimenti?: string;
  /** In place of the usual page and day. */
  readonly head?: string;
  readonly testata?: string;
  readonly totals?: string;
  readonly contoTotals?: string;
  readonly declaration?: string;
}

/** A giornale of one day and one conto. */
export function giornale(texts: GiornaleTexts = {}): string {
  const {
    movimenti = movimento(),
    head = `<identificativo_flusso_BT>GDC-20250310BANCAPROVA01#001#001</identificativo_flusso_BT>
      <pagina>1</pagina><pagine_totali>1</pagine_totali><esercizio>2025</esercizio>
      <data_riferimento_GdC>2025-03-10</data_riferimento_GdC>`,
    testata = `<data_ora_creazione_flusso>2025-03-11T06:30:00</data_ora_creazione_flusso>
      <descrizione_ente>COMUNE DI CITTÀ FINTA</descrizione_ente>
      <codice_fiscale_ente>00000000099</codice_fiscale_ente>`,
    totals = '',
    contoTotals = '',
    declaration = '<?xml version="1.0" encoding="UTF-8"?>',
  } = texts;
  return `${declaration}
<flusso_giornale_di_cassa>
  <testata_messaggio>${testata}</testata_messaggio>
  ${head}
  <informazioni_conto_evidenza>
    <conto_evidenza>0000001</conto_evidenza>
    ${movimenti}
    ${contoTotals}
  </informazioni_conto_evidenza>
  ${totals}
</flusso_giornale_di_cassa>`;
}

/** The head of one page of several. */
export function pageHead(page: number, pages: number, tail = `#00${page}#00${pages}`): string {
  return `<identificativo_flusso_BT>GDC-20250310BANCAPROVA01${tail}</identificativo_flusso_BT>
    <pagina>${page}</pagina><pagine_totali>${pages}</pagine_totali><esercizio>2025</esercizio>
    <data_riferimento_GdC>2025-03-10</data_riferimento_GdC>`;
}

/** Puts a prefix before every element name, as some banks do. */
export function prefixed(xml: string, prefix: string, namespace: string): string {
  return xml
    .replaceAll(/<(\/?)([A-Za-z_])/g, `<$1${prefix}:$2`)
    .replace(/<([\w]+:\w+)/, `<$1 xmlns:${prefix}="${namespace}"`);
}
