import { characterOf } from './characters.ts';
import { withEmphasis, textOf, type Piece, type Run } from './emphasis.ts';
import { readTarget } from './link-target.ts';
import type { Inline, Reader } from './nodes.ts';

const punctuation = /[\p{P}\p{S}]/u;
const blank = /\s/;
const beforeAddress = /[\s(]/;
const escapable = /[!-/:-@[-`{-~]/;
const plain = /[^\\`*_~[\]!<&\nhH]+/y;
const bareAddress = /https?:\/\/[^\s<>]*[^\s<>?!.,:*_~'")\]]/iy;
const tag = /<\/?[a-z][^<>]*>/iy;
const angled = /<(?:([a-z][a-z\d+.-]{1,31}:[^\s<>]*)|([\w.+-]+@[^\s<>]*))>/iy;
const breakTag = /<br\s*\/?>$/i;

interface Bracket {
  /** Of the piece that is the bracket itself. */
  readonly piece: number;
  readonly image: boolean;
  readonly line: number;
}

/** Reads one paragraph or heading that begins with a line. In time that grows with its length, whatever it says. */
export function readInline(text: string, firstLine: number, { drop, opens }: Reader): Inline[] {
  const struck = (line: number, what: string): void => drop('strikethrough', line, what);
  const pieces: Piece[] = [];
  const brackets: Bracket[] = [];
  const ticks = runsOfTicks(text);
  const lastEndOfComment = text.lastIndexOf('-->');
  /** So many of the open brackets have a link inside: a link holds no other one. */
  let linked = 0;
  let line = firstLine;
  let at = 0;

  const put = (what: string): void => void pieces.push({ kind: 'text', text: what });
  /** Goes on to `end`, counting the lines that are passed. */
  const passTo = (end: number): void => {
    for (; at < end; at++) if (text[at] === '\n') line++;
  };
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const lengthOfRun = (mark: string): number => {
    let end = at;
    while (text[end] === mark) end++;
    return end - at;
  };

  function readEscape(): void {
    const next = text.charAt(at + 1);
    if (next === '\n') pieces.push({ kind: 'break' });
    else put(escapable.test(next) ? next : `\\${next}`);
    passTo(at + 1 + next.length);
  }

  function readCode(): void {
    const length = lengthOfRun('`');
    const end = ticks.closing(at, length);
    if (end === null) return readLiteral(length);
    const inside = text.slice(at + length, end).replaceAll('\n', ' ');
    const padded = inside.startsWith(' ') && inside.endsWith(' ') && inside.trim() !== '';
    pieces.push({ kind: 'code', text: padded ? inside.slice(1, -1) : inside });
    passTo(end + length);
  }

  function readRun(mark: Run['mark']): void {
    const length = lengthOfRun(mark);
    // Three tildes and more strike nothing out.
    if (mark === '~' && length > 2) return readLiteral(length);
    pieces.push({
      kind: 'run',
      mark,
      length,
      left: length,
      opens: [],
      closes: [],
      line,
      ...flanks(mark, beforeOf(text, at), characterAt(text, at + length)),
    });
    at += length;
  }

  function readLiteral(length: number): void {
    put(text.slice(at, at + length));
    passTo(at + length);
  }

  function openBracket(image: boolean): void {
    brackets.push({ piece: pieces.length, image, line });
    readLiteral(image ? 2 : 1);
  }

  function closeBracket(): void {
    const bracket = brackets.pop();
    const holdsLink = linked > brackets.length;
    linked = Math.min(linked, brackets.length);
    const target = bracket === undefined || (holdsLink && !bracket.image) ? null : readTarget(text, at + 1);
    if (bracket === undefined || target === null) return readLiteral(1);
    const children = withEmphasis(pieces.splice(bracket.piece).slice(1), struck);
    if (bracket.image) {
      pieces.push({ kind: 'image', src: target.href, alt: textOf(children) });
    } else {
      pieces.push(linkTo(target.href, children, bracket.line));
      linked = brackets.length;
    }
    passTo(target.end);
  }

  function linkTo(href: string, children: Inline[], number: number): Inline {
    const works = opens(href);
    if (!works) drop('link', number, href);
    return { kind: 'link', href: works ? href : null, children };
  }

  function readAngle(): void {
    const address = match(angled);
    if (address !== null) {
      const [all, href, mail = ''] = address;
      const children: Inline[] = [{ kind: 'text', text: href ?? mail }];
      pieces.push(linkTo(href ?? `mailto:${mail}`, children, line));
      return passTo(at + all.length);
    }
    const html = match(tag)?.[0] ?? readComment();
    if (html === null) return readLiteral(1);
    if (breakTag.test(html)) pieces.push({ kind: 'break' });
    else drop('html', line, html);
    passTo(at + html.length);
  }

  function readComment(): string | null {
    const inside = at + 4;
    if (lastEndOfComment < inside || !text.startsWith('<!--', at)) return null;
    return text.slice(at, text.indexOf('-->', inside) + 3);
  }

  function readEntity(): void {
    const entity = characterOf(text, at);
    if (entity === null) return readLiteral(1);
    put(entity.text);
    at += entity.length;
  }

  function readNewLine(): void {
    const last = pieces.at(-1);
    let spaces = 0;
    if (last?.kind === 'text') {
      const end = endOfWords(last.text);
      spaces = last.text.length - end;
      pieces[pieces.length - 1] = { kind: 'text', text: last.text.slice(0, end) };
    }
    if (spaces >= 2) pieces.push({ kind: 'break' });
    else if (last?.kind !== 'break') put(' ');
    passTo(at + 1);
  }

  function readAddress(): void {
    const address = beforeAddress.test(beforeOf(text, at)) ? match(bareAddress) : null;
    if (address === null) return readLiteral(1);
    pieces.push({ kind: 'link', href: address[0], children: [{ kind: 'text', text: address[0] }] });
    at += address[0].length;
  }

  while (at < text.length) {
    const character = text.charAt(at);
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
  return Array.from(text.slice(Math.max(at - 2, 0), at)).at(-1) ?? ' ';
}

/** Where runs of backticks stand, by length, so that the end of a code is found without searching again and again. */
function runsOfTicks(text: string) {
  const lastFirst = [...text.matchAll(/`+/g)].toReversed();
  const byLength = Map.groupBy(lastFirst, ({ 0: run }) => run.length);
  return {
    /** Asked from the beginning of the text to its end. */
    closing(at: number, length: number): number | null {
      const runs = byLength.get(length) ?? [];
      while ((runs.at(-1)?.index ?? Infinity) <= at) runs.pop();
      return runs.at(-1)?.index ?? null;
    },
  };
}

function endOfWords(text: string): number {
  let end = text.length;
  while (text[end - 1] === ' ') end--;
  return end;
}

/** Neighbouring texts become one, empty ones nothing. */
function joined(inlines: readonly Inline[]): Inline[] {
  const all: Inline[] = [];
  let texts: string[] = [];
  const flush = (): void => {
    const text = texts.join('');
    if (text !== '') all.push({ kind: 'text', text });
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
