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
  type ItemMark,
} from './marks.ts';
import type { Block, Line, Reader } from './nodes.ts';

/** Deeper lists and quotes than this are read as text: nobody writes them, and a phone could not show them. */
const deepest = 12;

/** What stands behind the last line. */
const nothing: Line = { text: '', number: 0 };

/** Reads lines into what is shown of them; what is left out is told to `drop`. */
export function readBlocks(lines: readonly Line[], reader: Reader, depth = 0): Block[] {
  const { drop } = reader;
  const blocks: Block[] = [];
  let at = 0;

  const lineAt = (index: number): Line => lines[index] ?? nothing;
  const textAt = (index: number): string => lineAt(index).text;
  const isBlank = (index: number): boolean => textAt(index).trim() === '';

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
    return startsHtml(text, true) || startsTable(text, textAt(index + 1)) || definition.test(text);
  }

  function takeDropped(what: 'html' | 'table'): void {
    const { number } = lineAt(at);
    const taken: string[] = [];
    for (; !isBlank(at); at++) taken.push(textAt(at));
    drop(what, number, taken.join('\n'));
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
    for (; !isBlank(at); at++) {
      const line = lineAt(at);
      if (!quote.test(line.text) && interrupts(at)) break;
      inside.push({ ...line, text: line.text.replace(quote, '') });
    }
    blocks.push({ kind: 'quote', blocks: readBlocks(inside, reader, depth + 1) });
  }

  function takeList({ list, start }: ItemMark): void {
    const items: Block[][] = [];
    for (let mark = itemOf(textAt(at)); mark?.list === list; mark = itemOf(textAt(at))) {
      items.push(readBlocks(takeItem(mark), reader, depth + 1));
      // Empty lines between two items belong to neither.
      at = afterBlanks();
    }
    blocks.push({ kind: 'list', start, items });
  }

  /** The lines of one item, without what stands before them. */
  function takeItem({ indent, isEmpty }: ItemMark): Line[] {
    const inside: Line[] = [];
    const take = (line: Line): void => void inside.push({ ...line, text: line.text.slice(indent) });
    take(lineAt(at));
    for (at++; at < lines.length; at++) {
      const line = lineAt(at);
      if (isBlank(at)) {
        const next = afterBlanks();
        if (indentOf(textAt(next)) < indent) break;
        for (; at < next; at++) inside.push({ ...lineAt(at), text: '' });
        take(lineAt(at));
      } else if (indentOf(line.text) >= indent) take(line);
      // A paragraph goes on in the next line even when that stands at the edge.
      else if (itemOf(line.text) === null && !interrupts(at) && !(isEmpty && inside.length === 1))
        inside.push(line);
      else break;
    }
    return inside;
  }

  function takeParagraph(): void {
    const { number } = lineAt(at);
    const inside = [textAt(at).trimStart()];
    for (at++; !isBlank(at); at++) {
      const level = underlineOf(textAt(at));
      if (level !== null) {
        at++;
        blocks.push({
          kind: 'heading',
          level,
          children: readInline(inside.join('\n').trimEnd(), number, reader),
        });
        return;
      }
      if (interrupts(at)) break;
      inside.push(textAt(at).trimStart());
    }
    blocks.push({ kind: 'paragraph', children: readInline(inside.join('\n').trimEnd(), number, reader) });
  }

  while (at < lines.length) {
    const { text, number } = lineAt(at);
    const heading = headingOf(text);
    const fence = fenceOf(text);
    const item = depth < deepest ? itemOf(text) : null;
    if (isBlank(at)) at++;
    else if (indentOf(text) >= 4) takeIndentedCode();
    else if (heading !== null) {
      blocks.push({
        kind: 'heading',
        level: heading.level,
        children: readInline(heading.text, number, reader),
      });
      at++;
    } else if (fence !== null) takeFence(fence.mark, fence.indent);
    else if (isRule(text)) {
      blocks.push({ kind: 'rule' });
      at++;
    } else if (depth < deepest && quote.test(text)) takeQuote();
    else if (startsTable(text, textAt(at + 1))) takeDropped('table');
    else if (item !== null) takeList(item);
    else if (definition.test(text)) {
      drop('definition', number, text.trim());
      at++;
    } else if (startsHtml(text, false)) takeDropped('html');
    else takeParagraph();
  }
  return blocks;
}
