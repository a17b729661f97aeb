import { capitals, digits, type Chance } from './chance.ts';
import { day, drawIuf, drawIuv, unseenIuf } from './identifiers.ts';
import { causale, insert, linesOf, type Sample } from './sample.ts';
import { drawMarker, drawPrefix, drawSuffix, drawWords } from './surroundings.ts';

const maybe = (chance: Chance, draw: (chance: Chance) => string) => (chance.once(2) ? '' : draw(chance));

/** d5: a blank in the date, after it, in the PSP or beside its dash. */
export function blankBeforeCode(chance: Chance): Sample {
  const { text: iuf, codeAt } = drawIuf(chance);
  const marker = drawMarker(chance);
  const at = chance.once(2) ? 1 + chance.below(10) : 1 + chance.below(codeAt);
  const broken = insert(iuf, at, chance.pick([' ', ' ', '  ', '\n', '\u00a0']));
  const texts = causale(maybe(chance, drawPrefix) + marker.text + broken + maybe(chance, drawSuffix));
  return { texts, wants: { as: 'iuf', iuf, prog: marker.prog } };
}

/** d5: a blank in the code, where another word could begin as well. */
export function blankInCode(chance: Chance): Sample {
  const { text: iuf, codeAt } = drawIuf(chance);
  const marker = drawMarker(chance);
  const at = codeAt + 1 + chance.below(iuf.length - codeAt - 1);
  const broken = insert(iuf, at, chance.pick([' ', ' ', '\n']));
  const texts = causale(maybe(chance, drawPrefix) + marker.text + broken + maybe(chance, drawSuffix));
  return { texts, wants: { as: 'doubt', iuf, prog: marker.prog } };
}

/** d5: lines of 35 characters (or of two or three times as many), counted from several beginnings. */
export function linesOf35(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const marker = drawMarker(chance);
  const before = maybe(chance, drawPrefix).replace(/\n/g, ' ');
  const all = before + marker.text + iuf + maybe(chance, drawSuffix).replace(/\n/g, ' ');
  const tag = before.lastIndexOf(':') + 1;
  const from = chance.pick([0, 0, 0, before.length, tag]);
  const width = chance.pick([35, 35, 35, 70]);
  const lines = linesOf(all, width, from);
  const separator = chance.pick([' ', '\n', '\r\n', ' \n']);
  const wants = { as: 'iuf', iuf, prog: marker.prog } as const;
  if (chance.once(5)) return { texts: causale(...lines), wants };
  return { texts: causale(lines.join(separator)), wants };
}

/** d5: several blanks, at random. */
export function manyBlanks(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const marker = drawMarker(chance);
  let broken = marker.text + iuf;
  const times = 2 + chance.below(4);
  for (let i = 0; i < times; i++) broken = insert(broken, 1 + chance.below(broken.length - 1), ' ');
  return {
    texts: causale(maybe(chance, drawPrefix) + broken + maybe(chance, drawSuffix)),
    wants: { as: 'doubt', iuf, prog: marker.prog },
  };
}

/** No code of fewer characters was ever seen, so that one that is left of a cut can be told. */
const shortestCode = 10;

/** d9: the end of the text is missing, somewhere in the IUF. */
export function cutAnywhere(chance: Chance): Sample {
  const { text: iuf, codeAt } = drawIuf(chance);
  const before = maybe(chance, drawPrefix) + drawMarker(chance).text;
  const left = chance.below(iuf.length);
  const text = before + iuf.slice(0, left);
  return { texts: causale(text), wants: { as: 'cut', iuf, wholeLooking: left - codeAt >= shortestCode } };
}

/** d9: cut at the width of a field. */
export function cutAtField(chance: Chance): Sample {
  const { text: iuf, codeAt } = drawIuf(chance);
  const marker = drawMarker(chance).text;
  const width = chance.pick([30, 35, 70, 105, 140, 255, 512]);
  const left = chance.below(iuf.length);
  const padding = width - marker.length - left;
  if (padding < 0)
    return { texts: causale((marker + iuf).slice(0, width)), wants: { as: 'cut', iuf, wholeLooking: false } };
  let before = '';
  while (before.length < padding) before += `${drawWords(chance)} `;
  const text = before.slice(before.length - padding) + marker + iuf.slice(0, left);
  // At such a width even a whole-looking IUF is no more than likely.
  return { texts: causale(text), wants: { as: 'cut', iuf, wholeLooking: left - codeAt >= shortestCode } };
}

/** d9: the end-to-end id holds the first 35 characters, the causale nothing. */
export function cutEndToEnd(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const endToEnd = (drawMarker(chance).text + iuf).slice(0, chance.pick([30, 34, 35]));
  return {
    texts: { ...causale(drawWords(chance)), endToEnd },
    wants: { as: 'cut', iuf, wholeLooking: false },
  };
}

