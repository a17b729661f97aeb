import { parseSync } from 'vite';

/** A part of a source as the parser tells it; positions count UTF-16 units, as those of a string do. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A node with what stands around it, the nearest first. */
export interface Place {
  readonly node: Node;
  readonly around: readonly Node[];
}

export function parse(file: string, source: string): Node {
  const { program, errors } = parseSync(file, source, { lang: 'ts', preserveParens: false });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  return program as unknown as Node;
}

/** Every node that says what happens; types, imports and the sentences of defects say nothing of it. */
export function* places(node: Node, around: readonly Node[] = []): Generator<Place> {
  if (saysNothing(node)) return;
  if (!isTypeWrapper(node)) yield { node, around };
  const inner = [node, ...around];
  for (const [key, value] of Object.entries(node)) {
    if (typeKeys.has(key)) continue;
    for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) yield* places(each, inner);
  }
}

export const child = (node: Node, key: string): Node | undefined => {
  const value = node[key];
  return isNode(value) ? value : undefined;
};

export const children = (node: Node, key: string): Node[] => {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
};

export const isFunction = ({ type }: Node): boolean =>
  type === 'ArrowFunctionExpression' || type === 'FunctionExpression' || type === 'FunctionDeclaration';

const typeKeys = new Set(['typeAnnotation', 'typeParameters', 'typeArguments', 'returnType', 'parent']);

const isTypeWrapper = ({ type }: Node): boolean =>
  type === 'TSAsExpression' || type === 'TSNonNullExpression' || type === 'TSSatisfiesExpression';

function saysNothing(node: Node): boolean {
  if (node.type.startsWith('TS')) return !isTypeWrapper(node);
  if (node.type.startsWith('Import') || node.type === 'ExportAllDeclaration') return true;
  if (node.type === 'ExportNamedDeclaration') return child(node, 'declaration') === undefined;
  return node.type === 'NewExpression' && String(child(node, 'callee')?.['name']).endsWith('Error');
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
