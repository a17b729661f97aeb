import type { Equivalents } from '../equivalents.ts';

/** Of the texts of banks. */
export const ofCausale: readonly Equivalents[] = [
  {
    file: 'src/shared/domain/causale/end-of-code.ts',
    reason: 'dopo l’anno viene sempre un trattino, che non cambia il confronto',
    lines: [
      [
        "const old = squeezed.slice(start, start + 4) < '2019';",
        "const old = squeezed.slice(start, start + 5) < '2019';",
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/end-of-code.ts',
    reason: 'oltre i 35 caratteri un IUF è illeggibile comunque: quanto oltre si guardi non conta',
    lines: [['while (end - start < longestWord) {', 'while (end - start <= longestWord) {']],
  },
  {
    file: 'src/shared/domain/causale/token.ts',
    reason: 'oltre i 35 caratteri un IUF è illeggibile comunque: quanto oltre si guardi non conta',
    lines: [
      [
        'while (end < start + longestWord && isWordCharacter(squeezed.charCodeAt(end))) end++;',
        'while (end <= start + longestWord && isWordCharacter(squeezed.charCodeAt(end))) end++;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/iuv-in-text.ts',
    reason: 'chi non contiene il marcatore non ha nulla da leggere: la domanda fa solo risparmiare tempo',
    lines: [
      [
        "if (!text.squeezed.includes('RFB') && !text.squeezed.includes('RFS')) return null;",
        'if (false) return null;',
        "if (!text.squeezed.includes('') && !text.squeezed.includes('RFS')) return null;",
        "if (!text.squeezed.includes('RFB') && !text.squeezed.includes('')) return null;",
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/known-hits.ts',
    reason: 'cercare chiavi più lunghe, che nessun flusso noto ha, costa solo tempo',
    lines: [
      [
        "const old = squeezed.slice(start, start + 4) < '2019';",
        "const old = squeezed.slice(start, start + 4) <= '2019';",
        "const old = squeezed < '2019';",
        "const old = squeezed.slice(start, start - 4) < '2019';",
        "const old = squeezed.slice(start, start + 5) < '2019';",
      ],
      [
        'const longest = old ? maxIufLength : lengthOfRun(squeezed, start);',
        'const longest = true ? maxIufLength : lengthOfRun(squeezed, start);',
      ],
      ['let length = 0;', 'let length = 1;'],
      [
        'while (length < maxIufLength && isIufCharacter(squeezed.charCodeAt(start + length))) length++;',
        'while (length < maxIufLength || isIufCharacter(squeezed.charCodeAt(start + length))) length++;',
        'while (length <= maxIufLength && isIufCharacter(squeezed.charCodeAt(start + length))) length++;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/known-hits.ts',
    reason:
      'prima dell’inizio e oltre la fine non c’è alcun carattere: il confronto con nulla è sempre falso',
    lines: [
      [
        'const gluedHead = start > 0 && isIufCharacter(squeezed.charCodeAt(start - 1)) && !gapBefore(text, start);',
        'const gluedHead = start >= 0 && isIufCharacter(squeezed.charCodeAt(start - 1)) && !gapBefore(text, start);',
      ],
      [
        "if (end >= squeezed.length || gapBefore(text, end) || !isIufCharacter(next)) return 'clean';",
        "if (end > squeezed.length || gapBefore(text, end) || !isIufCharacter(next)) return 'clean';",
      ],
      [
        'if (dashed && (after >= squeezed.length || gapBefore(text, after) || !isIufCharacter(afterCode))) {',
        'if (dashed && (after > squeezed.length || gapBefore(text, after) || !isIufCharacter(afterCode))) {',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/known-hits.ts',
    reason: 'il modello guarda solo i primi tre caratteri',
    lines: [
      [
        'return dash !== -1 && end - dash - 1 >= shortestCode && /^[A-Z]{3}/.test(squeezed.slice(after, after + 3));',
        'return dash !== -1 && end - dash - 1 >= shortestCode && /[A-Z]{3}/.test(squeezed.slice(after, after + 3));',
        'return dash !== -1 && end - dash - 1 >= shortestCode && /^[A-Z]{3}/.test(squeezed.slice(after, after + 4));',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/known-iufs.ts',
    reason: 'undefined è falso come false, e di nessun flusso si chiede come è scritto',
    lines: [
      ['has: () => false,', 'has: () => undefined,'],
      ['original: (key) => key,', 'original: (key) => undefined,'],
    ],
  },
  {
    file: 'src/shared/domain/causale/lines.ts',
    reason: 'la stessa larghezza contata due volte è la stessa',
    lines: [
      [
        'return bare === normal ? widths : [...widths, position - startOfLine(normal, position)];',
        'return false ? widths : [...widths, position - startOfLine(normal, position)];',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/lines.ts',
    reason: 'il marcatore sta nel testo: il valore di riserva c’è per il compilatore',
    lines: [
      [
        'const widths = [position - startOfLine(bare, position), position - (at[origin] ?? 0)];',
        'const widths = [position - startOfLine(bare, position), position - (at[origin])];',
        'const widths = [position - startOfLine(bare, position), position - (at[origin] ?? 1)];',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/lines.ts',
    reason: 'una riga di un carattere non è di 35',
    lines: [
      [
        'return width > 0 && (width % 35 === 0 || width % 36 === 35);',
        'return width > 1 && (width % 35 === 0 || width % 36 === 35);',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/markers.ts',
    reason: 'il modello guarda solo i primi tre caratteri',
    lines: [
      [
        'const isName = !named && direct === next + 3 && /^(?!RF\\d)[A-Z]/.test(squeezed.slice(direct, direct + 3));',
        'const isName = !named && direct === next + 3 && /^(?!RF\\d)[A-Z]/.test(squeezed.slice(direct, direct + 4));',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/markers.ts',
    reason: 'dove non comincia «URI» la domanda che segue dice di no: il salto fa solo risparmiare tempo',
    lines: [
      ["let uri = squeezed.indexOf('URI', slot);", "let uri = squeezed.indexOf('', slot);"],
      [
        "uri = squeezed.indexOf('URI', uri + 1)",
        "uri = squeezed.indexOf('', uri + 1)",
        "uri = squeezed.indexOf('URI', uri + 2)",
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/markers.ts',
    reason: 'senza progressivo i due posti sono lo stesso',
    lines: [['if (prog !== null) {', 'if (true) {']],
  },
  {
    file: 'src/shared/domain/causale/markers.ts',
    reason:
      'davanti al primo carattere non c’è nulla da trovare, e un segno in prima posizione non ha parole prima di sé',
    lines: [
      [
        'while (start > 0 && start > end - mostSeparators && isSeparator(squeezed.charCodeAt(start - 1))) start--;',
        'while (start >= 0 && start > end - mostSeparators && isSeparator(squeezed.charCodeAt(start - 1))) start--;',
        'while (start > 1 && start > end - mostSeparators && isSeparator(squeezed.charCodeAt(start - 1))) start--;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/other-iufs.ts',
    reason: 'un IUF letto due volte è detto una volta sola',
    lines: [
      [
        'const read = places.some((place) => place.start <= start && start < place.end);',
        'const read = places.some((place) => place.start < start && start < place.end);',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/other-iufs.ts',
    reason: 'prima dell’inizio non c’è alcun carattere',
    lines: [
      [
        'const glued = start > 0 && isIufCharacter(squeezed.charCodeAt(start - 1)) && !gapBefore(text, start);',
        'const glued = start >= 0 && isIufCharacter(squeezed.charCodeAt(start - 1)) && !gapBefore(text, start);',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/prepare.ts',
    reason: 'i testi semplici sono gli stessi anche riordinati: la domanda fa solo risparmiare tempo',
    lines: [
      ['if (plainText.test(normal)) return squeeze(normal);', 'if (false) return squeeze(normal);'],
      ['const plainText = /^[\\n\\v -~]*$/;', 'const plainText = /^[\\n\\v -~]$/;'],
    ],
  },
  {
    file: 'src/shared/domain/causale/read-text.ts',
    reason: 'un tipo «iuf» ha sempre il suo valore: la domanda c’è per il compilatore',
    lines: [
      [
        "if (best === null || best.iuf === null || best.kind !== 'iuf') return best;",
        "if (best === null || best.iuf === null && best.kind !== 'iuf') return best;",
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/read-text.ts',
    reason: 'di un testo vuoto o di una lettera non si propone nulla',
    lines: [
      [
        "const candidates = candidatesFor(iufKey(token.value ?? ''), known);",
        "const candidates = candidatesFor(iufKey(token.value ?? 'x'), known);",
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/read-text.ts',
    reason: 'conta solo che la copia valga un po’ meno',
    lines: [
      [
        'const worth = worths.iuf[confidence] - (marker.dotted ? 1 : 0);',
        'const worth = worths.iuf[confidence] - (marker.dotted ? 2 : 0);',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/read-text.ts',
    reason:
      'ciò che contiene altri caratteri non è l’inizio di alcun IUF: la domanda fa solo risparmiare tempo',
    lines: [
      [
        'for (const end of iufCharacters.test(rest) ? [squeezed.length, token.end] : [token.end]) {',
        'for (const end of true ? [squeezed.length, token.end] : [token.end]) {',
      ],
      [
        'const iufCharacters = /^[\\w-]*$/;',
        'const iufCharacters = /[\\w-]*$/;',
        'const iufCharacters = /^[\\w-]*/;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/read-text.ts',
    reason: 'nessun IUF è più lungo di 35: uno di 35 non è l’inizio di un altro',
    lines: [
      [
        'if (end - code < 3 || end - token.start >= maxIufLength) continue;',
        'if (end - code < 3 || end - token.start > maxIufLength) continue;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/suspicion.ts',
    reason: 'la domanda fa solo risparmiare tempo, e il modello guarda solo i primi caratteri',
    lines: [
      [
        "(squeezed.includes('LGPE') && marker.test(text.normal)) ||",
        "(squeezed.includes('') && marker.test(text.normal)) ||",
      ],
      [
        'isDay(squeezed.slice(start, start + 10)) && pspAndDash.test(squeezed.slice(start + 10, start + 24)),',
        'isDay(squeezed.slice(start, start + 10)) && pspAndDash.test(squeezed.slice(start + 10, start + 25)),',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/tail-of-code.ts',
    reason: 'il modello comincia con qualunque cosa: l’inizio c’è per non cercare due volte',
    lines: [
      [
        'const numberAndWord = /^(.*\\d[\\d-]*\\d)([-_]?)([A-Z]{2,}.*)/;',
        'const numberAndWord = /(.*\\d[\\d-]*\\d)([-_]?)([A-Z]{2,}.*)/;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/tail-of-code.ts',
    reason: 'ciò che manca non è prima di nulla, come null',
    lines: [
      [
        'return smallAndCapitals.exec(asWritten)?.[1]?.length ?? null;',
        'return smallAndCapitals.exec(asWritten)?.[1]?.length;',
        'return smallAndCapitals.exec(asWritten)?.[1].length ?? null;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/text.ts',
    reason: 'prima del primo trattino non comincia alcuna data, e dentro una non ce ne sono due di seguito',
    lines: [
      [
        "for (let dash = squeezed.indexOf('-'); dash !== -1; dash = squeezed.indexOf('-', dash + 1)) {",
        "for (let dash = squeezed.indexOf(''); dash !== -1; dash = squeezed.indexOf('-', dash + 1)) {",
        "for (let dash = squeezed.indexOf('-'); dash !== -1; dash = squeezed.indexOf('-', dash + 2)) {",
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/text.ts',
    reason: 'undefined è falso come false',
    lines: [['return false;', 'return undefined;']],
  },
  {
    file: 'src/shared/domain/causale/token.ts',
    reason: 'un pezzo di testo non ha spazi prima del suo ultimo carattere',
    lines: [
      [
        'const repairs = hasGap(text, start, end - 1) ? [joinRepair(text, start, end, start)] : [];',
        'const repairs = hasGap(text, start, end - 2) ? [joinRepair(text, start, end, start)] : [];',
      ],
    ],
  },
  {
    file: 'src/shared/domain/causale/told.ts',
    reason: 'dietro il marcatore c’è sempre qualcosa da dire: la domanda c’è per il compilatore',
    lines: [['if (finding === null) continue;', 'if (false) continue;', 'if (finding === null) ;']],
  },
];
