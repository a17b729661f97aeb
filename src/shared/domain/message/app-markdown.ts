import { readBlocks } from './markdown/blocks.ts';
import { textOf } from './markdown/emphasis.ts';
import type { Block, Dropped } from './markdown/nodes.ts';
import { splitFrontMatter } from './front-matter.ts';

/** What the app shows of a message's Markdown without front matter, and what it leaves out. */
export interface AppMarkdown {
  readonly blocks: readonly Block[];
  readonly dropped: readonly Dropped[];
}

const opened = /^(?:https?:\/\/|mailto:|tel:|sms:|ioit:\/\/)./i;

/** Reads a text as the app does. Lines are counted from 1. In time that grows with its length, whatever it says. */
export function parseAppMarkdown(body: string): AppMarkdown {
  const dropped: Dropped[] = [];
  const lines = body
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\f', ' ')
    .replaceAll('\t', '    ')
    .split('\n')
    .map((text, index) => ({ text, number: index + 1 }));
  const blocks = readBlocks(lines, {
    drop: (what, line, text) => dropped.push({ what, line, text }),
    opens: (href) => opened.test(href),
  });
  return { blocks, dropped };
}

/** What a citizen reads of a message: without front matter, markup, and whatever the app does not render. */
export function shownText(markdown: string): string {
  return textOfBlocks(parseAppMarkdown(splitFrontMatter(markdown).body).blocks);
}

function textOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(textOfBlock)
    .filter((text) => text !== '')
    .join('\n\n');
}

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return textOf(block.children);
    case 'quote':
      return textOfBlocks(block.blocks);
    case 'code':
      return block.text;
    case 'rule':
      return '';
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.start === null ? '•' : `${block.start + index}.`;
          return `${mark} ${textOfBlocks(item).replaceAll(/\n+/g, '\n  ')}`;
        })
        .join('\n');
  }
}

const longestCopy = 134;

/** What the copy by e-mail tells of a message: the beginning of what stands after its last `---`. */
export function emailCopy(markdown: string): string {
  const last = markdown.lastIndexOf('---');
  const rest = last === -1 ? markdown : markdown.slice(last + 3).replace(/^-+/, '');
  const text = textOfBlocks(parseAppMarkdown(rest).blocks).replaceAll(/\s+/g, ' ').trim();
  if (text.length <= longestCopy) return text;
  const end = text.charCodeAt(longestCopy - 1) >> 10 === 0x36 ? longestCopy - 1 : longestCopy;
  return `${text.slice(0, end).trimEnd()}…`;
}
