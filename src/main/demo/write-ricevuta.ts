import { completeRicevuta } from './ricevuta-draft.ts';
import type { CompleteRicevuta, RicevutaDraft } from './ricevuta-draft.ts';
import { soapBase64, soapClose, soapOpen } from './soap.ts';
import { pagamentiNamespace } from './write-flusso.ts';
import { writeReceipt } from './write-receipt.ts';
import { writeRt } from './write-rt.ts';
import { XmlLines, declaration } from './xml-lines.ts';

export type { RicevutaDraft, TransferDraft } from './ricevuta-draft.ts';

/** The namespace of `paSendRT` and `paSendRTV2`. */
export const paForNodeNamespace = 'http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd';

/** A receipt, in the shape that the draft asks for. */
export function ricevutaXml(draft: RicevutaDraft): string {
  const ricevuta = completeRicevuta(draft);
  return ricevuta.shape === 'rt' ? rtXml(ricevuta) : receiptXml(ricevuta);
}

/** An RT 6.2; in a SOAP envelope it travels as base64 inside `paaInviaRT`. */
function rtXml(ricevuta: CompleteRicevuta): string {
  const { draft } = ricevuta;
  const prefix = draft.prefix ?? 'pay_i';
  const xml = new XmlLines(draft.indent ?? true, prefix === '' ? '' : `${prefix}:`);
  xml.raw(draft.declaration ?? declaration());
  xml.open(
    'RT',
    prefix === '' ? ` xmlns="${pagamentiNamespace}"` : ` xmlns:${prefix}="${pagamentiNamespace}"`,
  );
  writeRt(xml, ricevuta);
  xml.close('RT');
  return draft.soap === true ? soapBase64('paaInviaRT', 'rt', xml.text()) : xml.text();
}

/** `paSendRTV2Request`, `paSendRTReq` or the bare `receipt`; the children have no namespace. */
function receiptXml(ricevuta: CompleteRicevuta): string {
  const { draft, shape } = ricevuta;
  const xml = new XmlLines(draft.indent ?? true, '');
  xml.raw(draft.declaration ?? declaration());
  if (shape === 'receipt') {
    writeReceipt(xml, ricevuta);
    return xml.text();
  }
  const prefix = draft.prefix ?? 'pafn';
  const name = shape === 'paSendRTV2' ? 'paSendRTV2Request' : 'paSendRTReq';
  const soap = draft.soap ?? true;
  if (soap) soapOpen(xml);
  xml.usePrefix(`${prefix}:`);
  xml.open(name, ` xmlns:${prefix}="${paForNodeNamespace}"`);
  xml.usePrefix('');
  xml.leaf('idPA', ricevuta.enteCodiceFiscale);
  xml.leaf('idBrokerPA', ricevuta.station.split('_')[0] ?? ricevuta.station);
  xml.leaf('idStation', ricevuta.station);
  writeReceipt(xml, ricevuta);
  xml.usePrefix(`${prefix}:`);
  xml.close(name);
  if (soap) soapClose(xml);
  return xml.text();
}
