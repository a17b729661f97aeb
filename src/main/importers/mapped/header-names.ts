import { plainHeader } from '../table/layout.ts';

/** Headers in the form in which they are compared, without the empty ones at the end. */
export function namesOf(headers: readonly string[]): readonly string[] {
  const names = headers.map(plainHeader);
  return names.slice(0, names.findLastIndex((name) => name !== '') + 1);
}

/** True for the same headers in the same order. */
export function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

/** The same headers in another order, or one more, or one less; two or three common words are no likeness. */
export function areNear(wanted: readonly string[], found: readonly string[]): boolean {
  if (wanted.length < 3 || Math.abs(wanted.length - found.length) > 1) return false;
  const [fewer, more] = wanted.length <= found.length ? [wanted, found] : [found, wanted];
  const left = new Map<string, number>();
  for (const name of more) left.set(name, (left.get(name) ?? 0) + 1);
  for (const name of fewer) {
    const count = left.get(name) ?? 0;
    if (count === 0) return false;
    left.set(name, count - 1);
  }
  return fewer.length > 1;
}

/** Place of the first header that is another. */
export function firstDifference(wanted: readonly string[], found: readonly string[]): number {
  const index = wanted.findIndex((name, i) => name !== found[i]);
  return index === -1 ? wanted.length : index;
}
