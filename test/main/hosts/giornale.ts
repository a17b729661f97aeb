import { ente } from './papers.ts';

const euro = (cents: number): string => (cents / 100).toFixed(2);

export interface Sospeso {
  readonly numero: string;
  readonly cents: number;
  readonly causale: string;
  readonly operazione?: 'ESEGUITO' | 'STORNATO' | 'REGOLARIZZATO' | 'RIPRISTINATO';
  readonly documento?: string;
}

interface GiornaleOptions {
  readonly version?: '1.4' | '1.6.1';
  readonly day?: string;
  readonly ente?: string;
}

/** An OPI giornale di cassa by hand: 1.4 tells a period, 1.6.1 and later a day and the number of each movement. */
export function giornale(sospesi: readonly Sospeso[], options: GiornaleOptions = {}): string {
  const { version = '1.6.1', day = '2026-03-05' } = options;
  const old = version === '1.4';
  const movimenti = sospesi.map((sospeso, i) => movimento(sospeso, day, old ? null : i + 1));
  const entrate = sospesi
    .filter(({ documento }) => documento !== 'MANDATO')
    .reduce((sum, { cents, operazione }) => (operazione === undefined ? sum + cents : sum), 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<flusso_giornale_di_cassa><testata_messaggio><codice_ABI_BT>09909</codice_ABI_BT><data_ora_creazione_flusso>${day}T18:00:00</data_ora_creazione_flusso><codice_ente>ABC123</codice_ente><descrizione_ente>COMUNE</descrizione_ente><codice_istat_ente>000123456</codice_istat_ente><codice_fiscale_ente>${options.ente ?? ente.codiceFiscale}</codice_fiscale_ente><codice_tramite_ente>A2A-12345678</codice_tramite_ente><codice_tramite_BT>A2A-87654321</codice_tramite_BT><codice_ente_BT>0004217</codice_ente_BT></testata_messaggio><identificativo_flusso_BT>GDC-${day.replaceAll('-', '')}ABCDEFGHIJ#001#001</identificativo_flusso_BT>${old ? '' : '<pagina>1</pagina><pagine_totali>1</pagine_totali>'}<esercizio>2026</esercizio>${
    old
      ? `<data_inizio_periodo_riferimento>2026-03-01+01:00</data_inizio_periodo_riferimento><data_fine_periodo_riferimento>${day}+01:00</data_fine_periodo_riferimento>`
      : `<data_riferimento_GdC>${day}</data_riferimento_GdC>`
  }<informazioni_conto_evidenza><conto_evidenza>0000001</conto_evidenza>${movimenti.join('')}<totale_entrate_conto_evidenza>${euro(entrate)}</totale_entrate_conto_evidenza></informazioni_conto_evidenza><ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignatureValue>AAAA</ds:SignatureValue></ds:Signature></flusso_giornale_di_cassa>`;
}

function movimento(sospeso: Sospeso, day: string, n: number | null): string {
  const { numero, cents, causale, operazione = 'ESEGUITO', documento = 'SOSPESO ENTRATA' } = sospeso;
  const ids =
    n === null
      ? ''
      : `<identificativo_flusso>BT-${n}</identificativo_flusso><numero_movimento>${String(n).padStart(9, '0')}</numero_movimento>`;
  const siope = n === null ? '' : `<data_movimento_siope>${day}</data_movimento_siope>`;
  return `<movimento_conto_evidenza>${ids}<tipo_movimento>${documento === 'MANDATO' ? 'USCITA' : 'ENTRATA'}</tipo_movimento><tipo_documento>${documento}</tipo_documento><tipo_operazione>${operazione}</tipo_operazione><numero_documento>${numero}</numero_documento><progressivo_documento>0</progressivo_documento><importo>${euro(cents)}</importo><numero_bolletta_quietanza>0074056</numero_bolletta_quietanza><data_movimento>${day}</data_movimento>${siope}<data_valuta_ente>${day}</data_valuta_ente><tipo_esecuzione>CASSA</tipo_esecuzione><assoggettamento_bollo>ESENTE BOLLO</assoggettamento_bollo><cliente><anagrafica_cliente>BANCA</anagrafica_cliente></cliente><causale>${causale}</causale></movimento_conto_evidenza>`;
}
