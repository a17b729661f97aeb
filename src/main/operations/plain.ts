/** No question is deeper; the deepest of the contract has ten levels. */
const deepest = 64;
/** Ten times the largest drop. */
const most = 1_000_000;

/**
 * True for what JSON could have brought, of a depth and a size that questions have. A wire may bring more: bytes, values
 * that hold themselves, a thousand arrays in one another. Checking those would end in a full stack, in an exception, or
 * never.
 */
export function isPlain(question: unknown): boolean {
  let seen = 0;
  const isWithin = (value: unknown, depth: number): boolean => {
    if (typeof value !== 'object' || value === null) return true;
    if (depth === deepest || !(Array.isArray(value) || isRecord(value))) return false;
    for (const inner of Object.values(value) as unknown[]) {
      seen += 1;
      if (seen > most || !isWithin(inner, depth + 1)) return false;
    }
    return true;
  };
  return isWithin(question, 0);
}

function isRecord(value: object): boolean {
  const kind: unknown = Object.getPrototypeOf(value);
  return kind === null || Object.getPrototypeOf(kind) === null;
}
