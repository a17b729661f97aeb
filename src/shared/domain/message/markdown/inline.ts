import { characterOf } from './characters.ts';
import { withEmphasis, textOf, type Piece, type Run } from './emphasis.ts';
import { readTarget } from './link-target.ts';
import type { Inline, Line, Reader } from './nodes.ts';

const punctuation = /[\p{P}\p{S}]/u;
const blank = /[\s\u00a0]/;
const escapable = /[!-/:-@[-`{-~]/;
const plain = /[^\\`*_~[\]!<&\nhH]+/y;
const bareAddress = /https?:\/\/[^\s<>]*[^\s<>?!.,:*_~'")\]]/iy;
const tag = /<\/?[a-z][^<>]*>/iy;
const angled = /<((?:[a-z][a-z\d+.-]{1,31}:|[\w.+-]+@)[^\s<>]*)>/iy;
const breakTag = /^<br\s*\/?>$/i;

interface Bracket {
  /** Of the piece that is the bracket itself. */
  readonly piece: number;
  readonly image: boolean;
  readonly line: number;
  active: boolean;
}

/** Reads the lines of one paragraph or heading. In time that grows with their length, whatever they say. */
export function readInline(lines: readonly Line[], { drop, opens }: Reader): Inline[] {
  const text = lines.map((line) => line.text).join('\n');
  const struck = (line: number, what: string): void => drop('strikethrough', line, what);
  const pieces: Piece[] = [];
  const brackets: Bracket[] = [];
  const ticks = runsOfTicks(text);
  let commentsEnd = true;
  let lineAt = 0;
  let at = 0;

  const lineNumber = (): number => lines[lineAt]?.number ?? 1;
  const put = (what: string): void => void pieces.push({ kind: 'text', text: what });
  /** Goes on to `end`, counting the lines that are passed. */
  const passTo = (end: number): void => {
    for (; at < end; at++) if (text[at] === '\n') lineAt++;
  };
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };

  function readEscape(): void {
    const next = text[at + 1] ?? '';
    if (next === '\n') pieces.push({ kind: 'break' });
    else put(escapable.test(next) ? next : `\\${next}`);
    passTo(at + 1 + next.length);
  }

  function readCode(): void {
    const length = ticks.lengthAt(at);
    const end = ticks.closing(at, length);
    if (end === null) return readLiteral(length);
    const inside = text.slice(at + length, end).replaceAll('\n', ' ');
    const padded = inside.startsWith(' ') && inside.endsWith(' ') && inside.trim() !== '';
    pieces.push({ kind: 'code', text: padded ? inside.slice(1, -1) : inside });
    passTo(end + length);
  }

  function readRun(mark: Run['mark']): void {
    let end = at;
    while (text[end] === mark) end++;
    const length = end - at;
    // Three tildes and more strike nothing out.
    if (mark === '~' && length > 2) return readLiteral(length);
    pieces.push({
      kind: 'run',
      mark,
      length,
      left: length,
      opens: [],
      closes: [],
      line: lineNumber(),
      ...flanks(mark, beforeOf(text, at), characterAt(text, end)),
    });
    at = end;
  }

  function readLiteral(length: number): void {
    put(text.slice(at, at + length));
    passTo(at + length);
  }

  function openBracket(image: boolean): void {
    brackets.push({ piece: pieces.length, image, line: lineNumber(), active: true });
    readLiteral(image ? 2 : 1);
  }

  function closeBracket(): void {
    const bracket = brackets.pop();
    const target = bracket?.active === true ? readTarget(text, at + 1) : null;
    if (bracket === undefined || target === null) return readLiteral(1);
    const children = withEmphasis(pieces.splice(bracket.piece).slice(1), struck);
    if (bracket.image) {
      pieces.push({ kind: 'image', src: target.href, alt: textOf(children) });
    } else {
      pieces.push(linkTo(target.href, children, bracket.line));
      // A link holds no other one.
      for (let i = brackets.length - 1; brackets[i]?.active === true; i--) {
        const around = brackets[i];
        if (around !== undefined && !around.image) around.active = false;
      }
    }
    passTo(target.end);
  }

  function linkTo(href: string, children: Inline[], line: number): Inline {
    const works = opens(href);
    if (!works) drop('link', line, href);
    return { kind: 'link', href: works ? href : null, children };
  }

  function readAngle(): void {
    const address = match(angled);
    if (address !== null) {
      const [all, inside = ''] = address;
      const href = /^[a-z][a-z\d+.-]+:/i.test(inside) ? inside : `mailto:${inside}`;
      pieces.push(linkTo(href, [{ kind: 'text', text: inside }], lineNumber()));
      return passTo(at + all.length);
    }
    const html = match(tag)?.[0] ?? readComment();
    if (html === null) return readLiteral(1);
    if (breakTag.test(html)) pieces.push({ kind: 'break' });
    else drop('html', lineNumber(), html);
    passTo(at + html.length);
  }

  function readComment(): string | null {
    if (!commentsEnd || !text.startsWith('<!--', at)) return null;
    const end = text.indexOf('-->', at + 4);
    commentsEnd = end !== -1;
    return commentsEnd ? text.slice(at, end + 3) : null;
  }

  function readEntity(): void {
    const entity = characterOf(text, at);
    if (entity === null) return readLiteral(1);
    put(entity.text);
    at += entity.length;
  }

  function readNewLine(): void {
    const last = pieces.at(-1);
    const spaces = last?.kind === 'text' ? spacesAtEnd(last.text) : 0;
    if (last?.kind === 'text' && spaces > 0) {
      pieces[pieces.length - 1] = { kind: 'text', text: last.text.slice(0, -spaces) };
    }
    if (spaces >= 2) pieces.push({ kind: 'break' });
    else if (last?.kind !== 'break') put(' ');
    passTo(at + 1);
    while (text[at] === ' ') at++;
  }

  function readAddress(): void {
    const address = blank.test(beforeOf(text, at)) || beforeOf(text, at) === '(' ? match(bareAddress) : null;
    if (address === null) return readLiteral(1);
    pieces.push({ kind: 'link', href: address[0], children: [{ kind: 'text', text: address[0] }] });
    at += address[0].length;
  }

  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === '\\') readEscape();
    else if (character === '`') readCode();
    else if (character === '*' || character === '_' || character === '~') readRun(character);
    else if (character === '!' && text[at + 1] === '[') openBracket(true);
    else if (character === '[') openBracket(false);
    else if (character === ']') closeBracket();
    else if (character === '<') readAngle();
    else if (character === '&') readEntity();
    else if (character === '\n') readNewLine();
    else if (character === 'h' || character === 'H') readAddress();
    else readLiteral(match(plain)?.[0].length ?? 1);
  }
  return joined(withEmphasis(pieces, struck));
}

