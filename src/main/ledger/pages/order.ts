import type { SortKey } from '../sort-keys.ts';
import type { Condition, Listing, PageRequest } from './listing.ts';

/** An order of a list, to the last key: no two rows have one place in it. */
export interface Order {
  /** Told in every cursor: the place in one order means nothing in another. */
  readonly name: string;
  readonly keys: readonly SortKey[];
  readonly descending: boolean;
}

/** The order that a request asks for; `ofFew`: its rows are sorted, and no index is to be gone along. */
export function orderOf<Sort extends string>(
  { key, sorts }: Listing<Sort>,
  sort: PageRequest<Sort>['sort'],
  ofFew: boolean,
): Order {
  if (sort === null) return { name: '', keys: key, descending: false };
  const { by, descending } = sort;
  const keys = ofFew ? sorts[by].map(({ sql, of }) => ({ sql: `+${sql}`, of })) : sorts[by];
  return { name: `${descending ? '-' : '+'}${by}`, keys: [...keys, ...key], descending };
}

/** Where a row stands: a value for each key of the order. */
export type Place = readonly (string | number)[];

/** The place that a cursor names; null for a text that no page of this order told. */
export function readCursor({ name, keys }: Order, cursor: string | null): Place | null {
  if (cursor === null) return null;
  const told = parsed(cursor);
  if (!Array.isArray(told) || told.length !== keys.length + 1 || told[0] !== name) return null;
  const place = told.slice(1).filter((value, i): value is string | number => {
    return typeof value === (keys[i]?.of === 'number' ? 'number' : 'string');
  });
  return place.length === keys.length ? place : null;
}

/** What a cursor says; null for a text that is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Of the rows that meet the conditions, those on the far side of a place. */
export function beyondPlace(
  conditions: readonly Condition[],
  order: Order,
  place: Place,
  upward: boolean,
): Condition[] {
  const passed = upward ? 'lower' : 'upper';
  return [...conditions.filter(({ bound }) => bound !== passed), beyond(order, place, upward)];
}

/** The rows on the far side of a place, in the direction in which the keys grow (`upward`) or fall. */
export function beyond({ keys }: Order, place: Place, upward: boolean, name = 'place'): Condition {
  return {
    sql: `(${keys.map(({ sql }) => sql).join(', ')}) ${upward ? '>' : '<'} (${keys.map((_, i) => `@${name}${i}`).join(', ')})`,
    values: Object.fromEntries(place.map((value, i) => [`${name}${i}`, value])),
  };
}
