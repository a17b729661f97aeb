/** The part of Markdown that is rendered: what the IO app makes of a message, and what the guide is written in. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' };

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  /** `href` is null when nothing opens there. */
  | { readonly kind: 'link'; readonly href: string | null; readonly children: readonly Inline[] }
  | { readonly kind: 'image'; readonly src: string; readonly alt: string }
  | { readonly kind: 'break' };

/** What stands in the Markdown and not on the phone, or stands there and does nothing. */
export interface Dropped {
  readonly what: 'table' | 'strikethrough' | 'html' | 'definition' | 'link';
  /** From 1, of the text that was read. */
  readonly line: number;
  readonly text: string;
}

/** A line and its place in the text that was read, whatever was taken off its front since. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/** Where what is dropped is told while a text is read. */
export type Drop = (what: Dropped['what'], line: number, text: string) => void;

/** Who reads: what becomes of what is dropped, and which links lead somewhere where the text is shown. */
export interface Reader {
  readonly drop: Drop;
  readonly opens: (href: string) => boolean;
}
