import { otherPatterns } from './regexes.ts';
import { child, children, isFunction, type Node, type Place } from './syntax.ts';

/** One change of the text of a source. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a hasty hand might have written at this place instead. */
export function changes({ node, around }: Place, source: string): Change[] {
  const operator = String(node['operator']);
  const text = (part: Node | undefined): string =>
    part === undefined ? '' : source.slice(part.start, part.end);
  const whole = (...texts: readonly string[]): Change[] =>
    texts.map((other) => ({ start: node.start, end: node.end, text: other }));
  const left = child(node, 'left');
  const right = child(node, 'right');
  const instead = (...others: readonly string[]): Change[] => {
    const start = source.indexOf(operator, left?.end);
    return others.map((other) => ({ start, end: start + operator.length, text: other }));
  };
  switch (node.type) {
    case 'BinaryExpression':
      if (operator === '+' && (isText(left) || isText(right))) return [];
      return instead(...(otherOperators[operator] ?? []));
    case 'LogicalExpression':
      return operator === '??' ? whole(text(left), text(right)) : instead(operator === '&&' ? '||' : '&&');
    case 'UnaryExpression':
      return operator === '!' || operator === '-' ? whole(text(child(node, 'argument'))) : [];
    case 'UpdateExpression':
      return whole(text(node).replace(operator, operator === '++' ? '--' : '++'));
    case 'AssignmentExpression':
      return instead(...(otherOperators[operator] ?? []));
    case 'Literal':
      return isAside(node, around) ? [] : whole(...otherLiterals(node));
    case 'TemplateLiteral':
      return around[0]?.type === 'TaggedTemplateExpression' ? [] : whole('``');
    case 'ArrayExpression':
      return children(node, 'elements').length > 0 ? whole('[]') : [];
    case 'MemberExpression':
      return node['optional'] === true ? [withoutQuestion(node, source)] : [];
    case 'CallExpression':
      return otherCalls(node, source);
    case 'ExpressionStatement':
      return whole('');
    case 'ContinueStatement':
      return whole(';');
    default:
      return aims(node, text);
  }
}

const insteadOf = (part: Node | undefined, ...texts: readonly string[]): Change[] =>
  part === undefined ? [] : texts.map((text) => ({ start: part.start, end: part.end, text }));

/** Tests of a condition that are always so, and functions that answer nothing. */
function aims(node: Node, text: (part: Node | undefined) => string): Change[] {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return insteadOf(child(node, 'test'), 'true', 'false');
    case 'WhileStatement':
    case 'ForStatement':
      return insteadOf(child(node, 'test'), 'false');
    case 'ReturnStatement': {
      const answer = child(node, 'argument');
      return text(answer) === 'undefined' ? [] : insteadOf(answer, 'undefined');
    }
    default: {
      const body = child(node, 'body');
      const answers = isFunction(node) && node['expression'] === true && text(body) !== 'undefined';
      return answers ? insteadOf(body, 'undefined') : [];
    }
  }
}

const otherOperators: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '+=': ['-='],
  '-=': ['+='],
};

function otherLiterals(node: Node): readonly string[] {
  const { value } = node;
  const regex = node['regex'] as { readonly pattern: string; readonly flags: string } | undefined;
  if (regex !== undefined)
    return otherPatterns(regex.pattern, regex.flags).map((other) => `/${other}/${regex.flags}`);
  if (typeof value === 'boolean') return [String(!value)];
  if (typeof value === 'string') return [value === '' ? "'x'" : "''"];
  if (typeof value === 'number') return value === 1 ? ['0', '2'] : [String(value + 1)];
  return [];
}

/** Methods that are another one by mistake, or were forgotten. */
function otherCalls(node: Node, source: string): Change[] {
  const callee = child(node, 'callee');
  const method = callee && child(callee, 'property');
  if (callee?.type !== 'MemberExpression' || method === undefined) return [];
  const name = source.slice(method.start, method.end);
  const other = Object.hasOwn(otherMethods, name) ? otherMethods[name] : undefined;
  const dot = source.lastIndexOf(callee['optional'] === true ? '?.' : '.', method.start);
  return [
    ...(other === undefined ? [] : [{ start: method.start, end: method.end, text: other }]),
    ...(forgotten.has(name) ? [{ start: dot, end: node.end, text: '' }] : []),
  ];
}

const otherMethods: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  find: 'findLast',
  findLast: 'find',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  padStart: 'padEnd',
  trimStart: 'trimEnd',
  trimEnd: 'trimStart',
  toUpperCase: 'toLowerCase',
  toLowerCase: 'toUpperCase',
};

const forgotten = new Set([
  'filter',
  'toSorted',
  'sort',
  'toReversed',
  'slice',
  'trim',
  'replace',
  'replaceAll',
]);

const withoutQuestion = (node: Node, source: string): Change => {
  const from = child(node, 'object')?.end ?? node.start;
  const question = source.indexOf('?.', from);
  return { start: question, end: question + 2, text: node['computed'] === true ? '' : '.' };
};

const isText = (node: Node | undefined): boolean =>
  node?.type === 'TemplateLiteral' || (node?.type === 'Literal' && typeof node['value'] === 'string');

/** Names of properties, and what the compiler wants for a group of a pattern that is always there. */
const isAside = (node: Node, [parent, further]: readonly Node[]): boolean =>
  (parent?.type === 'Property' && parent['key'] === node) ||
  parent?.type === 'ExpressionStatement' ||
  (parent?.type === 'AssignmentPattern' && further?.type === 'ArrayPattern');
