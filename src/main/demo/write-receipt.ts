import { amountText } from './xml-lines.ts';
import type { XmlLines } from './xml-lines.ts';
import type { CompleteRicevuta, TransferDraft } from './ricevuta-draft.ts';

/** Writes the `receipt` of paSendRT and paSendRTV2. */
export function writeReceipt(xml: XmlLines, ricevuta: CompleteRicevuta): void {
  xml.open('receipt');
  xml.leaf('receiptId', ricevuta.receiptId);
  xml.leaf('noticeNumber', ricevuta.noticeNumber);
  xml.leaf('fiscalCode', ricevuta.enteCodiceFiscale);
  xml.leaf('outcome', ricevuta.paid ? 'OK' : 'KO');
  xml.leaf('creditorReferenceId', ricevuta.draft.iuv);
  xml.leaf('paymentAmount', amountText(ricevuta.totalCents));
  xml.leaf('description', ricevuta.description);
  xml.leaf('companyName', ricevuta.enteDenominazione);
  xml.leaf('officeName', 'Ufficio Tributi');
  writeSubject(xml, 'debtor', ricevuta.debtorCode, ricevuta.debtorName);
  xml.open('transferList');
  for (const transfer of ricevuta.transfers) writeTransfer(xml, ricevuta, transfer);
  xml.close('transferList');
  xml.leaf('idPSP', ricevuta.pspCode);
  xml.leaf('pspFiscalCode', '99000002223');
  xml.leaf('PSPCompanyName', ricevuta.pspName);
  xml.leaf('idChannel', '99000002223_01');
  xml.leaf('channelDescription', 'app');
  const { payer, feeCents } = ricevuta.draft;
  if (payer !== undefined) writeSubject(xml, 'payer', payer.codiceFiscale, payer.name);
  xml.leaf('paymentMethod', 'CP');
  if (feeCents !== undefined) xml.leaf('fee', amountText(feeCents));
  xml.leaf('paymentDateTime', ricevuta.draft.paidOn === null ? undefined : ricevuta.issuedAt);
  xml.leaf('applicationDate', ricevuta.draft.paidOn === null ? undefined : ricevuta.paidOn);
  xml.leaf('transferDate', ricevuta.draft.paidOn === null ? undefined : ricevuta.paidOn);
  xml.close('receipt');
}

function writeSubject(xml: XmlLines, role: 'debtor' | 'payer', code: string, name: string): void {
  xml.open(role);
  xml.open('uniqueIdentifier');
  xml.leaf('entityUniqueIdentifierType', /^\d{11}$/.test(code) ? 'G' : 'F');
  xml.leaf('entityUniqueIdentifierValue', code);
  xml.close('uniqueIdentifier');
  xml.leaf('fullName', name);
  xml.leaf('streetName', 'Via delle Prove');
  xml.leaf('civicNumber', '7/B');
  xml.leaf('postalCode', '99099');
  xml.leaf('city', 'Montefiorino di Sotto');
  xml.leaf('stateProvinceRegion', 'XX');
  xml.leaf('country', 'IT');
  xml.close(role);
}

/** In V2 a marca da bollo carries its attachment where the others carry the IBAN. */
function writeTransfer(xml: XmlLines, ricevuta: CompleteRicevuta, transfer: Required<TransferDraft>): void {
  const { iuv } = ricevuta.draft;
  xml.open('transfer');
  xml.leaf('idTransfer', transfer.index);
  xml.leaf('transferAmount', amountText(transfer.cents));
  xml.leaf('fiscalCodePA', transfer.enteCodiceFiscale);
  if (ricevuta.shape === 'paSendRTV2') xml.leaf('companyName', transfer.enteDenominazione);
  if (transfer.bollo) xml.leaf('MBDAttachment', 'TUFSQ0EgREEgQk9MTE8gSU5WRU5UQVRB');
  else xml.leaf('IBAN', 'IT00X0990903200000000004217');
  const text = transfer.description ?? remittance(iuv, transfer.cents, ricevuta.description);
  xml.leaf('remittanceInformation', text);
  xml.leaf('transferCategory', transfer.category);
  xml.close('transfer');
}

/** `/RFB/…` (or `/RFS/…` for an ISO 11649 reference), at most 140 characters. */
export function remittance(iuv: string, cents: number, description: string): string {
  const keyword = iuv.startsWith('RF') ? 'RFS' : 'RFB';
  return `/${keyword}/${iuv}/${amountText(cents)}/TXT/${description}`.slice(0, 140);
}
