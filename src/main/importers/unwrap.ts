import type { DocumentProblem } from '../../shared/domain/document.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { overCeiling } from './archive/limits.ts';
import type { ByteSource } from './bytes.ts';
import type { Head } from './importer.ts';
import { Refusal } from './refusal.ts';
import { wrappings } from './wrappings/registry.ts';
import type { Bounds, Inside, Wrapping } from './wrappings/wrapping.ts';

/** A wrapper and what is in it. */
export interface Unwrapped {
  readonly wrapping: Wrapping;
  readonly insides: Iterable<Inside>;
}

/** A file inside a wrapper and what it is called. */
export interface NamedInside {
  readonly name: string;
  readonly inside: Inside;
}

/** Why the rest of a wrapper could not be read. */
interface Trouble {
  readonly name: string;
  readonly trouble: DocumentProblem;
}

/** Opens one wrapper; null when the file is not wrapped in any way that is known. */
export function unwrap(
  source: ByteSource,
  head: Head,
  bounds: Bounds,
): Result<Unwrapped, DocumentProblem> | null {
  for (const wrapping of wrappings) {
    const found = wrapping.unwrap(source, head, bounds);
    if (found !== null) return found.ok ? ok({ wrapping, insides: found.value }) : found;
  }
  return null;
}

/**
 * Names what is inside: `outer/inner`, or as the wrapper itself where it gives no names, with a number when there are
 * several. To know that, it looks one ahead.
 */
export function* namedInsides(
  outer: string,
  insides: Iterable<Inside>,
  most: number,
): Generator<NamedInside | Trouble, void, undefined> {
  let count = 0;
  let waiting: Inside | null = null;
  const nameOf = ({ name }: Inside, isAlone: boolean): string =>
    name === null ? (isAlone ? outer : `${outer}#${count}`) : `${outer}/${name}`;
  try {
    for (const inside of insides) {
      if (waiting !== null) yield { name: nameOf(waiting, false), inside: waiting };
      if (count >= most) throw new Refusal(overCeiling('entries', most));
      waiting = inside;
      count++;
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (waiting !== null) yield { name: nameOf(waiting, false), inside: waiting };
    yield { name: count === 0 ? outer : `${outer}#${count + 1}`, trouble: error.problem };
    return;
  }
  if (waiting !== null) yield { name: nameOf(waiting, count === 1), inside: waiting };
}
