import type { Shape } from './shape.ts';

/** A shape made ready to be walked: names are looked up once for each way in which a file writes them. */
export interface Node {
  readonly shape: Shape;
  /** What it listens to: to ask the shape itself takes longer, for there are many kinds of them. */
  readonly wantsText: boolean;
  readonly wantsBegin: boolean;
  readonly wantsEnd: boolean;
  readonly children: Map<string, Node>;
  otherwise: Node | null;
}

const compiled = new WeakMap<Shape, Node>();

/** The shape made ready; a shape that is used again is not made ready again. */
export function compile(shape: Shape): Node {
  const ready = compiled.get(shape) ?? prepare(shape, new Map());
  compiled.set(shape, ready);
  return ready;
}

/** A shape may contain itself. */
function prepare(shape: Shape, done: Map<Shape, Node>): Node {
  const ready = done.get(shape);
  if (ready !== undefined) return ready;
  const node: Node = {
    shape,
    wantsText: shape.text !== undefined,
    wantsBegin: shape.open !== undefined,
    wantsEnd: shape.close !== undefined,
    children: new Map(),
    otherwise: null,
  };
  done.set(shape, node);
  for (const [name, child] of Object.entries(shape.children ?? {}))
    node.children.set(name, prepare(child, done));
  if (shape.otherwise !== undefined) node.otherwise = prepare(shape.otherwise, done);
  return node;
}

// A file normally uses one or two prefixes; a hostile one could invent millions.
const manyNames = 1000;

/** The node of a child, by its name as written, prefix included; null when nobody wants it. */
export function inside(parent: Node | null, name: string): Node | null {
  if (parent === null) return null;
  const known = parent.children.get(name);
  if (known !== undefined) return known;
  const colon = name.indexOf(':');
  const named = colon === -1 ? undefined : parent.children.get(name.slice(colon + 1));
  if (named === undefined) return parent.otherwise;
  if (parent.children.size < manyNames) parent.children.set(name, named);
  return named;
}
