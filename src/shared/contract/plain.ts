import type { Problem } from './problems.ts';

/** No question is deeper; the deepest of the contract has ten levels. */
const deepest = 64;
/** Ten times the largest drop. */
const most = 1_000_000;

/**
 * Why something can be no question, whatever was to be asked; null for what JSON could bring, of a depth and a size that
 * questions have. Anything more would be lost on its way over a wire, or end the check of the question in a full stack.
 */
export function whyNoQuestion(told: unknown): Problem | null {
  let seen = 0;
  const isPlain = (value: unknown, depth: number): boolean => {
    if (typeof value !== 'object' || value === null) return !unsayable.has(typeof value);
    if (depth === deepest || !(Array.isArray(value) || isRecord(value))) return false;
    for (const inner of Object.values(value) as unknown[]) {
      seen += 1;
      if (seen > most || !isPlain(inner, depth + 1)) return false;
    }
    return true;
  };
  if (isPlain(told, 0)) return null;
  const message = 'non è fatta di soli testi, numeri ed elenchi, o è troppo grande';
  return { code: 'invalid-request', complaints: [{ path: '', message }] };
}

const unsayable: ReadonlySet<string> = new Set(['bigint', 'function', 'symbol']);

function isRecord(value: object): boolean {
  const kind: unknown = Object.getPrototypeOf(value);
  return kind === null || Object.getPrototypeOf(kind) === null;
}