/** d10: shapes older than the rule. */
export function oldShapes(chance: Chance): Sample {
  const marker = drawMarker(chance).text;
  const after = chance.pick(['', ' TRN 12', ' ACCREDITO', ' /BON.SEPA TRN 1201160260177342']);
  const date = day(chance, 2012, 2019);
  const bic = `${chance.text(4, capitals)}IT${chance.text(2, digits)}`;
  const hex = () => chance.text(32, '0123456789abcdef');
  const time = () =>
    `${chance.pick(['08', '12', '23'])}:${chance.text(1, '012345')}0:45.${chance.text(3, digits)}`;
  const half = hex();
  const found = (iuf: string, text = iuf): Sample => ({
    texts: causale(marker + text + after),
    wants: { as: 'iuf', iuf },
  });
  return chance.pick<() => Sample>([
    () => found(`${date}${bic}-${time()}`),
    () => found(`${date}${bic}-${chance.text(4, digits)}.${chance.text(5, digits)}`),
    () => found(half, half + hex()),
    () => found(half, `${half} ${hex()}`),
    () => found(half),
    () => found(`${date}ABI${chance.text(11, digits)}`),
    () => found(`${date}-${chance.text(3, capitals)}-${chance.text(3, digits)}`),
    () =>
      found(
        `${date}${bic}${chance.text(4, '123456789')}${chance.text(1, capitals)}${chance.text(3, digits)}`,
      ),
    () => ({
      texts: causale(`${marker}${date.slice(0, 8)}${date}${bic}-${chance.text(10, digits)}${after}`),
      wants: { as: 'unreadable' },
    }),
    () => ({
      texts: causale(`${marker}${date}${bic}-${chance.text(20, digits)}${after}`),
      wants: { as: 'unreadable' },
    }),
  ])();
}

/** d11: an IUV, or an IUR taken for one, where the IUF belongs. */
export function iuvInPlace(chance: Chance): Sample {
  const iuv = drawIuv(chance);
  const after = chance.pick(['', ' ACCREDITO', '/12.30', ' TRN 120116026', '/TXT/TARI 2024']);
  return {
    texts: causale(maybe(chance, drawPrefix) + drawMarker(chance).text + iuv + after),
    wants: { as: 'iuv', iuv, cents: after === '/12.30' ? 1230 : null },
  };
}

/** d13: a single transfer, with its amount in many forms. */
export function amounts(chance: Chance): Sample {
  const iuv = drawIuv(chance);
  const cents = 1 + chance.below(chance.pick([1000, 100000, 10000000]));
  const [euro, rest] = [Math.floor(cents / 100), String(cents % 100).padStart(2, '0')];
  const decimals = rest.endsWith('0') && chance.once(2) ? rest.slice(0, 1) : rest;
  const amount = `${euro}${chance.pick(['.', ','])}${decimals}`;
  const open = chance.pick([
    '/RFB/',
    '/RFS/',
    'RFB/',
    'RFS/',
    '/rfb/',
    'RFB ',
    ' /RFB/ ',
    ':RI1:/RFB/',
    'ACCREDITI VARI /RFS/',
    '.RFB.',
  ]);
  const grouped = iuv.startsWith('RF') && chance.once(2) ? iuv.replace(/(.{4})(?=.)/g, '$1 ') : iuv;
  const after = chance.pick(['', '/TXT/TARI 2024', ' TRN 1', '/TXT/Diritti e segreteria', ' ']);
  return { texts: causale(`${open}${grouped}/${amount}${after}`), wants: { as: 'iuv', iuv, cents } };
}

/** IUFs that the rule allows and nobody has seen: other PSPs, other codes. */
export function otherCodes(chance: Chance): Sample {
  const iuf = unseenIuf(chance);
  const marker = drawMarker(chance);
  return {
    texts: causale(maybe(chance, drawPrefix) + marker.text + iuf + maybe(chance, drawSuffix)),
    wants: { as: 'iuf', iuf, prog: marker.prog },
  };
}

/** A number after the IUF, set apart by no more than a blank. */
export function numberBehind(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const marker = drawMarker(chance);
  const number = chance.text(1 + chance.below(18), digits);
  const after = chance.pick([
    number,
    `${number} RATE`,
    `${number}/2024`,
    `${number} 00100 COLLEVERDE`,
    `${number},00 EUR`,
    day(chance),
    `${number} - ORD`,
  ]);
  return { texts: causale(`${marker.text}${iuf} ${after}`), wants: { as: 'doubt', iuf, prog: marker.prog } };
}

/** d9: cut, and something of the bank behind the cut. */
export function cutAndGoesOn(chance: Chance): Sample {
  const { text: iuf, codeAt } = drawIuf(chance);
  const left = chance.below(iuf.length);
  const text = drawMarker(chance).text + iuf.slice(0, left);
  const after = chance.pick([
    ' ACCREDITO BOLLETTINO',
    ' :SEC:CASH',
    ' TRN 120116026',
    ' DA ESEMPIO SPA',
    '...',
    ' [...]',
  ]);
  return {
    texts: causale(text + after),
    wants: { as: 'cut', iuf, wholeLooking: left - codeAt >= shortestCode },
  };
}
