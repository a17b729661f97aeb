import { XmlLines, declaration } from './xml-lines.ts';

const soapNamespace = 'http://schemas.xmlsoap.org/soap/envelope/';
const nodoNamespace = 'http://ws.pagamenti.telematici.gov/';

/** Opens a SOAP 1.1 envelope. */
export function soapOpen(xml: XmlLines): void {
  xml.usePrefix('soapenv:');
  xml.open('Envelope', ` xmlns:soapenv="${soapNamespace}"`);
  xml.raw('<soapenv:Header/>');
  xml.open('Body');
}

/** Closes what `soapOpen` opened. */
export function soapClose(xml: XmlLines): void {
  xml.usePrefix('soapenv:');
  xml.close('Body');
  xml.close('Envelope');
}

/** A document travelling as base64 inside one element of a SOAP message of the Nodo. */
export function soapBase64(operation: string, element: string, document: string): string {
  const xml = new XmlLines(true, '');
  xml.raw(declaration());
  soapOpen(xml);
  xml.usePrefix('ppt:');
  xml.open(operation, ` xmlns:ppt="${nodoNamespace}"`);
  xml.usePrefix('');
  if (element === 'rt') xml.raw('<tipoFirma/>');
  xml.leaf(element, Buffer.from(document, 'utf8').toString('base64'));
  xml.usePrefix('ppt:');
  xml.close(operation);
  soapClose(xml);
  return xml.text();
}

/** The answer of the Nodo to who asks for a flusso. */
export function soapFlusso(flusso: string): string {
  return soapBase64('nodoChiediFlussoRendicontazioneRisposta', 'xmlRendicontazione', flusso);
}
