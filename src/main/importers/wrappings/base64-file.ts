import { ok } from '../../../shared/domain/result.ts';
import { bytesInMemory } from '../bytes.ts';
import { bareText, beginningOfBase64, decodeBase64 } from './base64.ts';
import { inUtf8 } from './in-utf8.ts';
import { looksLikeDocument } from './looks.ts';
import { damaged } from './damaged.ts';
import { insideOf, type Wrapping } from './wrapping.ts';

/** A file that is the base64 of another: bare, in lines, in PEM armour or after a `data:` prefix. */
export const base64File: Wrapping = {
  name: 'base64',
  unwrap(source, head) {
    if (head.kind !== 'text') return null;
    const text = inUtf8(source);
    if (!text.ok) return null;
    const bare = bareText(text.value);
    const first = beginningOfBase64(bare, 512);
    if (first.length === 0 || !looksLikeDocument(bytesInMemory(first))) return null;
    const decoded = decodeBase64(bare);
    if (decoded === null) return damaged('base64', 'contiene caratteri che non sono base64');
    return ok([insideOf(decoded, decoded)]);
  },
};
