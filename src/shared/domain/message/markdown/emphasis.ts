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

/** A run that may still open something, and the one before it: what lies inside a pair falls out of the chain. */
interface Opener {
  readonly at: number;
  readonly run: Run;
  readonly before: Opener | null;
}

function pairRuns(runs: readonly Run[]): void {
  let last: Opener | null = null;
  // Up to these no opener of that kind was found: nobody looks there again, which keeps the search short.
  const floors = new Map<string, number>();
  for (const [at, closer] of runs.entries()) {
    while (closer.canClose && closer.left > 0) {
      const kind = `${closer.mark}${closer.canOpen}${closer.length % 3}`;
      const opener = openerOf(closer, last, floors.get(kind) ?? -1);
      if (opener === null) {
        floors.set(kind, last?.at ?? -1);
        break;
      }
      const { run } = opener;
      const used = run.left >= 2 && closer.left >= 2 ? 2 : 1;
      run.opens.push(used);
      closer.closes.push(used);
      run.left -= used;
      closer.left -= used;
      last = run.left > 0 ? opener : opener.before;
    }
    if (closer.canOpen && closer.left > 0) last = { at, run: closer, before: last };
  }
}

/** The nearest that fits, above a floor. */
function openerOf(closer: Run, last: Opener | null, floor: number): Opener | null {
  let opener = last;
  while (opener !== null && opener.at > floor && !fits(opener.run, closer)) opener = opener.before;
  return opener !== null && opener.at > floor ? opener : null;
}

function fits(opener: Run, closer: Run): boolean {
  if (opener.mark !== closer.mark) return false;
  if (closer.mark === '~') return opener.length === closer.length;
  const both = opener.canClose || closer.canOpen;
  // Of a sum of three both must have a multiple of three, or none of them opens and closes.
  return !both || opener.length % 3 === 0 || (opener.length + closer.length) % 3 !== 0;
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
    put({ kind: 'text', text: piece.mark.repeat(piece.left) });
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
