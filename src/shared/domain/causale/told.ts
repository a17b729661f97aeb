import { iufKey } from '../iuf.ts';
import type { Extraction } from './extraction.ts';
import { findIuv } from './iuv-in-text.ts';
import type { KnownIufs } from './known-iufs.ts';
import { textOf } from './prepare.ts';
import { readText } from './read-text.ts';

/**
 * Some lists have a column for the IUF, or for the IUV: nobody has to look for it in a causale. What the column says is
 * kept among the texts of the bank under its own name, and the causale stays as it was written.
 */
export function toldByName(told: { readonly iuf: string | null; readonly iuv: string | null }): string[] {
  return [
    ...(told.iuf === null || !isCode(told.iuf) ? [] : [`IUF: ${told.iuf}`]),
    ...(told.iuv === null || !isCode(told.iuv) ? [] : [`IUV: ${told.iuv}`]),
  ];
}

/** Lists fill empty columns with dashes, zeros and `N/A`: a code has digits, and eight characters at least. */
function isCode(text: string): boolean {
  return /\d/.test(text) && /[1-9A-Z]/i.test(text) && text.replaceAll(/[^0-9A-Z]/gi, '').length >= 8;
}

const named = /^IU([FV]): (.+)$/;

/** What a list tells by name, read as it would be behind the marker of the specification; null when it tells nothing. */
export function readToldByName(bankTexts: readonly string[], known: KnownIufs): Extraction | null {
  let iuv: Extraction | null = null;
  for (const text of bankTexts) {
    const [, which, value = ''] = named.exec(text) ?? [];
    if (which === 'F') {
      const finding = readText(textOf([`/PUR/LGPE-RIVERSAMENTO/URI/${value}`]), known);
      if (finding === null) continue;
      const { worth: _, ...said } = finding;
      return { ...said, amountCents: null, source: 'bank-data' };
    }
    const found = findIuv(textOf([`/RFB/${value}`]));
    if (found !== null)
      iuv ??= {
        iuf: null,
        prog: null,
        iuv: found.iuv,
        amountCents: null,
        kind: 'iuv',
        confidence: found.confidence,
        source: 'bank-data',
        repairs: [],
        known: false,
        candidates: [],
        otherIufs: [],
      };
  }
  return iuv;
}

/**
 * What is told by name wins over what was found in the texts, unless the texts say more: the whole IUF where the column
 * holds a piece of it, or a flusso where the column names a single payment. Two different IUFs are for a person.
 */
export function withToldByName(read: Extraction, told: Extraction): Extraction {
  if (told.kind !== 'iuf' || told.iuf === null) {
    const saysMore = read.kind === 'iuf' || (told.kind !== 'iuv' && read.kind === 'iuv');
    return saysMore ? read : told;
  }
  const { prog, iuv, amountCents } = read;
  const others = read.kind === 'iuf' && read.iuf !== null ? [read.iuf, ...read.otherIufs] : [];
  const key = iufKey(told.iuf);
  const otherIufs = others.filter((iuf) => !key.startsWith(iufKey(iuf)));
  return { ...told, prog, iuv, amountCents, otherIufs };
}