/** What may a run do, by what stands on its two sides? The rules of CommonMark. */
function flanks(
  mark: Run['mark'],
  before: string,
  after: string,
): { readonly canOpen: boolean; readonly canClose: boolean } {
  const left =
    !blank.test(after) && (!punctuation.test(after) || blank.test(before) || punctuation.test(before));
  const right =
    !blank.test(before) && (!punctuation.test(before) || blank.test(after) || punctuation.test(after));
  if (mark !== '_') return { canOpen: left, canClose: right };
  return {
    canOpen: left && (!right || punctuation.test(before)),
    canClose: right && (!left || punctuation.test(after)),
  };
}

/** The edge of a text counts as a blank. */
function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? ' ' : String.fromCodePoint(code);
}

function beforeOf(text: string, at: number): string {
  if (at === 0) return ' ';
  const unit = text.charCodeAt(at - 1);
  return characterAt(text, unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? at - 2 : at - 1);
}

/** Where runs of backticks stand, by length, so that the end of a code is found without searching again and again. */
function runsOfTicks(text: string) {
  const byLength = new Map<number, number[]>();
  const passed = new Map<number, number>();
  const lengths = new Map<number, number>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    lengths.set(index, run.length);
    const same = byLength.get(run.length);
    if (same === undefined) byLength.set(run.length, [index]);
    else same.push(index);
  }
  return {
    // A run of which the first backtick was escaped is shorter by one.
    lengthAt: (at: number): number => lengths.get(at) ?? (lengths.get(at - 1) ?? 2) - 1,
    closing(at: number, length: number): number | null {
      const starts = byLength.get(length) ?? [];
      let next = passed.get(length) ?? 0;
      while (next < starts.length && (starts[next] ?? 0) <= at) next++;
      passed.set(length, next);
      return starts[next] ?? null;
    },
  };
}

function spacesAtEnd(text: string): number {
  let start = text.length;
  while (text[start - 1] === ' ') start--;
  return text.length - start;
}

/** Neighbouring texts become one. */
function joined(inlines: readonly Inline[]): Inline[] {
  const all: Inline[] = [];
  let texts: string[] = [];
  const flush = (): void => {
    if (texts.length > 0) all.push({ kind: 'text', text: texts.join('') });
    texts = [];
  };
  for (const inline of inlines) {
    if (inline.kind === 'text') {
      texts.push(inline.text);
      continue;
    }
    flush();
    all.push('children' in inline ? { ...inline, children: joined(inline.children) } : inline);
  }
  flush();
  return all;
}
