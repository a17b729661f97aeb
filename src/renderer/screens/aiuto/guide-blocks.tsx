import { useComputedColorScheme } from '@mantine/core';
import type { Block, Inline } from '../../../shared/domain/message/markdown/nodes.ts';
import { markWords } from '../../../shared/wording/guide/find-guide.ts';
import { voceOfLink } from '../../../shared/wording/guide/read-guide.ts';
import classes from './aiuto.module.css';
import { addressOfPicture } from './pictures.ts';
import { VoceLink } from './voce-link.tsx';

interface Shown<What> {
  readonly of: What;
  /** The words that are looked for: they stand out. */
  readonly wanted: string;
}

/** A stretch of the guide; its links lead to other places of it. */
export function GuideBlocks({ of: blocks, wanted }: Shown<readonly Block[]>) {
  return blocks.map((block, index) => <OneBlock key={index} of={block} wanted={wanted} />);
}

function OneBlock({ of: block, wanted }: Shown<Block>) {
  switch (block.kind) {
    case 'paragraph': {
      const [only] = block.children;
      if (only?.kind === 'image' && block.children.length === 1)
        return <Picture src={only.src} alt={only.alt} />;
      return (
        <p>
          <Inlines of={block.children} wanted={wanted} />
        </p>
      );
    }
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <GuideBlocks of={item} wanted={wanted} />
        </li>
      ));
      return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
    case 'quote':
      return (
        <blockquote>
          <GuideBlocks of={block.blocks} wanted={wanted} />
        </blockquote>
      );
    case 'code':
      return <pre className="code">{block.text}</pre>;
    // Headings cut the guide into sections before; a rule has nothing to say.
    case 'heading':
    case 'rule':
      return null;
  }
}

function Picture({ src, alt }: { readonly src: string; readonly alt: string }) {
  const theme = useComputedColorScheme('light');
  const address = addressOfPicture(src, theme);
  if (address === null) return null;
  return (
    <img className={classes['picture']} src={address} alt={alt} loading="lazy" width={1280} height={720} />
  );
}

export function Inlines({ of: inlines, wanted }: Shown<readonly Inline[]>) {
  return inlines.map((inline, index) => <OneInline key={index} of={inline} wanted={wanted} />);
}

function OneInline({ of: inline, wanted }: Shown<Inline>) {
  switch (inline.kind) {
    case 'text':
      return <Marked text={inline.text} wanted={wanted} />;
    case 'strong':
      return (
        <strong>
          <Inlines of={inline.children} wanted={wanted} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Inlines of={inline.children} wanted={wanted} />
        </em>
      );
    case 'code':
      return <code className="code">{inline.text}</code>;
    case 'link': {
      const voce = inline.href === null ? null : voceOfLink(inline.href);
      const words = <Inlines of={inline.children} wanted={wanted} />;
      return voce === null ? words : <VoceLink voce={voce}>{words}</VoceLink>;
    }
    case 'image':
      return inline.alt;
    case 'break':
      return <br />;
  }
}

export function Marked({ text, wanted }: { readonly text: string; readonly wanted: string }) {
  return markWords(text, wanted).map((stretch, index) =>
    stretch.hit ? <mark key={index}>{stretch.text}</mark> : stretch.text,
  );
}
