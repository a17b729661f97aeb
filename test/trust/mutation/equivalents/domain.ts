import type { Equivalents } from '../equivalents.ts';

/** Of money, days, codes and verdicts. */
export const ofDomain: readonly Equivalents[] = [
  {
    file: 'src/shared/domain/verdict.ts',
    reason: 'undefined è falso come false: la tabella la legge solo come condizione',
    lines: [['complete: () => false,', 'complete: () => undefined,']],
  },
  {
    file: 'src/shared/domain/verdict.ts',
    reason: 'nessun valore compare due volte nell’elenco: la prima e l’ultima posizione sono la stessa',
    lines: [
      ['let code = owners.indexOf(e.owner);', 'let code = owners.lastIndexOf(e.owner);'],
      [
        'code = code * receipts.length + receipts.indexOf(e.receipt);',
        'code = code * receipts.length + receipts.lastIndexOf(e.receipt);',
      ],
      [
        'code = code * reports.length + reports.indexOf(e.report);',
        'code = code * reports.length + reports.lastIndexOf(e.report);',
      ],
      [
        'code = code * moneys.length + moneys.indexOf(e.money);',
        'code = code * moneys.length + moneys.lastIndexOf(e.money);',
      ],
    ],
  },
  {
    file: 'src/shared/domain/verdict.ts',
    reason: 'il resto della divisione è sempre un posto dell’elenco: il confronto c’è per il compilatore',
    lines: [
      ['receipt === undefined ||', 'receipt === undefined &&'],
      ['report === undefined ||', 'report === undefined &&'],
      ['money === undefined ||', 'money === undefined &&'],
    ],
  },
  {
    file: 'src/shared/domain/bucket.ts',
    reason: 'l’uguaglianza è già stata decisa una riga sopra',
    lines: [
      [
        "return receivedCents < totalCents ? 'partly' : 'over';",
        "return receivedCents <= totalCents ? 'partly' : 'over';",
      ],
    ],
  },
  {
    file: 'src/shared/domain/bucket.ts',
    reason: 'fra le parti ce n’è sempre una dell’elenco: il valore di riserva c’è per il compilatore',
    lines: [
      [
        "return worstFirst.find((bucket) => parts.includes(bucket)) ?? 'inError';",
        'return worstFirst.find((bucket) => parts.includes(bucket));',
      ],
      [
        "return worstFirst.find((bucket) => parts.includes(bucket)) ?? 'inError';",
        "return worstFirst.find((bucket) => parts.includes(bucket)) ?? '';",
      ],
    ],
  },
  {
    file: 'src/shared/domain/codice-fiscale.ts',
    reason: 'la lunghezza è già contata: inizio e fine del modello non possono altro',
    lines: [
      [
        'const personShape = /^[A-Z]{6}[\\dLMNP-V]{2}[ABCDEHLMPRST][\\dLMNP-V]{2}[A-Z][\\dLMNP-V]{3}[A-Z]$/;',
        'const personShape = /[A-Z]{6}[\\dLMNP-V]{2}[ABCDEHLMPRST][\\dLMNP-V]{2}[A-Z][\\dLMNP-V]{3}[A-Z]$/;',
      ],
      [
        'const personShape = /^[A-Z]{6}[\\dLMNP-V]{2}[ABCDEHLMPRST][\\dLMNP-V]{2}[A-Z][\\dLMNP-V]{3}[A-Z]$/;',
        'const personShape = /^[A-Z]{6}[\\dLMNP-V]{2}[ABCDEHLMPRST][\\dLMNP-V]{2}[A-Z][\\dLMNP-V]{3}[A-Z]/;',
      ],
      ['const enteShape = /^\\d{11}$/;', 'const enteShape = /\\d{11}$/;'],
      ['const enteShape = /^\\d{11}$/;', 'const enteShape = /^\\d{11}/;'],
    ],
  },
  {
    file: 'src/shared/domain/codice-fiscale.ts',
    reason: 'tolti uno per uno o a gruppi, gli spazi sono gli stessi',
    lines: [
      ["return text.replace(/\\s+/g, '').toUpperCase();", "return text.replace(/\\s/g, '').toUpperCase();"],
    ],
  },
  {
    file: 'src/shared/domain/codice-fiscale.ts',
    reason: 'dopo il modello ogni carattere ha il suo valore: il valore di riserva c’è per il compilatore',
    lines: [
      [
        'sum += i % 2 === 0 ? (oddValues[value] ?? 0) : value;',
        'sum += i % 2 === 0 ? (oddValues[value]) : value;',
      ],
      [
        'sum += i % 2 === 0 ? (oddValues[value] ?? 0) : value;',
        'sum += i % 2 === 0 ? (oddValues[value] ?? 1) : value;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/codice-fiscale.ts',
    reason: 'il doppio di una cifra non è mai 9',
    lines: [
      [
        'sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;',
        'sum += i % 2 === 0 ? digit : doubled >= 9 ? doubled - 9 : doubled;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/iuf.ts',
    reason: 'tolti uno per uno o a gruppi, gli spazi sono gli stessi',
    lines: [
      ["return iuf.replace(/\\s+/g, '').toUpperCase();", "return iuf.replace(/\\s/g, '').toUpperCase();"],
    ],
  },
  {
    file: 'src/shared/domain/masked.ts',
    reason: 'le parole vuote sono tolte subito dopo',
    lines: [['.split(/\\s+/)', '.split(/\\s/)']],
  },
  {
    file: 'src/shared/domain/masked.ts',
    reason: 'una parola ha sempre una prima lettera: il valore di riserva c’è per il compilatore',
    lines: [
      [
        '.map((word) => `${String.fromCodePoint(word.codePointAt(0) ?? 0)}${dot.repeat(3)}`)',
        '.map((word) => `${String.fromCodePoint(word.codePointAt(0))}${dot.repeat(3)}`)',
      ],
      [
        '.map((word) => `${String.fromCodePoint(word.codePointAt(0) ?? 0)}${dot.repeat(3)}`)',
        '.map((word) => `${String.fromCodePoint(word.codePointAt(0) ?? 1)}${dot.repeat(3)}`)',
      ],
    ],
  },
  {
    file: 'src/shared/domain/order.ts',
    reason: 'di un confronto conta solo il segno',
    lines: [
      ['return a < b ? -1 : a > b ? 1 : 0;', 'return a < b ? -2 : a > b ? 1 : 0;'],
      ['return a < b ? -1 : a > b ? 1 : 0;', 'return a < b ? -1 : a > b ? 2 : 0;'],
    ],
  },
  {
    file: 'src/shared/domain/working-days.ts',
    reason: 'la memoria fa solo risparmiare tempo',
    lines: [
      ['if (remembered !== undefined) return remembered;', 'if (false) return remembered;'],
      ['dueDays.set(day, due);', ''],
    ],
  },
  {
    file: 'src/shared/domain/flow-tally.ts',
    reason: 'da dove si ricomincia a cercare fa solo risparmiare tempo',
    lines: [
      ['let index = Math.max(from, lastFree.get(payment) ?? 0);', 'let index = Math.max(from, 0);'],
      [
        'let index = Math.max(from, lastFree.get(payment) ?? 0);',
        'let index = Math.max(from, lastFree.get(payment) ?? 1);',
      ],
      ['lastFree.set(payment, index);', ''],
    ],
  },
  {
    file: 'src/shared/domain/flow-tally.ts',
    reason: 'una riga ripetuta ha lo stesso contenuto: riscriverlo non cambia nulla',
    lines: [
      [
        'if (!duplicate) used.set(keyOf(riga, free), content);',
        'if (true) used.set(keyOf(riga, free), content);',
      ],
    ],
  },
  {
    file: 'src/shared/domain/backup-ladder.ts',
    reason: 'mese e anno distinguono i mesi anche con il trattino o senza il millennio, per mille anni',
    lines: [
      [
        'const months = firstOfEach(newestFirst, ({ day }) => day.slice(0, 7), steps.months);',
        'const months = firstOfEach(newestFirst, ({ day }) => day.slice(1, 7), steps.months);',
      ],
      [
        'const months = firstOfEach(newestFirst, ({ day }) => day.slice(0, 7), steps.months);',
        'const months = firstOfEach(newestFirst, ({ day }) => day.slice(0, 8), steps.months);',
      ],
    ],
  },
  {
    file: 'src/shared/domain/backup-ladder.ts',
    reason: 'le due copie più nuove restano comunque',
    lines: [
      [
        'const today = newestFirst.filter(({ day }) => day === newestFirst[0]?.day).slice(0, steps.ofToday);',
        'const today = newestFirst.filter(({ day }) => day === newestFirst[0].day).slice(0, steps.ofToday);',
      ],
      [
        'const today = newestFirst.filter(({ day }) => day === newestFirst[0]?.day).slice(0, steps.ofToday);',
        'const today = newestFirst.filter(({ day }) => day === newestFirst[0]?.day).slice(1, steps.ofToday);',
      ],
      ['return [...first.values()].slice(0, most);', 'return [...first.values()].slice(1, most);'],
    ],
  },
  {
    file: 'src/shared/domain/backup-ladder.ts',
    reason: 'senza copie non c’è nulla da tenere',
    lines: [
      [
        'let room = mostTimes * (newestFirst[0]?.bytes ?? 0);',
        'let room = mostTimes * (newestFirst[0]?.bytes);',
      ],
      [
        'let room = mostTimes * (newestFirst[0]?.bytes ?? 0);',
        'let room = mostTimes * (newestFirst[0]?.bytes ?? 1);',
      ],
    ],
  },
  {
    file: 'src/shared/domain/day.ts',
    reason: 'né la riga vuota né «x» sono un giorno',
    lines: [
      ["if (order === 'ymd') return '';", "if (order === 'ymd') return 'x';"],
      [
        "const day = local === null ? '' : textOfNumber(Math.floor(local.minutes / 1440));",
        "const day = local === null ? 'x' : textOfNumber(Math.floor(local.minutes / 1440));",
      ],
    ],
  },
  {
    file: 'src/shared/domain/day.ts',
    reason: 'un testo così corto non è né un giorno né un istante',
    lines: [
      [
        "if (text.length <= 10 || text[10] !== 'T') return parseDay(text);",
        "if (text.length < 10 || text[10] !== 'T') return parseDay(text);",
      ],
      [
        "if (text.length <= 10 || text[10] !== 'T') return parseDay(text);",
        "if (text.length <= 11 || text[10] !== 'T') return parseDay(text);",
      ],
    ],
  },
  {
    file: 'src/shared/domain/day.ts',
    reason: 'il numero di un testo vuoto è zero',
    lines: [
      ["const seconds = Number(time[3] ?? '0');", "const seconds = Number(time[3] ?? '');"],
      [
        "const offset = Number(time[7] ?? '0') * 60 + Number(time[8] ?? '0');",
        "const offset = Number(time[7] ?? '') * 60 + Number(time[8] ?? '0');",
      ],
      [
        "const offset = Number(time[7] ?? '0') * 60 + Number(time[8] ?? '0');",
        "const offset = Number(time[7] ?? '0') * 60 + Number(time[8] ?? '');",
      ],
    ],
  },
  {
    file: 'src/shared/domain/day.ts',
    reason: 'segno e ore dello scarto ci sono insieme o mancano insieme',
    lines: [
      [
        'if (time[5] !== undefined || time[6] !== undefined) {',
        'if (time[5] !== undefined || time[7] !== undefined) {',
      ],
    ],
  },
  {
    file: 'src/shared/domain/day.ts',
    reason: 'un giorno ha dieci caratteri',
    lines: [
      [
        'return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;',
        'return `${day.slice(8, 11)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/day.ts',
    reason: 'undefined è falso come false',
    lines: [
      [
        'if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;',
        'if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;',
      ],
    ],
  },
  {
    file: 'src/shared/domain/day.ts',
    reason: 'l’anno zero è fuori dal calendario comunque',
    lines: [
      [
        'return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);',
        'return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);',
      ],
      [
        'return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);',
        'return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);',
      ],
    ],
  },
];
