import { changes, type Change } from './operators.ts';
import { child, isFunction, parse, places, type Node, type Place } from './syntax.ts';

/** One small mistake that might have been made in a source. */
export interface Mutant extends Change {
  readonly file: string;
  readonly line: number;
  /** The line before and after, as a person reads it. */
  readonly before: string;
  readonly after: string;
  /** Where the choice between the two is made while the program runs. */
  readonly at: readonly Spot[];
  /** A pattern of a module, which is made once and not each time it is read. */
  readonly constant: string | undefined;
}

/** A stretch of a source that is wrapped in the choice. */
export interface Spot {
  readonly start: number;
  readonly end: number;
  readonly isStatement: boolean;
}

/**
 * Every mutant of a source. What is worked out once while a module loads is left out (tables, lists of codes); a number,
 * a text or a pattern with a name of its own is not: its mutants are chosen wherever the name is read.
 */
export function mutantsOf(file: string, source: string): Mutant[] {
  const program = parse(file, source);
  const all = [...places(program)];
  return all.flatMap((place) => {
    const at = spots(place, all);
    return at.length === 0
      ? []
      : changes(place, source).map((change) => mutant(file, source, change, place, at));
  });
}

function mutant(file: string, source: string, change: Change, { node }: Place, at: readonly Spot[]): Mutant {
  const from = source.lastIndexOf('\n', change.start) + 1;
  const to = source.indexOf('\n', change.end);
  const [before, after] = [source.slice(change.start, change.end), change.text].map((text) =>
    (source.slice(from, change.start) + text + source.slice(change.end, to)).replace(/\s+/g, ' ').trim(),
  );
  const line = source.slice(0, change.start).split('\n').length;
  const isNamed = at.some(({ start, end }) => change.start < start || change.end > end);
  const constant = isNamed && node['regex'] !== undefined ? change.text : undefined;
  return { ...change, file, line, before: before ?? '', after: after ?? '', at, constant };
}

function spots({ node, around }: Place, all: readonly Place[]): readonly Spot[] {
  if (around.some(isFunction)) return [spot(node, around)];
  if (isFunction(node)) return [spot(node, around)];
  const [declarator, declaration] = around;
  if (
    node.type !== 'Literal' ||
    declarator?.type !== 'VariableDeclarator' ||
    declaration?.['kind'] !== 'const'
  )
    return [];
  const name = child(declarator, 'id')?.['name'];
  return all.filter((place) => reads(place, name)).map((place) => spot(place.node, place.around));
}

/** An argument of a chain with `?.` ends with the chain: the whole of it is one choice. */
function spot(node: Node, around: readonly Node[]): Spot {
  if (node.type === 'ExpressionStatement' || node.type === 'ContinueStatement')
    return { start: node.start, end: node.end, isStatement: true };
  const aim = aimOf(node);
  if (aim !== undefined) return { start: aim.start, end: aim.end, isStatement: false };
  let whole = node;
  for (const outer of around) {
    const isLink = child(outer, 'object') === whole || child(outer, 'callee') === whole;
    if (!isLink && outer.type !== 'ChainExpression' && outer.type !== 'TSNonNullExpression') break;
    whole = outer;
    if (outer.type === 'ChainExpression') return { start: whole.start, end: whole.end, isStatement: false };
  }
  return { start: node.start, end: node.end, isStatement: false };
}

/** What of a statement or a function its change is about. */
const aimOf = (node: Node): Node | undefined =>
  child(node, 'test') ??
  (node.type === 'ReturnStatement' ? child(node, 'argument') : undefined) ??
  (isFunction(node) ? child(node, 'body') : undefined);

function reads({ node, around: [parent, ...further] }: Place, name: unknown): boolean {
  if (node.type !== 'Identifier' || node['name'] !== name || !further.some(isFunction)) return false;
  if (parent?.type === 'MemberExpression') return parent['object'] === node || parent['computed'] === true;
  return parent?.type !== 'Property' || (parent['key'] !== node && parent['shorthand'] !== true);
}
