import type { Block, Inline } from '../../../../src/shared/domain/message/markdown/nodes.ts';

/** Blocks as short HTML. Neighbouring texts would be one, and an empty one none: both stand out. */
export const htmlOf = (blocks: readonly Block[]): string => blocks.map(ofBlock).join('');

export const htmlOfInlines = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline, at) => {
      if (inline.kind !== 'text') return ofInline(inline);
      const before = inlines[at - 1]?.kind === 'text' ? '¦' : '';
      return before + (inline.text === '' ? '∅' : inline.text);
    })
    .join('');

function ofBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${htmlOfInlines(block.children)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${htmlOfInlines(block.children)}</p>`;
    case 'quote':
      return `<quote>${htmlOf(block.blocks)}</quote>`;
    case 'code':
      return `<pre>${block.text}</pre>`;
    case 'rule':
      return '<hr>';
    case 'list': {
      const items = block.items.map((item) => `<li>${htmlOf(item)}</li>`).join('');
      return block.start === null ? `<ul>${items}</ul>` : `<ol ${block.start}>${items}</ol>`;
    }
  }
}

function ofInline(inline: Exclude<Inline, { readonly kind: 'text' }>): string {
  switch (inline.kind) {
    case 'code':
      return `\`${inline.text}\``;
    case 'strong':
      return `<b>${htmlOfInlines(inline.children)}</b>`;
    case 'emphasis':
      return `<i>${htmlOfInlines(inline.children)}</i>`;
    case 'link':
      return `<a ${inline.href ?? '-'}>${htmlOfInlines(inline.children)}</a>`;
    case 'image':
      return `<img ${inline.src}>${inline.alt}</img>`;
    case 'break':
      return '<br>';
  }
}
