import { inventedEnte } from '../../src/main/demo/invented-ente.ts';
import type { FlussoDraft, RigaDraft } from '../../src/main/demo/write-flusso.ts';
import { amountText } from '../../src/main/demo/xml-lines.ts';
import { rowsOf } from '../main/importers/columns.ts';

const flussiHeader =
  'identificativoFlusso,dataOraFlusso,identificativoDominio,identificativoUnivocoRegolamento,dataRegolamento,codiceBicBancaDiRiversamento,numeroTotalePagamenti,importoTotalePagamenti,identificativoUnivocoVersamento,identificativoUnivocoRiscossione,indiceDatiSingoloPagamento,singoloImportoPagato,codiceEsitoSingoloPagamento,dataEsitoSingoloPagamento,denominazioneMittente,identificativoMittente,denominazioneRicevente,identificativoRicevente';

/** What a list needs to be told of a flusso, beside what its XML would take from elsewhere. */
export type ListedFlusso = FlussoDraft & {
  readonly createdAt: string;
  readonly regolamento: string;
};

/** `govpay_flussi_rendicontazione.csv`; the rows of the flussi one after the other, or in the order of `at`. */
export function govpayFlussiCsv(
  flussi: readonly ListedFlusso[],
  at: (flusso: number, riga: number) => number = (flusso) => flusso,
): string {
  const rows = flussi.flatMap((flusso, i) =>
    flusso.righe.map((riga, j) => ({ order: at(i, j), row: flussoRow(flusso, riga) })),
  );
  return rowsOf(
    flussiHeader,
    rows.toSorted((a, b) => a.order - b.order).map(({ row }) => row),
    ',',
  );
}

function flussoRow(flusso: ListedFlusso, riga: RigaDraft): Record<string, string | number> {
  const date = flusso.date ?? flusso.iuf.slice(0, 10);
  const total = flusso.righe.reduce((sum, { cents }) => sum + cents, 0);
  return {
    identificativoFlusso: flusso.iuf,
    // GovPay always writes three decimals of a second.
    dataOraFlusso: flusso.createdAt.includes('.') ? flusso.createdAt : `${flusso.createdAt}.000`,
    identificativoDominio: inventedEnte.codiceFiscale,
    identificativoUnivocoRegolamento: flusso.regolamento,
    dataRegolamento: date,
    codiceBicBancaDiRiversamento: 'BINVIT9X',
    numeroTotalePagamenti: flusso.declaredCount ?? flusso.righe.length,
    importoTotalePagamenti: amountText(flusso.declaredCents ?? total),
    identificativoUnivocoVersamento: riga.iuv,
    identificativoUnivocoRiscossione: riga.iur,
    indiceDatiSingoloPagamento: (riga.index === undefined ? 1 : riga.index) ?? '',
    singoloImportoPagato: amountText(riga.cents),
    codiceEsitoSingoloPagamento: riga.esito ?? 0,
    dataEsitoSingoloPagamento: riga.date ?? date,
    denominazioneMittente: flusso.pspName ?? 'Banca Invenzione',
    identificativoMittente: flusso.pspCode ?? 'BINVIT9X',
    denominazioneRicevente: flusso.enteDenominazione ?? inventedEnte.denominazione,
    identificativoRicevente: flusso.enteCodiceFiscale ?? inventedEnte.codiceFiscale,
  };
}

const consoleHeader = 'IDFLUSSO;IDPSP;IDDOMINIO;IUV;IUR;IMPORTO;DATA;ESITO;IDPENDENZA;CAUSALE;DEBITORE_ID';

/** One flusso as the console of GovPay writes it out. */
export function govpayConsoleCsv(flusso: FlussoDraft): string {
  const rows = flusso.righe.map(({ iuv, iur, cents, esito = 0, date = flusso.iuf.slice(0, 10) }) => ({
    IDFLUSSO: flusso.iuf,
    IDPSP: flusso.pspCode ?? 'BINVIT9X',
    IDDOMINIO: flusso.enteCodiceFiscale ?? inventedEnte.codiceFiscale,
    IUV: iuv,
    IUR: iur,
    IMPORTO: amountText(cents),
    DATA: date,
    ESITO: esito,
  }));
  return rowsOf(consoleHeader, rows);
}

const ricevuteHeader =
  'idA2A,idPendenza,idDocumento,descrizioneDocumento,codiceRata,dataScadenza,idVocePendenza,descrizioneVocePendenza,idTipoPendenza,descrizione,anno,identificativoDebitore,anagraficaDebitore,identificativoDominio,identificativoUnivocoVersamento,codiceContestoPagamento,indiceDati,identificativoUnivocoRiscossione,modelloPagamento,singoloImportoPagato,dataEsitoSingoloPagamento,causaleVersamento,datiSpecificiRiscossione,datiAllegati,datiAllegatiVoce,denominazioneAttestante,identificativoAttestante,contabilita';

/** One line of a receipt: a payment to us unless told. */
export interface ListedPayment {
  readonly iuv: string;
  readonly iur: string;
  readonly cents: number;
  readonly index?: number | null;
  readonly paidOn: string;
  readonly ente?: string;
}

/** `govpay_rendicontazione.csv` of these payments. */
export function govpayRicevuteCsv(payments: readonly ListedPayment[]): string {
  const rows = payments.map(({ iuv, iur, cents, index, paidOn, ente = inventedEnte.codiceFiscale }) => ({
    idPendenza: `P-${iuv}`,
    identificativoDebitore: 'FNTPPP00A01X000X',
    anagraficaDebitore: 'Finto, Pippo',
    identificativoDominio: ente,
    identificativoUnivocoVersamento: iuv,
    codiceContestoPagamento: iur,
    indiceDati: index ?? 1,
    identificativoUnivocoRiscossione: iur,
    singoloImportoPagato: amountText(cents),
    dataEsitoSingoloPagamento: paidOn,
    causaleVersamento: 'Pagamento',
    datiSpecificiRiscossione: '9/0101108TS/',
  }));
  return rowsOf(ricevuteHeader, rows, ',');
}
