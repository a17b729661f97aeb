/** What a pattern might have been instead: one thing of it at a time is let go or turned round. */
export function otherPatterns(pattern: string, flags: string): string[] {
  const found = new Set<string>();
  for (const { start, end, isClass } of pieces(pattern)) {
    const text = pattern.slice(start, end);
    for (const other of others(text, isClass))
      found.add(pattern.slice(0, start) + other + pattern.slice(end));
  }
  found.delete(pattern);
  return [...found].filter((other) => isPattern(other, flags));
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly isClass: boolean;
}

function* pieces(pattern: string): Generator<Piece> {
  const piece = /\\(?:[pPk]\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]|\(\?(?:<?[=!]|:|<\w+>)|\{\d+(?:,\d*)?\}|./gsu;
  for (const { 0: text, index } of pattern.matchAll(piece))
    yield { start: index, end: index + text.length, isClass: text.startsWith('[') };
}

function others(text: string, isClass: boolean): readonly string[] {
  if (isClass) return [text.startsWith('[^') ? `[${text.slice(2)}` : `[^${text.slice(1)}`];
  if (/^\\[dDsSwWbBpP]/.test(text)) return [text[0] + turned(text.slice(1, 2)) + text.slice(2)];
  if (/^\{\d/.test(text) || ['^', '$', '+', '*', '?'].includes(text)) return [''];
  return lookarounds[text] ?? [];
}

const turned = (letter: string): string =>
  letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();

const lookarounds: Readonly<Record<string, readonly string[]>> = {
  '(?=': ['(?!'],
  '(?!': ['(?='],
  '(?<=': ['(?<!'],
  '(?<!': ['(?<='],
};

function isPattern(pattern: string, flags: string): boolean {
  try {
    return pattern !== '' && new RegExp(pattern, flags).source !== '';
  } catch {
    return false;
  }
}
