import type { ByteReader } from '../byte-reader.ts';
import type { NamedText } from '../shape.ts';
import { elementsOf, malformed, membersOf, textOfString, type Place } from './scan.ts';

/** A value of JSON. A number is its text: nothing is lost, and an amount never becomes a binary fraction. */
export type JsonValue = string | boolean | null | readonly JsonValue[] | JsonObject;
export type JsonObject = ReadonlyMap<string, JsonValue>;

/** Reads the value at a place whole, its structure checked. May throw a `Refusal`. */
export function readValue(reader: ByteReader, { from, to }: Place): JsonValue {
  const first = String.fromCharCode(reader.at(from));
  if (first === '"') return textOfString(reader, from, to);
  if (first === '[') return Array.from(elementsOf(reader, from), (place) => readValue(reader, place));
  if (first === '{') {
    const members = new Map<string, JsonValue>();
    for (const member of membersOf(reader, from)) members.set(member.key, readValue(reader, member));
    return members;
  }
  const word = reader.ascii(from, to);
  if (word === 'null') return null;
  if (word === 'true' || word === 'false') return word === 'true';
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word)) return word;
  throw malformed(reader, from);
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return value instanceof Map;
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** A member as a text with its name; lists, objects and booleans are no text. */
export function field(object: JsonObject | null, name: string): NamedText {
  const value = object?.get(name);
  return { name, value: typeof value === 'string' ? value : null };
}

/** A member that is an object; null when it is none. */
export function objectIn(object: JsonObject, name: string): JsonObject | null {
  const value = object.get(name);
  return isObject(value) ? value : null;
}
