import { capitals, digits, type Chance } from './chance.ts';
import { drawIuf } from './identifiers.ts';
import { causale, insert, type Sample } from './sample.ts';
import { drawMarker, drawPrefix, drawSuffix, drawWords } from './surroundings.ts';

const separators = [
  '/',
  ' ',
  '.',
  '*',
  ':',
  ',',
  ';',
  '|',
  '\\',
  '-',
  '_',
  '#',
  '+',
  '//',
  ' /',
  '/ ',
  ' / ',
  '',
];

/** d1: other characters, or none, where slashes belong. */
export function otherSeparators(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const prog = chance.once(2) ? null : String(chance.below(10));
  const one = chance.pick(separators);
  const sep = () => (chance.once(2) ? one : chance.pick(separators));
  const dash = chance.once(6) ? chance.pick([' ', '.', '', '/', '_']) : '-';
  const slot = prog === null ? '' : `TXT${sep()}${prog}${sep()}`;
  const pur = chance.once(3) ? '' : `${sep()}PUR${sep()}`;
  // Something must stand between a digit before and the date.
  const text = `${pur}LGPE${dash}RIVERSAMENTO${sep()}${slot}URI${sep()}${iuf}`;
  return {
    texts: causale(text + (chance.once(2) ? '' : drawSuffix(chance))),
    wants: { as: 'iuf', iuf, prog },
  };
}

/** d2: words, tags and numbers before the marker. */
export function prefixes(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const marker = drawMarker(chance);
  const open = chance.once(4) ? marker.text.replace(/^\/(?:PUR\/)?/, '') : marker.text;
  return { texts: causale(drawPrefix(chance) + open + iuf), wants: { as: 'iuf', iuf, prog: marker.prog } };
}

/** d3: words, tags and numbers after the IUF, set apart. */
export function suffixes(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const marker = drawMarker(chance);
  return {
    texts: causale((chance.once(2) ? '' : drawPrefix(chance)) + marker.text + iuf + drawSuffix(chance)),
    wants: { as: 'iuf', iuf, prog: marker.prog },
  };
}

/** d3: a word glued to the IUF, which only who knows the flusso can take off for sure. */
export function gluedSuffixes(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const marker = drawMarker(chance);
  const word = chance.pick([
    'ACCREDITO BOLLETTINO',
    'TRN 120116',
    'BONIFICO',
    'SEPA',
    'ORD:ESEMPIO',
    'COMUNE DI PROVA',
    'EUR 12,50',
    '-ESEMPIO SPA',
    '-Esempio S.p.A.',
    '_TRN 12',
    'Da Esempio',
  ]);
  return { texts: causale(marker.text + iuf + word), wants: { as: 'doubt', iuf, prog: marker.prog } };
}

/** d4: a blank or the end of a line anywhere in the marker. */
export function blankInMarker(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const marker = drawMarker(chance);
  let open = marker.text;
  const times = 1 + chance.below(3);
  for (let i = 0; i < times; i++)
    open = insert(open, 1 + chance.below(open.length), chance.pick([' ', ' ', '  ', '\n', ' \n', '\t']));
  if (chance.once(6)) open = open.replace('LGPE-', 'LGPE - ');
  const before = chance.once(2) ? '' : drawPrefix(chance);
  const after = chance.once(2) ? '' : drawSuffix(chance);
  return { texts: causale(before + open + iuf + after), wants: { as: 'iuf', iuf, prog: marker.prog } };
}

/** d4: the marker has lost its beginning. */
export function cutMarker(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const marker = drawMarker(chance);
  const left = chance.once(2)
    ? marker.text.slice(marker.text.indexOf('RIVERSAMENTO'))
    : marker.text.slice(chance.below(marker.text.indexOf('URI') + 1));
  const before = chance.once(2) ? '' : chance.pick(['ACCREDITO ', 'BON. 12 ', `${drawWords(chance)} `]);
  const after = chance.once(2) ? '' : drawSuffix(chance);
  return { texts: causale(before + left + iuf + after), wants: { as: 'iuf', iuf } };
}

/** d6: TXT lost, the progressive kept. */
export function lostTxt(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const prog = String(chance.below(10));
  const sep = chance.pick(['/', '/', ' ', '.']);
  const open = ['/PUR', 'LGPE-RIVERSAMENTO', prog, 'URI', ''].join(sep);
  const after = chance.once(2) ? '' : drawSuffix(chance);
  return {
    texts: causale((chance.once(2) ? '' : drawPrefix(chance)) + open + iuf + after),
    wants: { as: 'iuf', iuf, prog },
  };
}

