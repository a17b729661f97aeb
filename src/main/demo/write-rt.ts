import { amountText } from './xml-lines.ts';
import type { XmlLines } from './xml-lines.ts';
import type { CompleteRicevuta, TransferDraft } from './ricevuta-draft.ts';
import { remittance } from './write-receipt.ts';

/** Writes the content of an `RT` of version 6.2; the position of a detail is its index. */
export function writeRt(xml: XmlLines, ricevuta: CompleteRicevuta): void {
  const { iuv } = ricevuta.draft;
  xml.leaf('versioneOggetto', '6.2.0');
  xml.open('dominio');
  xml.leaf('identificativoDominio', ricevuta.enteCodiceFiscale);
  xml.leaf('identificativoStazioneRichiedente', ricevuta.station);
  xml.close('dominio');
  xml.leaf('identificativoMessaggioRicevuta', `RT${ricevuta.receiptId}`.slice(0, 35));
  xml.leaf('dataOraMessaggioRicevuta', ricevuta.issuedAt);
  xml.leaf('riferimentoMessaggioRichiesta', `RPT${iuv}`.slice(0, 35));
  xml.leaf('riferimentoDataRichiesta', ricevuta.paidOn);
  writeSubjects(xml, ricevuta);
  xml.open('datiPagamento');
  xml.leaf('codiceEsitoPagamento', esitoOf(ricevuta));
  xml.leaf('importoTotalePagato', amountText(ricevuta.totalCents));
  xml.leaf('identificativoUnivocoVersamento', iuv);
  xml.leaf('CodiceContestoPagamento', ricevuta.receiptId);
  for (const transfer of ricevuta.transfers) writeDetail(xml, ricevuta, transfer);
  xml.close('datiPagamento');
}

/** 0 paid, 1 not paid, 2 paid in part. */
function esitoOf(ricevuta: CompleteRicevuta): number {
  if (!ricevuta.paid) return 1;
  return ricevuta.transfers.every((transfer) => transfer.paid) ? 0 : 2;
}

function writeSubjects(xml: XmlLines, ricevuta: CompleteRicevuta): void {
  xml.open('istitutoAttestante');
  writeIdentifier(xml, 'Attestante', 'B', ricevuta.pspCode);
  xml.leaf('denominazioneAttestante', ricevuta.pspName);
  xml.close('istitutoAttestante');
  xml.open('enteBeneficiario');
  writeIdentifier(xml, 'Beneficiario', 'G', ricevuta.enteCodiceFiscale);
  xml.leaf('denominazioneBeneficiario', ricevuta.enteDenominazione);
  xml.close('enteBeneficiario');
  const { payer } = ricevuta.draft;
  if (payer !== undefined) {
    xml.open('soggettoVersante');
    writeIdentifier(xml, 'Versante', 'F', payer.codiceFiscale);
    xml.leaf('anagraficaVersante', payer.name);
    xml.close('soggettoVersante');
  }
  xml.open('soggettoPagatore');
  writeIdentifier(xml, 'Pagatore', /^\d{11}$/.test(ricevuta.debtorCode) ? 'G' : 'F', ricevuta.debtorCode);
  xml.leaf('anagraficaPagatore', ricevuta.debtorName);
  xml.close('soggettoPagatore');
}

function writeIdentifier(xml: XmlLines, role: string, type: string, code: string): void {
  xml.open(`identificativoUnivoco${role}`);
  xml.leaf('tipoIdentificativoUnivoco', type);
  xml.leaf('codiceIdentificativoUnivoco', code);
  xml.close(`identificativoUnivoco${role}`);
}

function writeDetail(xml: XmlLines, ricevuta: CompleteRicevuta, transfer: Required<TransferDraft>): void {
  const { iuv } = ricevuta.draft;
  xml.open('datiSingoloPagamento');
  xml.leaf('singoloImportoPagato', amountText(transfer.cents));
  xml.leaf('esitoSingoloPagamento', transfer.paid ? 'PAGATA' : 'NON PAGATA');
  xml.leaf('dataEsitoSingoloPagamento', ricevuta.paidOn);
  xml.leaf('identificativoUnivocoRiscossione', transfer.iur);
  xml.leaf(
    'causaleVersamento',
    transfer.description ?? remittance(iuv, transfer.cents, ricevuta.description),
  );
  xml.leaf('datiSpecificiRiscossione', transfer.category);
  if (transfer.bollo) {
    xml.open('allegatoRicevuta');
    xml.leaf('tipoAllegatoRicevuta', 'BD');
    xml.leaf('testoAllegato', 'TUFSQ0EgREEgQk9MTE8gSU5WRU5UQVRB');
    xml.close('allegatoRicevuta');
  }
  xml.close('datiSingoloPagamento');
}
