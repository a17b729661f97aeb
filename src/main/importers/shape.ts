import { Refusal } from './refusal.ts';

/** Attributes of an element, by name as written. */
export type Attributes = Readonly<Record<string, string>>;

/**
 * What a reader wants of an element. Elements are known by their local name; those that are neither named in
 * `children` nor taken by `otherwise` are skipped with everything in them.
 */
export interface Shape {
  readonly children?: Readonly<Record<string, Shape>>;
  /** Shape of the children without a name of their own; may be the shape itself, to look at any depth. */
  readonly otherwise?: Shape;
  /** The name as written, prefix included. */
  open?(name: string, attributes: Attributes): void;
  /** The element's own text, once, at its end and before `close`; empty for an empty element. */
  text?(text: string): void;
  close?(): void;
}

/** A text and the local name of the element that holds it. */
export interface NamedText {
  readonly name: string;
  readonly value: string | null;
}

/** An element of which the text is wanted. When it is repeated, the last one counts. */
export class Field implements Shape, NamedText {
  readonly name: string;
  value: string | null = null;

  constructor(name: string) {
    this.name = name;
  }

  text(text: string): void {
    this.value = text;
  }

  clear(): void {
    this.value = null;
  }
}

/** Fields as the children of an element. */
export function byName(fields: Readonly<Record<string, Field>>): Readonly<Record<string, Shape>> {
  return Object.fromEntries(Object.values(fields).map((field) => [field.name, field]));
}

/** Makes fields ready for the next record. */
export function clearAll(fields: Readonly<Record<string, Field>>): void {
  // `in` makes no list: there are millions of records.
  for (const name in fields) fields[name]?.clear();
}

/** A document in which an element may stand at any depth, inside whatever wrapper. */
export function anywhere(wanted: Readonly<Record<string, Shape>>): Shape {
  const wrapper: Shape = {
    children: wanted,
    get otherwise() {
      return wrapper;
    },
  };
  return wrapper;
}

const longestGathering = 4_000_000;

/** An element that may be repeated: all its texts, in order, without the empty ones. */
export class Fields implements Shape {
  values: string[] = [];
  #characters = 0;

  text(text: string): void {
    if (text.trim() === '') return;
    this.#characters += text.length;
    if (this.#characters > longestGathering)
      throw new Refusal({ code: 'over-ceiling', ceiling: 'text-length', max: longestGathering });
    this.values.push(text);
  }

  clear(): void {
    this.#characters = 0;
    // Always a new list: the old one, even when empty, may have been handed out.
    this.values = [];
  }
}

/** Wanted text at any depth below an element, whatever the names. */
export function anyText(into: Fields): Shape {
  const element: Shape = {
    text: (text) => into.text(text),
    get otherwise() {
      return element;
    },
  };
  return element;
}

/** The local part of a name as written. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