/** d7: words where the progressive belongs. */
export function freeTextInSlot(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const slot = chance.pick([
    'Integrazione',
    'integrazione flusso',
    'SALDO',
    'Rif. 2024/12',
    'n. 3 di 4',
    'STORICO',
    'Secondo bonifico',
    'TARI/IMU',
    'IURIS',
    'PAGOPA',
    '',
    chance.text(2 + chance.below(12), capitals),
    chance.text(2 + chance.below(9), digits),
  ]);
  const txt = chance.once(8) ? '' : 'TXT/';
  const after = chance.once(2) ? '' : drawSuffix(chance);
  return {
    texts: causale(
      `${chance.once(2) ? '' : drawPrefix(chance)}/PUR/LGPE-RIVERSAMENTO/${txt}${slot}/URI/${iuf}${after}`,
    ),
    wants: { as: 'iuf', iuf },
  };
}

/** d8: a second copy with dots, mostly cut, in the causale or in the end-to-end id. */
export function dottedCopy(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const marker = drawMarker(chance);
  const whole = (marker.text + iuf).replace(/\//g, '.');
  const dotted = whole.slice(0, chance.pick([35, 35, 30, 34, 1 + chance.below(whole.length), whole.length]));
  const clean = marker.text + iuf;
  const trn = ` TRXID: ${chance.text(17, digits)}`;
  const wants = { as: 'iuf', iuf, prog: marker.prog } as const;
  return chance.pick<() => Sample>([
    () => ({ texts: causale(`${clean} ${dotted}${trn}`), wants }),
    () => ({ texts: causale(`${clean} ${dotted}`), wants }),
    () => ({ texts: causale(`${dotted} ${clean}`), wants }),
    () => ({ texts: { ...causale(clean), endToEnd: dotted }, wants }),
    () => ({ texts: { ...causale(clean + trn), bankTexts: ['48', dotted] }, wants }),
  ])();
}

/** d12: a text in lower case, or with its case changed at random. */
export function otherCase(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const marker = drawMarker(chance);
  const all =
    (chance.once(2) ? '' : drawPrefix(chance)) +
    marker.text +
    iuf +
    (chance.once(2) ? '' : drawSuffix(chance));
  const changed = chance.once(3)
    ? all
        .split('')
        .map((c) => (chance.once(2) ? c.toLowerCase() : c.toUpperCase()))
        .join('')
    : all.toLowerCase();
  return { texts: causale(changed), wants: { as: 'iuf', iuf, prog: marker.prog } };
}

/** Other characters that look like blanks, dashes, slashes, letters and digits. */
export function otherCharacters(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const marker = drawMarker(chance);
  const slash = chance.pick(['/', '\uff0f', '\u2044', '\u2215']);
  const dash = chance.pick([
    '-',
    '\u2010',
    '\u2011',
    '\u2012',
    '\u2013',
    '\u2014',
    '\u2212',
    '\uff0d',
    '\ufe63',
  ]);
  const blank = chance.pick([' ', '\u00a0', '\u2003', '\u202f', '\t', '\u3000', '\r\n', '\u2028']);
  const wide = chance.once(4);
  const all = `ACCREDITI VARI ${marker.text}${iuf}${drawSuffix(chance)}`
    .replace(/\//g, slash)
    .replace(/-/g, dash)
    .replace(/ /g, blank)
    .replace(/[0-9A-Za-z]/g, (c) =>
      wide && chance.once(3) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c,
    );
  const hidden = chance.once(3)
    ? insert(all, chance.below(all.length), chance.pick(['\u200b', '\ufeff', '\u2060']))
    : all;
  return { texts: causale(hidden), wants: { as: 'iuf', iuf, prog: marker.prog } };
}

/** d1: the bank has put another character for the dashes as well. */
export function otherDashes(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const all = drawMarker(chance).text + iuf;
  const sep = chance.pick([' ', '.', '/', '']);
  return {
    texts: causale(all.replace(/-/g, sep).replace(/\//g, sep === '' ? '/' : sep)),
    wants: { as: 'unreadable' },
  };
}
