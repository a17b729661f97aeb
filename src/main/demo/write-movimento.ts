import { defaultConto, versoOf } from './giornale-draft.ts';
import type { GiornaleDraft, GiornaleVersion, MovimentoDraft } from './giornale-draft.ts';
import { amountText } from './xml-lines.ts';
import type { XmlLines } from './xml-lines.ts';

/** Writes one `movimento_conto_evidenza`; `position` is its 1-based place in the giornale. */
export function writeMovimento(
  xml: XmlLines,
  movimento: MovimentoDraft,
  giornale: GiornaleDraft,
  position: number,
): void {
  const version = giornale.version ?? '1.7.1';
  const documento = movimento.documento ?? 'SOSPESO ENTRATA';
  const sospeso = documento.startsWith('SOSPESO');
  const date = movimento.date ?? giornale.to;
  xml.open('movimento_conto_evidenza');
  if (version !== '1.4') {
    xml.leaf('identificativo_flusso', `BT-${date}-${movimento.conto ?? defaultConto}`);
    xml.leaf('numero_movimento', padded(movimento.numeroMovimento ?? String(position), 7));
  }
  xml.leaf('tipo_movimento', versoOf(movimento));
  xml.leaf('tipo_documento', documento);
  xml.leaf('tipo_operazione', movimento.operazione ?? 'ESEGUITO');
  xml.leaf('numero_documento', padded(movimento.numero, 7));
  if (movimento.gestionale !== undefined) {
    xml.open('sospeso_da_regolarizzare');
    xml.leaf('data_effettiva_sospeso', date);
    xml.leaf('codice_gestionale_provvisorio', movimento.gestionale);
    xml.close('sospeso_da_regolarizzare');
  }
  xml.leaf('progressivo_documento', sospeso ? 0 : 1);
  xml.leaf('importo', movimento.importo ?? amountText(movimento.cents, giornale.decimals));
  xml.leaf('numero_bolletta_quietanza', bolletta(movimento));
  xml.leaf('numero_bolletta_quietanza_storno', bollettaStorno(movimento));
  xml.leaf('data_movimento', date);
  if (version !== '1.4') xml.leaf('data_movimento_siope', date);
  xml.leaf('data_valuta_ente', movimento.valueDate === undefined ? date : movimento.valueDate);
  xml.leaf('tipo_esecuzione', movimento.tipoEsecuzione ?? esecuzione(documento, version));
  xml.leaf('codice_riferimento_operazione', movimento.reference);
  xml.leaf('end_to_end_id', movimento.endToEnd);
  xml.leaf('tipo_contabilita', 'FRUTTIFERO');
  xml.leaf('destinazione', 'LIBERA');
  xml.leaf('assoggettamento_bollo', 'ESENTE BOLLO');
  writeCliente(xml, movimento.payer);
  const causali = movimento.causali ?? [movimento.causale ?? 'VERSAMENTO'];
  for (const causale of causali) xml.leaf('causale', causale);
  writeSospesi(xml, movimento, giornale);
  if (movimento.bankTexts !== undefined && movimento.bankTexts.length > 0) {
    xml.open('dati_a_disposizione_BT');
    movimento.bankTexts.forEach((text, index) => {
      xml.leaf(bankNames[index] ?? 'nota', text);
    });
    xml.close('dati_a_disposizione_BT');
  }
  xml.raw(movimento.extra ?? '');
  xml.close('movimento_conto_evidenza');
}

const bankNames = ['codice_causale', 'cro', 'identificativo_end_to_end'];

function padded(digits: string | null | undefined, width: number): string | null {
  return digits === null || digits === undefined ? null : digits.padStart(width, '0');
}

/** The bolletta runs ahead of the numero provvisorio, as it does on paper; null leaves it out. */
function bolletta(movimento: MovimentoDraft): string | null {
  if (movimento.bolletta !== undefined) return padded(movimento.bolletta, 7);
  const numero = Number(movimento.numero);
  return Number.isSafeInteger(numero) ? padded(String(numero + 9642), 7) : null;
}

/** A storno names the bolletta that it takes back, unless the draft says otherwise. */
function bollettaStorno(movimento: MovimentoDraft): string | null {
  if (movimento.bollettaStorno !== undefined) return padded(movimento.bollettaStorno, 7);
  return movimento.operazione === 'STORNATO' ? bolletta(movimento) : null;
}

function esecuzione(documento: string, version: GiornaleVersion): string {
  if (documento === 'REVERSALE') return 'REGOLARIZZAZIONE';
  if (documento === 'SOSPESO ENTRATA' && version === '1.8') return 'SEPA INSTANT CREDIT TRANSFER';
  return documento.startsWith('SOSPESO') || documento === 'MANDATO' ? 'SEPA CREDIT TRANSFER' : 'CASSA';
}

function writeCliente(xml: XmlLines, payer: string | null | undefined): void {
  xml.open('cliente');
  xml.leaf('anagrafica_cliente', payer ?? 'Banca Invenzione');
  xml.leaf('indirizzo_cliente', 'VIA DEI PRESTITI INVENTATI 12');
  xml.leaf('cap_cliente', '99099');
  xml.leaf('localita_cliente', 'VALLELUNGA');
  xml.leaf('provincia_cliente', 'XX');
  xml.leaf('stato_cliente', 'IT');
  xml.close('cliente');
}

/** OPI 1.4 only knows the number; later versions tell the amount too. */
function writeSospesi(xml: XmlLines, movimento: MovimentoDraft, giornale: GiornaleDraft): void {
  for (const { numero, cents } of movimento.sospesi ?? []) {
    if (giornale.version === '1.4') {
      xml.leaf('numero_sospeso', padded(numero, 7));
      continue;
    }
    xml.open('sospeso');
    xml.leaf('numero_provvisorio', padded(numero, 7));
    if (cents !== undefined) xml.leaf('importo_provvisorio', amountText(cents, giornale.decimals));
    xml.close('sospeso');
  }
}
