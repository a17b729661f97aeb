import { gzipSync } from 'node:zlib';
import { zip } from './zip.ts';

/** A file, wrapped or not. */
export type Bytes = string | Uint8Array;

export const base64 = (content: Bytes): string => Buffer.from(content).toString('base64');

/** Base64 as most programs write it, 64 or 76 characters to the line. */
export function lines(content: Bytes, width = 76, end = '\r\n'): string {
  return base64(content).replaceAll(new RegExp(`.{1,${width}}`, 'g'), `$&${end}`);
}

export const pem = (content: Bytes): string =>
  `-----BEGIN PKCS7-----\n${lines(content, 64, '\n')}-----END PKCS7-----\n`;

export const dataUri = (content: Bytes): string => `data:application/xml;base64,${base64(content)}`;

export const escaped = (xml: Bytes): string =>
  Buffer.from(xml).toString('utf8').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A CDATA section cannot hold its own end: it is cut in two there. */
export const cdata = (xml: Bytes): string =>
  `<![CDATA[${Buffer.from(xml).toString('utf8').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

export function soap(body: string, header = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">
<soapenv:Header>${header}</soapenv:Header><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

/** The answer of the node with a flusso, its content given as the text of the element. */
export const flussoAnswer = (text: string): string =>
  soap(
    `<ppt:nodoChiediFlussoRendicontazioneRisposta xmlns:ppt="http://ws.pagamenti.telematici.gov/"><xmlRendicontazione>${text}</xmlRendicontazione></ppt:nodoChiediFlussoRendicontazioneRisposta>`,
  );

/** A request of the node with an RT. */
export const rtRequest = (text: string, tipoFirma = ''): string =>
  soap(
    `<ns:paaInviaRT xmlns:ns="http://ws.pagamenti.telematici.gov/"><tipoFirma>${tipoFirma}</tipoFirma><rt>${text}</rt></ns:paaInviaRT>`,
    '<ns:intestazionePPT xmlns:ns="http://ws.pagamenti.telematici.gov/ppthead"><identificativoDominio>00000000018</identificativoDominio></ns:intestazionePPT>',
  );

/** An MTOM answer: the envelope refers to the file, which follows as it is. */
export function mtom(content: Bytes, { boundary = 'uuid:1-2-3', href = 'cid:file@esempio' } = {}): Buffer {
  const envelope = flussoAnswer(
    `<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="${href}"/>`,
  );
  return Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Id: <root@esempio>\r\nContent-Type: application/xop+xml;charset=utf-8;type="text/xml"\r\nContent-Transfer-Encoding: binary\r\n\r\n${envelope}\r\n`,
    ),
    Buffer.from(
      `--${boundary}\r\nContent-Id: <file@esempio>\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}

/** A message with the file attached, as mail keeps it. */
export function mail(content: Bytes, name = 'rt.xml'): string {
  return `From: psp@esempio.it\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary="=_confine"\r\n\r\n--=_confine\r\nContent-Type: text/plain\r\n\r\nIn allegato la ricevuta.\r\n--=_confine\r\nContent-Type: application/xml; name="${name}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${lines(content)}\r\n--=_confine--\r\n`;
}

export const gz = (content: Bytes): Buffer => gzipSync(content);

export const zipped = (content: Bytes): Buffer => zip([{ name: 'dentro', content }]);

/** A DER element. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([opening(tag, content.length), content]);
}

function opening(tag: number, length: number): Buffer {
  const size = bytesOf(length);
  return Buffer.from(length < 128 ? [tag, length] : [tag, 0x80 + size.length, ...size]);
}

/** A BER element that ends with a mark. */
export const open = (tag: number, ...contents: readonly Uint8Array[]): Buffer =>
  Buffer.concat([Buffer.from([tag, 0x80]), ...contents, Buffer.alloc(2)]);

/** A document signed again and again; what is around it is written once for all the times. */
export function signedOver(content: Uint8Array, times: number): Buffer {
  const before: Buffer[] = [];
  const after: Buffer[] = [];
  let { length } = content;
  for (let i = 0; i < times; i++) {
    const empty = signed(der(0xa0, der(0x04, Buffer.alloc(0))));
    const tail = empty.length - empty.lastIndexOf(certificates);
    const rest = empty.subarray(empty.length - tail);
    let head: Buffer = Buffer.alloc(0);
    let inside = length;
    const wrap = (tag: number, ...first: readonly Uint8Array[]): void => {
      inside += first.reduce((sum, one) => sum + one.length, 0);
      const start = opening(tag, inside);
      inside += start.length;
      head = Buffer.concat([start, ...first, head]);
    };
    wrap(0x04);
    wrap(0xa0);
    wrap(0x30, pkcs7(1));
    inside += rest.length;
    wrap(0x30, version, algorithms);
    wrap(0xa0);
    wrap(0x30, pkcs7(2));
    before.push(head);
    after.push(rest);
    length = inside;
  }
  return Buffer.concat([...before.toReversed(), content, ...after]);
}

function bytesOf(number: number): number[] {
  return number < 256 ? [number] : [...bytesOf(Math.floor(number / 256)), number % 256];
}

const pkcs7 = (kind: number): Buffer => der(0x06, Buffer.from(`2a864886f70d01070${kind}`, 'hex'));
const version = der(0x02, Buffer.from([1]));
const algorithms = der(0x31, der(0x30, der(0x06, Buffer.from('608648016503040201', 'hex'))));
const certificates = der(0xa0, der(0x30, Buffer.alloc(200, 1)));
const signers = der(0x31, der(0x30, Buffer.alloc(100, 2)));

/** A document signed with CAdES, DER. The signature is made of nothing. */
export const p7m = (content: Bytes): Buffer => signed(der(0xa0, der(0x04, Buffer.from(content))));

/** The same, with open ends and the document in pieces. */
export function p7mInPieces(content: Bytes, size = 1000): Buffer {
  const bytes = Buffer.from(content);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(der(0x04, bytes.subarray(at, at + size)));
  const info = open(0x30, pkcs7(1), open(0xa0, open(0x24, ...pieces)));
  return open(0x30, pkcs7(2), open(0xa0, open(0x30, version, algorithms, info, certificates, signers)));
}

/** The signature without the document. */
export const detached = (): Buffer => signed(Buffer.alloc(0));

export function sealed(): Buffer {
  return der(0x30, pkcs7(3), der(0xa0, der(0x30, version, signers)));
}

export function signed(holder: Uint8Array): Buffer {
  const info = der(0x30, pkcs7(1), holder);
  return der(0x30, pkcs7(2), der(0xa0, der(0x30, version, algorithms, info, certificates, signers)));
}
