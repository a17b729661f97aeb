/** What words tell: data that must not be typed, and words that a message of an office had better not use. */

interface Found<Code extends string> {
  readonly code: Code;
  readonly text: string;
  /** Where in the line, from 0. */
  readonly at: number;
}

const months =
  'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre';
const amounts = [
  /(?:€|\b(?:euro|eur)\b)\s*\d[\d.]*(?:,\d{1,2})?/gi,
  /(?<![\d.,])\d[\d.]*(?:,\d{1,2})?\s*(?:€|(?:euro|eur)\b)/gi,
];
const dates = [
  /(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:\d{4}|\d{2})(?![\d./-]*\d)/g,
  /(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g,
  new RegExp(`(?<!\\d)(?:\\d{1,2}[°º]?|primo)\\s+(?:${months})\\b(?:\\s+\\d{4}\\b)?`, 'gi'),
];

/** Amounts and days in a line: they have to come from the row, and a year alone may stay. */
export function typedData(line: string): Found<'amount-typed' | 'date-typed'>[] {
  return [...found('amount-typed', amounts, line), ...found('date-typed', dates, line)];
}

const notifica = /(?<![\p{L}])notific(?:a|he|at[aeio]|hiamo|are|azion[ei])(?!\p{L})/giu;
const sensitive =
  /(?<!\p{L})(?:celiac\p{L}*|diet[aeio]\p{L}*|allergi\p{L}*|intolleran\p{L}*|disabil\p{L}*|invalid(?:o|a|i|e|ità)|handicap\p{L}*|legge 104|isee|religios\p{L}*|halal|kosher|vegan[oaie]|malatti[ae]|patologi[ae]|salute)(?!\p{L})/giu;
const pagopa = /(?<![\w./@-])pago ?pa(?![\w@-]|\.(?:gov|it))/gi;
const otherButtons = /vedi avviso/gi;

/** Words that may be right, and mostly are not. */
export function wordsToWeigh(
  line: string,
): Found<'says-notifica' | 'sensitive-word' | 'pagopa-spelling' | 'button-name'>[] {
  return [
    ...found('says-notifica', [notifica], line),
    ...found('sensitive-word', [sensitive], line),
    ...found('pagopa-spelling', [pagopa], line).filter(({ text }) => text !== 'pagoPA'),
    ...found('button-name', [otherButtons], line),
  ];
}

function found<Code extends string>(code: Code, patterns: readonly RegExp[], line: string): Found<Code>[] {
  return patterns.flatMap((pattern) =>
    [...line.matchAll(pattern)].map(({ 0: text, index }) => ({ code, text: text.trim(), at: index })),
  );
}

/** What a subject says that the app already shows, or that nobody can read at ease. */
export function subjectWords(
  subject: string,
  ente: string | null,
): ('subject-capitals' | 'subject-names-ente' | 'subject-says-comunicazione')[] {
  const letters = subject.replaceAll(/\P{L}/gu, '');
  const isLoud = letters.length >= 10 && letters === letters.toUpperCase();
  const lower = subject.toLowerCase();
  const namesEnte =
    /\bcomune di\b/.test(lower) || (ente !== null && ente !== '' && lower.includes(ente.toLowerCase()));
  return [
    ...(isLoud ? ['subject-capitals' as const] : []),
    ...(namesEnte ? ['subject-names-ente' as const] : []),
    ...(/\bcomunicazion[ei]\b/.test(lower) ? ['subject-says-comunicazione' as const] : []),
  ];
}

/** «Se hai già pagato, ignora questo messaggio», in whatever words follow. */
export function saysIgnore(body: string): boolean {
  return /se hai già pagato[^.]*\bignora/i.test(body.replaceAll(/\s+/g, ' '));
}
