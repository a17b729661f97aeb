import * as fc from 'fast-check';
import { z } from 'zod';
import { operations, type OperationName } from '../../../src/shared/contract/operations.ts';

/** Values that stand in the ledger, by the name that questions give them: `iuv`, `id`, `service`. */
export type Pool = Readonly<Record<string, readonly unknown[]>>;

/** Questions as the row of an operation wants them, naming what is there as often as what is not. */
export function valid(name: OperationName, pool: Pool): fc.Arbitrary<unknown> {
  let inVain = 0;
  return shaped(name, pool).filter((value) => {
    const isOne = isQuestion(name, value);
    inVain = isOne ? 0 : inVain + 1;
    // A check digit, say, is met by values of the pool alone: without them the search would never end.
    if (inVain === 10_000)
      throw new Error(`no question of ${name} is found: the pool has to know its values`);
    return isOne;
  });
}

/** Questions that are none: almost valid ones, and anything that a wire could bring. */
export function refused(name: OperationName, pool: Pool): fc.Arbitrary<unknown> {
  const spoilt = fc.tuple(shaped(name, pool), fc.nat(), hostile, fc.constantFrom(...ways)).map(spoil);
  return fc
    .oneof({ arbitrary: spoilt, weight: 6 }, { arbitrary: hostile, weight: 4 })
    .filter((value) => !isQuestion(name, value));
}

/** What the schema itself cannot even look at is no question either. */
export function isQuestion(name: OperationName, value: unknown): boolean {
  try {
    return operations[name].input.safeParse(value).success;
  } catch {
    return false;
  }
}

function shaped(name: OperationName, pool: Pool): fc.Arbitrary<unknown> {
  const shape = z.toJSONSchema(operations[name].input, { io: 'input', unrepresentable: 'any' }) as Shape;
  return ofShape(shape, { pool, definitions: shape.$defs ?? {}, depth: 0 }, '');
}

type Shape = Readonly<{
  type?: string | readonly string[];
  properties?: Readonly<Record<string, Shape>>;
  required?: readonly string[];
  items?: Shape;
  anyOf?: readonly Shape[];
  oneOf?: readonly Shape[];
  allOf?: readonly Shape[];
  enum?: readonly unknown[];
  const?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  propertyNames?: Shape;
  additionalProperties?: Shape | boolean;
  $ref?: string;
  $defs?: Readonly<Record<string, Shape>>;
}>;

interface Around {
  readonly pool: Pool;
  readonly definitions: Readonly<Record<string, Shape>>;
  readonly depth: number;
}

function ofShape(shape: Shape, around: Around, name: string): fc.Arbitrary<unknown> {
  const made = plain(shape, around, name);
  const known = around.pool[name];
  return known === undefined || known.length === 0
    ? made
    : fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 3 }, { arbitrary: made, weight: 1 });
}

function plain(shape: Shape, around: Around, name: string): fc.Arbitrary<unknown> {
  if (shape.$ref !== undefined) {
    const target = around.definitions[shape.$ref.replace(/^#\/\$defs\//, '')];
    const deeper = { ...around, depth: around.depth + 1 };
    return target === undefined || around.depth > 3 ? fc.constant(null) : ofShape(target, deeper, name);
  }
  if ('const' in shape) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  const ways = shape.anyOf ?? shape.oneOf;
  if (ways !== undefined) return fc.oneof(...ways.map((way) => ofShape(way, around, name)));
  const [part] = shape.allOf ?? [];
  if (part !== undefined) return plain(part, around, name);
  switch (shape.type) {
    case 'object':
      return ofObject(shape, around);
    case 'array':
      return fc.array(ofShape(shape.items ?? {}, around, name), {
        minLength: shape.minItems ?? 0,
        maxLength: Math.min(shape.maxItems ?? 4, Math.max(4, shape.minItems ?? 0)),
      });
    case 'string':
      return shape.pattern === undefined
        ? fc.string({
            unit: 'grapheme',
            minLength: shape.minLength ?? 0,
            maxLength: Math.min(shape.maxLength ?? 40, 40),
          })
        : fc.stringMatching(new RegExp(shape.pattern));
    case 'integer':
    case 'number':
      return numberOf(shape);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case undefined:
    default:
      return fc.jsonValue();
  }
}

function numberOf({ minimum = -5, exclusiveMinimum, maximum = 2 ** 53 - 1 }: Shape): fc.Arbitrary<number> {
  const least = exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1;
  const min = Math.ceil(Math.max(least, -5));
  return fc.oneof(fc.integer({ min, max: Math.max(min, Math.min(maximum, min + 50)) }), fc.constant(maximum));
}

function ofObject(shape: Shape, around: Around): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties: more } = shape;
  const fields = Object.entries(properties).map(
    ([key, field]) => [key, ofShape(field, around, key)] as const,
  );
  const named = fc.record(Object.fromEntries(fields), { requiredKeys: required as never[] });
  if (typeof more !== 'object') return named;
  const others = fc.dictionary(fc.oneof(fc.string({ maxLength: 20 }), keys), ofShape(more, around, ''), {
    maxKeys: 4,
  });
  return fc.tuple(named, others).map(([some, rest]) => ({ ...rest, ...some }));
}

/** Names that an object has by itself. */
const keys = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '');

const long = 'x'.repeat(2_000_000);

const poison: readonly unknown[] = [
  JSON.parse('{"__proto__":{"polluted":1}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":1}}}'),
  JSON.parse('{"toString":null,"valueOf":1,"hasOwnProperty":0}'),
];

const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...poison,
    undefined,
    null,
    NaN,
    Infinity,
    -0,
    -1,
    0.5,
    2 ** 53,
    1e308,
    '',
    '\0',
    ' ',
    '../../../etc/passwd',
    '..\\..\\x',
    "'; DROP TABLE documenti; --",
    long,
    [long],
    true,
    [],
    {},
    [[]],
    1n,
    new Date(Number.NaN),
    new Map([['id', 1]]),
    Object.create(null),
  ),
  fc.integer({ min: 100, max: 30_000 }).map(nested),
  fc.anything({ withBigInt: true, withNullPrototype: true, withTypedArray: true, withMap: true }),
);

/** `[[[…]]]`, as deep as asked. */
function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}

const ways = ['replace', 'remove', 'add', 'wrap', 'whole'] as const;

function spoil([value, at, bad, way]: [unknown, number, unknown, (typeof ways)[number]]): unknown {
  if (way === 'wrap') return [value];
  const copy: unknown = structuredClone(value);
  const spots = spotsOf(copy);
  const spot = spots[at % Math.max(1, spots.length)];
  if (way === 'whole' || spot === undefined)
    return typeof copy === 'object' && copy !== null ? add(copy, bad) : bad;
  const [holder, key] = spot;
  if (way === 'remove') Reflect.deleteProperty(holder, key);
  else if (way === 'add') add(holder, bad);
  else Reflect.set(holder, key, bad);
  return copy;
}

function add(holder: object, bad: unknown): object {
  Object.defineProperty(holder, Array.isArray(holder) ? holder.length : '__proto__', {
    value: bad,
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return holder;
}

function spotsOf(value: unknown): (readonly [object, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[value, key] as const, ...spotsOf(inner)]);
}
