import { readBlocks } from '../../domain/message/markdown/blocks.ts';
import { textOf } from '../../domain/message/markdown/emphasis.ts';
import type { Block, Inline } from '../../domain/message/markdown/nodes.ts';
import { fold } from './fold.ts';
import { slugOf } from './slug.ts';

/** A file of the guide: its name without the ending, and its Markdown. */
export interface GuideFile {
  readonly name: string;
  readonly text: string;
}

/** A heading and what stands under it. */
export interface GuideSection {
  /** Names it in addresses and in links; no other section or chapter has it. */
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly blocks: readonly Block[];
  /** Other words under which it is looked for; never shown. */
  readonly also: readonly string[];
  /** All its words, folded. */
  readonly words: string;
}

export interface GuideChapter {
  /** The name of its file. */
  readonly id: string;
  readonly title: string;
  readonly lead: readonly Block[];
  readonly sections: readonly GuideSection[];
}

export interface Guide {
  /** What stands before the chapters, and names them. */
  readonly index: GuideChapter;
  /** In the order in which the index names them. */
  readonly chapters: readonly GuideChapter[];
}

const indexName = 'README';

/** Reads the files of the guide. Throws when one of them has no title, or the index is missing. */
export function readGuide(files: readonly GuideFile[]): Guide {
  const read = new Map(files.map((file) => [file.name, readChapter(file)]));
  const index = read.get(indexName);
  if (index === undefined) throw new Error('the guide has no index');
  const named = new Set(linksOf(index).map((href) => href.replace(/\.md(#.*)?$/, '')));
  return { index, chapters: [...named].flatMap((name) => read.get(name) ?? []) };
}

/**
 * Where a link of the guide leads: the id of a section or of a chapter; null when it leads out of the guide.
 */
export function voceOfLink(href: string): string | null {
  const [, name = '', section = ''] = /^(?:([\w-]+)\.md)?(?:#([^#]+))?$/.exec(href) ?? [];
  if (section !== '') return decodeURIComponent(section);
  return name === '' ? null : name;
}

/** The targets of all links of a chapter, in order. */
export function linksOf({ lead, sections }: GuideChapter): string[] {
  return inlinesOf([...lead, ...sections.flatMap(({ blocks }) => blocks)]).flatMap((inline) =>
    inline.kind === 'link' && inline.href !== null ? [inline.href] : [],
  );
}

/** The words of some blocks, as they are read. */
export function wordsOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'list') return block.items.map(wordsOfBlocks).join(' ');
      if (block.kind === 'quote') return wordsOfBlocks(block.blocks);
      if (block.kind === 'code') return block.text;
      return block.kind === 'rule' ? '' : textOf(block.children);
    })
    .join(' ');
}

function readChapter({ name, text }: GuideFile): GuideChapter {
  const [head, ...rest] = cutAtHeadings(text);
  if (head?.level !== 1) throw new Error(`the chapter ${name} does not begin with its title`);
  return {
    id: name,
    title: head.title,
    lead: readPiece(head).blocks,
    sections: rest.map((piece) => {
      const { blocks, also } = readPiece(piece);
      const words = fold([piece.title, wordsOfBlocks(blocks), ...also].join(' '));
      return { id: slugOf(piece.title), title: piece.title, level: piece.level, blocks, also, words };
    }),
  };
}

interface Piece {
  readonly title: string;
  readonly level: number;
  readonly lines: { readonly text: string; readonly number: number }[];
}

function cutAtHeadings(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const [, marks, title] = /^(#{1,3}) (.+)$/.exec(line) ?? [];
    if (marks !== undefined && title !== undefined)
      pieces.push({ title: title.trim(), level: marks.length, lines: [] });
    else pieces.at(-1)?.lines.push({ text: line, number: at + 1 });
  }
  return pieces;
}

function readPiece({ lines }: Piece): Pick<GuideSection, 'blocks' | 'also'> {
  const also: string[] = [];
  const blocks = readBlocks(lines, {
    drop: (_what, _line, text) => {
      const words = /^<!-- anche: (.*) -->$/.exec(text)?.[1];
      if (words !== undefined) also.push(...words.split(', '));
    },
    opens: () => true,
  });
  return { blocks, also };
}

function inlinesOf(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap(inlinesOf);
    if (block.kind === 'quote') return inlinesOf(block.blocks);
    return 'children' in block ? block.children.flatMap(andInside) : [];
  });
}

function andInside(inline: Inline): Inline[] {
  return 'children' in inline ? [inline, ...inline.children.flatMap(andInside)] : [inline];
}
