import type { FlussoHeader, RigaFlusso } from '../../shared/domain/flusso.ts';
import { inventedEnte } from './invented-ente.ts';
import { XmlLines, amountText, declaration } from './xml-lines.ts';
import type { Decimals } from './xml-lines.ts';

/** A row to write; a `RigaFlusso` is itself a draft. */
export interface RigaDraft extends Partial<Omit<RigaFlusso, 'iuv' | 'iur' | 'cents' | 'date'>> {
  readonly iuv: string;
  readonly iur: string;
  readonly cents: number;
  /** Default: the flow's own day. */
  readonly date?: string;
  /** `singoloImportoPagato` as it must stand in the file. */
  readonly importo?: string;
}

/** A flusso di rendicontazione to write; only `iuf` and `righe` have no sensible default. */
export interface FlussoDraft extends Partial<
  Omit<FlussoHeader, 'iuf' | 'date' | 'declaredCents' | 'declaredCount' | 'revision'>
> {
  readonly iuf: string;
  readonly righe: readonly RigaDraft[];
  /** `dataRegolamento`; default the day that opens the IUF. */
  readonly date?: string;
  /** Left out of the file unless told. */
  readonly revision?: number;
  readonly declaredCents?: number;
  readonly declaredCount?: number;
  readonly pspCodeType?: 'A' | 'B' | 'G';
  /** Default `pay_i`; the empty one puts the namespace on the root. */
  readonly prefix?: string;
  /** `null` writes no namespace at all. */
  readonly namespace?: string | null;
  readonly versioneOggetto?: '1.0' | '1.1';
  readonly decimals?: Decimals;
  /** Default false: real flows come on one line. */
  readonly indent?: boolean;
  readonly declaration?: string;
}

/** The namespace of FDR-1 and of the RT 6.2. */
export const pagamentiNamespace = 'http://www.digitpa.gov.it/schemas/2011/Pagamenti/';

/** The attributes that put `prefix` (or the default namespace) in force on a root. */
export function namespaceAttribute(prefix: string, namespace: string | null): string {
  if (namespace === null) return '';
  return prefix === '' ? ` xmlns="${namespace}"` : ` xmlns:${prefix}="${namespace}"`;
}

/** An FDR-1 `FlussoRiversamento` as a PSP would send it. */
export function flussoXml(draft: FlussoDraft): string {
  const prefix = draft.prefix ?? 'pay_i';
  const date = draft.date ?? draft.iuf.slice(0, 10);
  const xml = new XmlLines(draft.indent ?? false, prefix === '' ? '' : `${prefix}:`);
  const namespace = draft.namespace === undefined ? pagamentiNamespace : draft.namespace;
  xml.raw(draft.declaration ?? declaration());
  xml.open('FlussoRiversamento', namespaceAttribute(prefix, namespace));
  writeHeader(xml, draft, date);
  for (const riga of draft.righe) {
    xml.open('datiSingoliPagamenti');
    xml.leaf('identificativoUnivocoVersamento', riga.iuv);
    xml.leaf('identificativoUnivocoRiscossione', riga.iur);
    xml.leaf('indiceDatiSingoloPagamento', riga.index === undefined ? 1 : riga.index);
    xml.leaf('singoloImportoPagato', riga.importo ?? amountText(riga.cents, draft.decimals));
    xml.leaf('codiceEsitoSingoloPagamento', riga.esito ?? 0);
    xml.leaf('dataEsitoSingoloPagamento', riga.date ?? date);
    xml.close('datiSingoliPagamenti');
  }
  xml.close('FlussoRiversamento');
  return xml.text();
}

/** An invented TRN of the transfer, at most 35 characters. */
function trnOf(iuf: string): string {
  return `TRN${iuf.replaceAll('-', '')}`.slice(0, 35);
}

function writeHeader(xml: XmlLines, draft: FlussoDraft, date: string): void {
  const total = draft.righe.reduce((sum, riga) => sum + riga.cents, 0);
  xml.leaf('versioneOggetto', draft.versioneOggetto ?? '1.0');
  xml.leaf('identificativoFlusso', draft.iuf);
  xml.leaf('revisioneFlusso', draft.revision);
  xml.leaf('dataOraFlusso', draft.createdAt ?? `${date}T18:30:00`);
  xml.leaf('identificativoUnivocoRegolamento', draft.regolamento ?? trnOf(draft.iuf));
  xml.leaf('dataRegolamento', date);
  xml.open('istitutoMittente');
  xml.open('identificativoUnivocoMittente');
  xml.leaf('tipoIdentificativoUnivoco', draft.pspCodeType ?? 'B');
  xml.leaf('codiceIdentificativoUnivoco', draft.pspCode ?? 'BINVIT9X');
  xml.close('identificativoUnivocoMittente');
  xml.leaf('denominazioneMittente', draft.pspName === undefined ? 'Banca Invenzione' : draft.pspName);
  xml.close('istitutoMittente');
  xml.leaf('codiceBicBancaDiRiversamento', 'BINVIT9X');
  xml.open('istitutoRicevente');
  xml.open('identificativoUnivocoRicevente');
  xml.leaf('tipoIdentificativoUnivoco', 'G');
  xml.leaf('codiceIdentificativoUnivoco', draft.enteCodiceFiscale ?? inventedEnte.codiceFiscale);
  xml.close('identificativoUnivocoRicevente');
  const name = draft.enteDenominazione;
  xml.leaf('denominazioneRicevente', name === undefined ? inventedEnte.denominazione : name);
  xml.close('istitutoRicevente');
  xml.leaf('numeroTotalePagamenti', draft.declaredCount ?? draft.righe.length);
  xml.leaf('importoTotalePagamenti', amountText(draft.declaredCents ?? total));
}
