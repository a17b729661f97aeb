import type { Inline } from './nodes.ts';

/** A run of `*`, `_` or `~`, which may open or close something, or be itself. */
export interface Run {
  readonly kind: 'run';
  readonly mark: '*' | '_' | '~';
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly line: number;
  /** Marks that are not used up yet, and how many each opening and closing uses. */
  left: number;
  readonly opens: number[];
  readonly closes: number[];
}

export type Piece = Inline | Run;

/**
 * Pairs the runs by the rules of CommonMark and makes what they enclose bold or italic; `~` strikes out, and the app
 * leaves out what is struck.
 */
export function withEmphasis(
  pieces: readonly Piece[],
  onStruck: (line: number, text: string) => void,
): Inline[] {
  pairRuns(pieces.filter((piece) => piece.kind === 'run'));
  return nest(pieces, onStruck);
}

function pairRuns(runs: readonly Run[]): void {
  // The runs that are still in play, as a chain: what lies inside a pair falls out of it.
  const before = runs.map((_, index) => index - 1);
  // Below these no opener of that kind was found: nobody looks there again, which keeps the search short.
  const floors = new Map<string, number>();
  for (const [at, closer] of runs.entries()) {
    let isClosing = closer.canClose;
    while (isClosing) {
      const kind = `${closer.mark}${closer.canOpen}${closer.length % 3}${closer.mark === '~' ? closer.left : ''}`;
      const floor = floors.get(kind) ?? -1;
      let look = before[at] ?? -1;
      while (look > floor && !fits(runs[look], closer)) look = before[look] ?? -1;
      const opener = look > floor ? runs[look] : undefined;
      if (opener === undefined) {
        floors.set(kind, before[at] ?? -1);
        break;
      }
      const used = closer.mark === '~' ? closer.left : opener.left >= 2 && closer.left >= 2 ? 2 : 1;
      opener.opens.push(used);
      closer.closes.push(used);
      opener.left -= used;
      closer.left -= used;
      before[at] = opener.left > 0 ? look : (before[look] ?? -1);
      isClosing = closer.left > 0;
    }
    // What is used up, or only closes, opens nothing for those after it.
    if (at + 1 < runs.length) before[at + 1] = closer.canOpen && closer.left > 0 ? at : (before[at] ?? -1);
  }
}

function fits(opener: Run | undefined, closer: Run): boolean {
  if (opener === undefined || opener.mark !== closer.mark || !opener.canOpen || opener.left === 0)
    return false;
  if (closer.mark === '~') return opener.left === closer.left;
  const both = opener.canClose || closer.canOpen;
  const threes = opener.length % 3 === 0 && closer.length % 3 === 0;
  return !both || threes || (opener.length + closer.length) % 3 !== 0;
}

interface Open {
  readonly mark: Run['mark'];
  readonly used: number;
  readonly line: number;
  readonly children: Inline[];
}

function nest(pieces: readonly Piece[], onStruck: (line: number, text: string) => void): Inline[] {
  const all: Inline[] = [];
  const stack: Open[] = [];
  const put = (inline: Inline): void => void (stack.at(-1)?.children ?? all).push(inline);
  for (const piece of pieces) {
    if (piece.kind !== 'run') {
      put(piece);
      continue;
    }
    for (const _ of piece.closes) {
      const done = stack.pop();
      if (done === undefined) throw new Error('a pair without its opener');
      if (done.mark === '~') onStruck(done.line, textOf(done.children));
      else put({ kind: done.used === 2 ? 'strong' : 'emphasis', children: done.children });
    }
    if (piece.left > 0) put({ kind: 'text', text: piece.mark.repeat(piece.left) });
    for (const used of piece.opens.toReversed()) {
      stack.push({ mark: piece.mark, used, line: piece.line, children: [] });
    }
  }
  return all;
}

/** The text of inline parts, without what they look like. A break is a new line. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'code':
          return inline.text;
        case 'strong':
        case 'emphasis':
        case 'link':
          return textOf(inline.children);
        case 'image':
          return '';
        case 'break':
          return '\n';
      }
    })
    .join('');
}
