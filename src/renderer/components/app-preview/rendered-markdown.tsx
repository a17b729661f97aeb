import type { Block, Inline } from '../../../shared/domain/message/markdown/nodes.ts';
import classes from './app-preview.module.css';

/** The blocks of a message as the app lays them out. Links open nothing here, and images are not fetched. */
export function RenderedMarkdown({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, index) => <OneBlock key={index} block={block} />);
}

function OneBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <div
          className={classes['heading']}
          data-level={Math.min(block.level, 4)}
          role="heading"
          aria-level={4}
        >
          <Inlines inlines={block.children} />
        </div>
      );
    case 'paragraph':
      return (
        <p className={classes['paragraph']}>
          <Inlines inlines={block.children} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <RenderedMarkdown blocks={item} />
        </li>
      ));
      if (block.start === null) return <ul className={classes['list']}>{items}</ul>;
      return (
        <ol className={classes['list']} start={block.start}>
          {items}
        </ol>
      );
    }
    case 'quote':
      return (
        <blockquote className={classes['quote']}>
          <RenderedMarkdown blocks={block.blocks} />
        </blockquote>
      );
    case 'code':
      return <pre className={classes['code']}>{block.text}</pre>;
    case 'rule':
      return <hr className={classes['rule']} />;
  }
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => <OneInline key={index} inline={inline} />);
}

function OneInline({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'strong':
      return (
        <strong>
          <Inlines inlines={inline.children} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Inlines inlines={inline.children} />
        </em>
      );
    case 'code':
      return <code className={classes['inlineCode']}>{inline.text}</code>;
    case 'link':
      return (
        <span className={classes['link']} title={inline.href ?? 'Qui l’app non apre nulla'}>
          <Inlines inlines={inline.children} />
        </span>
      );
    case 'image':
      return (
        <span className={classes['image']} title={inline.src}>
          {inline.alt === '' ? 'Immagine' : `Immagine: ${inline.alt}`}
        </span>
      );
    case 'break':
      return <br />;
  }
}
