import { bytesInMemory, type ByteSource } from '../bytes.ts';
import { mayBeMessage } from './mime-headers.ts';
import { bareText, beginningOfBase64 } from './base64.ts';

/** Base64 in base64 in base64: more is not looked through. */
const deepestLook = 4;
const enoughToTell = 512;

/** True when something begins as a document or as a wrapper of one, whether or not it then is. */
export function looksLikeDocument(source: ByteSource, depth = 0): boolean {
  const first = Buffer.from(source.read(0, enoughToTell));
  const text = first
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (/^<[A-Za-z_!?]/.test(text) || /^[[{]\s*["{]/.test(text)) return true;
  if (/^-----BEGIN |^data:/.test(text)) return true;
  if (/^(?:504b0304|1f8b08)/.test(first.subarray(0, 4).toString('hex'))) return true;
  // UTF-16, with or without its byte order mark.
  if (/^(?:\u00ff\u00fe)?<\0|^(?:\u00fe\u00ff)?\0</.test(text)) return true;
  if (isSignedOrSealed(first) || mayBeMessage(text)) return true;
  if (depth >= deepestLook) return false;
  const inner = beginningOfBase64(bareText(source), enoughToTell);
  return inner.length > 0 && looksLikeDocument(bytesInMemory(inner), depth + 1);
}

/** True for the beginning of a CMS message: a sequence that opens with one of the identifiers of PKCS #7. */
export function isSignedOrSealed(first: Uint8Array): boolean {
  return first[0] === 0x30 && Buffer.from(first.subarray(0, 40)).includes(pkcs7);
}

const pkcs7 = Buffer.from('06092a864886f70d0107', 'hex');
