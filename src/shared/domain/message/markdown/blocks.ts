import { readInline } from './inline.ts';
import {
  closesFence,
  definition,
  fenceOf,
  headingOf,
  indentOf,
  isRule,
  itemOf,
  quote,
  startsHtml,
  startsTable,
  underlineOf,
} from './marks.ts';
import type { Block, Line, Reader } from './nodes.ts';

/** Deeper lists and quotes than this are read as text: nobody writes them, and a phone could not show them. */
const deepest = 12;

/** Reads lines into what is shown of them; what is left out is told to `drop`. */
export function readBlocks(lines: readonly Line[], reader: Reader, depth = 0): Block[] {
  const { drop } = reader;
  const blocks: Block[] = [];
  let at = 0;

  const textAt = (index: number): string => lines[index]?.text ?? '';
  const isBlank = (index: number): boolean => textAt(index).trim() === '';
  /** From `at` to the line before the next empty one. */
  const toBlank = (): readonly Line[] => {
    let end = at;
    while (end < lines.length && !isBlank(end)) end++;
    return lines.slice(at, end);
  };

  const afterBlanks = (): number => {
    let next = at;
    while (next < lines.length && isBlank(next)) next++;
    return next;
  };

  /** May a line end the paragraph before it? */
  function interrupts(index: number): boolean {
    const text = textAt(index);
    if (headingOf(text) !== null || fenceOf(text) !== null || isRule(text)) return true;
    if (depth < deepest && quote.test(text)) return true;
    const item = depth < deepest ? itemOf(text) : null;
    if (item !== null && !item.isEmpty && (item.start === null || item.start === 1)) return true;
    return startsHtml(text, true) || startsTable(text, lines[index + 1]?.text) || definition.test(text);
  }

  function takeDropped(what: 'html' | 'table'): void {
    const taken = toBlank();
    drop(what, lines[at]?.number ?? 1, taken.map(({ text }) => text).join('\n'));
    at += taken.length;
  }

  function takeFence(mark: string, indent: number): void {
    const inside: string[] = [];
    for (at++; at < lines.length && !closesFence(textAt(at), mark); at++) {
      inside.push(textAt(at).slice(Math.min(indent, indentOf(textAt(at)))));
    }
    at++;
    blocks.push({ kind: 'code', text: inside.join('\n') });
  }

  function takeIndentedCode(): void {
    const inside: string[] = [];
    for (; at < lines.length && (isBlank(at) || indentOf(textAt(at)) >= 4); at++)
      inside.push(textAt(at).slice(4));
    blocks.push({ kind: 'code', text: inside.join('\n').trimEnd() });
  }

  function takeQuote(): void {
    const inside: Line[] = [];
    for (; at < lines.length && !isBlank(at); at++) {
      const line = lines[at];
      if (line === undefined || (!quote.test(line.text) && interrupts(at))) break;
      inside.push({ ...line, text: line.text.replace(quote, '') });
    }
    blocks.push({ kind: 'quote', blocks: readBlocks(inside, reader, depth + 1) });
  }

  function takeList(): void {
    const first = itemOf(textAt(at));
    const items: Block[][] = [];
    for (let mark = first; mark !== null && mark.list === first?.list; mark = itemOf(textAt(at))) {
      items.push(readBlocks(takeItem(mark.indent), reader, depth + 1));
      // Empty lines between two items belong to neither.
      const next = afterBlanks();
      if (itemOf(textAt(next))?.list === first.list && indentOf(textAt(next)) < 4) at = next;
    }
    blocks.push({ kind: 'list', start: first?.start ?? null, items });
  }

  /** The lines of one item, without what stands before them. */
  function takeItem(indent: number): Line[] {
    const inside: Line[] = [];
    const [head] = lines.slice(at, at + 1);
    if (head !== undefined) inside.push({ ...head, text: head.text.slice(indent) });
    for (at++; at < lines.length; at++) {
      const line = lines[at];
      if (line === undefined) break;
      if (isBlank(at)) {
        const next = afterBlanks();
        if (next === lines.length || indentOf(textAt(next)) < indent) break;
        for (const blank of lines.slice(at, next)) inside.push({ ...blank, text: '' });
        at = next - 1;
      } else if (indentOf(line.text) >= indent) inside.push({ ...line, text: line.text.slice(indent) });
      // A paragraph goes on in the next line even when that stands at the edge.
      else if (itemOf(line.text) === null && !interrupts(at) && inside.at(-1)?.text.trim() !== '')
        inside.push(line);
      else break;
    }
    return inside;
  }

  function takeParagraph(): void {
    const inside: Line[] = [];
    for (; at < lines.length && !isBlank(at); at++) {
      const line = lines[at];
      const level = inside.length > 0 ? underlineOf(textAt(at)) : null;
      if (level !== null) {
        at++;
        blocks.push({ kind: 'heading', level, children: readInline(trimmed(inside), reader) });
        return;
      }
      if (line === undefined || (inside.length > 0 && interrupts(at))) break;
      inside.push({ ...line, text: line.text.trimStart() });
    }
    blocks.push({ kind: 'paragraph', children: readInline(trimmed(inside), reader) });
  }

  while (at < lines.length) {
    const text = textAt(at);
    const number = lines[at]?.number ?? 1;
    const heading = headingOf(text);
    const fence = fenceOf(text);
    if (isBlank(at)) at++;
    else if (indentOf(text) >= 4) takeIndentedCode();
    else if (heading !== null) {
      blocks.push({
        kind: 'heading',
        level: heading.level,
        children: readInline([{ text: heading.text, number }], reader),
      });
      at++;
    } else if (fence !== null) takeFence(fence.mark, fence.indent);
    else if (isRule(text)) {
      blocks.push({ kind: 'rule' });
      at++;
    } else if (depth < deepest && quote.test(text)) takeQuote();
    else if (startsTable(text, lines[at + 1]?.text)) takeDropped('table');
    else if (depth < deepest && itemOf(text) !== null) takeList();
    else if (definition.test(text)) {
      drop('definition', number, text.trim());
      at++;
    } else if (startsHtml(text, false)) takeDropped('html');
    else takeParagraph();
  }
  return blocks;
}

function trimmed(lines: readonly Line[]): Line[] {
  return lines.map((line, index) =>
    index === lines.length - 1 ? { ...line, text: line.text.trimEnd() } : line,
  );
}
