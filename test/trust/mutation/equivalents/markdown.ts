import type { Equivalents } from '../equivalents.ts';

/** Of the Markdown of messages. */
export const ofMarkdown: readonly Equivalents[] = [
  {
    file: 'src/shared/domain/message/markdown/blocks.ts',
    reason: 'dietro l’ultima riga ce n’è una vuota, di cui non si fa nulla',
    lines: [
      [
        'while (next < lines.length && isBlank(next)) next++;',
        'while (next <= lines.length && isBlank(next)) next++;',
      ],
      [
        'for (; at < lines.length && (isBlank(at) || indentOf(textAt(at)) >= 4); at++)',
        'for (; at <= lines.length && (isBlank(at) || indentOf(textAt(at)) >= 4); at++)',
      ],
      ['for (at++; at < lines.length; at++) {', 'for (at++; at <= lines.length; at++) {'],
      ['while (at < lines.length) {', 'while (at <= lines.length) {'],
    ],
  },
  {
    file: 'src/shared/domain/message/markdown/blocks.ts',
    reason: 'prendere le righe vuote una per volta costa solo tempo',
    lines: [
      [
        "for (; at < next; at++) inside.push({ ...lineAt(at), text: '' });",
        "for (; false; at++) inside.push({ ...lineAt(at), text: '' });",
        "for (; at >= next; at++) inside.push({ ...lineAt(at), text: '' });",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/markdown/emphasis.ts',
    reason: 'ciò che non è un segno non apre e non chiude',
    lines: [["pairRuns(pieces.filter((piece) => piece.kind === 'run'));", 'pairRuns(pieces);']],
  },
  {
    file: 'src/shared/domain/message/markdown/emphasis.ts',
    reason: 'ricordare fin dove si è già cercato fa solo risparmiare tempo',
    lines: [
      [
        'const kind = `${closer.mark}${closer.canOpen}${closer.length % 3}`;',
        'const kind = `${closer.mark}${closer.canOpen}${closer.length * 3}`;',
      ],
      [
        'const opener = openerOf(closer, last, floors.get(kind) ?? -1);',
        'const opener = openerOf(closer, last, -1);',
        'const opener = openerOf(closer, last, floors.get(kind) ?? -2);',
      ],
      [
        'while (opener !== null && opener.at > floor && !fits(opener.run, closer)) opener = opener.before;',
        'while (opener !== null && opener.at >= floor && !fits(opener.run, closer)) opener = opener.before;',
      ],
      [
        'floors.set(kind, last?.at ?? -1);',
        '',
        'floors.set(kind, last?.at);',
        'floors.set(kind, -1);',
        'floors.set(kind, last?.at ?? -2);',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/markdown/emphasis.ts',
    reason: 'undefined è falso come false',
    lines: [
      [
        'if (opener.mark !== closer.mark) return false;',
        'if (opener.mark !== closer.mark) return undefined;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/markdown/emphasis.ts',
    reason: 'chi chiude ha sempre chi apre: la domanda c’è per il compilatore',
    lines: [
      [
        "if (done === undefined) throw new Error('a pair without its opener');",
        "if (false) throw new Error('a pair without its opener');",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/markdown/emphasis.ts',
    reason: 'undefined, unito ad altri testi, è vuoto',
    lines: [
      ["case 'image':", "case '':"],
      ["return '';", 'return undefined;'],
    ],
  },
  {
    file: 'src/shared/domain/message/markdown/inline.ts',
    reason: 'uno spazio solo non manda a capo',
    lines: [['let spaces = 0;', 'let spaces = 1;']],
  },
  {
    file: 'src/shared/domain/message/markdown/inline.ts',
    reason: 'oltre la fine c’è un testo vuoto, che non resta',
    lines: [['while (at < text.length) {', 'while (at <= text.length) {']],
  },
  {
    file: 'src/shared/domain/message/markdown/inline.ts',
    reason: 'conta solo l’ultimo carattere',
    lines: [
      [
        "return Array.from(text.slice(Math.max(at - 2, 0), at)).at(-1) ?? ' ';",
        "return Array.from(text.slice(Math.max(at - 3, 0), at)).at(-1) ?? ' ';",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/markdown/inline.ts',
    reason: 'nessun confronto con undefined è vero',
    lines: [
      [
        'while ((runs.at(-1)?.index ?? Infinity) <= at) runs.pop();',
        'while ((runs.at(-1)?.index) <= at) runs.pop();',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/markdown/link-target.ts',
    reason: 'fra le parentesi angolari ci sono almeno le due parentesi',
    lines: [
      [
        'const length = inAngles > 0 ? inAngles : lengthOfAddress(text, start);',
        'const length = inAngles > 1 ? inAngles : lengthOfAddress(text, start);',
      ],
      [
        "const href = (inAngles > 0 ? written.slice(1, -1) : written).replaceAll(unescape, '$1');",
        "const href = (inAngles > 1 ? written.slice(1, -1) : written).replaceAll(unescape, '$1');",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/markdown/link-target.ts',
    reason: 'senza lunghezza si resta alla parentesi aperta, che non è quella chiusa',
    lines: [['if (length === null) return null;', 'if (false) return null;']],
  },
  {
    file: 'src/shared/domain/message/markdown/link-target.ts',
    reason: 'oltre la fine non c’è nulla: la parentesi chiusa manca comunque',
    lines: [
      [
        'for (; at < text.length && !/\\s/.test(text.charAt(at)); at++) {',
        'for (; at <= text.length && !/\\s/.test(text.charAt(at)); at++) {',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/markdown/link-target.ts',
    reason: 'undefined, come null, non è una lunghezza',
    lines: [
      [
        "else if (character === '(' && ++depth > deepest) return null;",
        "else if (character === '(' && ++depth > deepest) return undefined;",
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/markdown/marks.ts',
    reason: 'i caratteri di una recinzione sono tutti uguali',
    lines: [
      [
        'return said.length >= mark.length && said === mark.charAt(0).repeat(said.length) && indentOf(text) < 4;',
        'return said.length >= mark.length && said === mark.charAt(1).repeat(said.length) && indentOf(text) < 4;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/message/markdown/marks.ts',
    reason: 'undefined è falso come false, e manca come null',
    lines: [
      ['if (isRule(text)) return null;', 'if (isRule(text)) return undefined;'],
      [
        "if (!text.includes('|') && !under.includes('|')) return false;",
        "if (!text.includes('|') && !under.includes('|')) return undefined;",
      ],
    ],
  },
];
