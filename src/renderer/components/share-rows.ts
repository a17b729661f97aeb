import { typedAmount } from './typed-values.ts';

/** A line of a sharing out, as it is being typed. */
export interface ShareRow {
  readonly id: number;
  readonly iuf: string;
  readonly amount: string;
}

export interface TypedShares {
  readonly shares: readonly { readonly iuf: string; readonly cents: number }[];
  /** What is in no share; negative when they are more than the money. */
  readonly left: number;
  /** Something is missing, wrong, told twice, or too much: nothing can be decided yet. */
  readonly ready: boolean;
}

/** What the rows amount to; a row in which nothing is typed says nothing. */
export function sharesOfRows(rows: readonly ShareRow[], cents: number): TypedShares {
  const told = rows.filter((row) => !isEmpty(row));
  const shares = told.map(({ iuf, amount }) => {
    const typed = typedAmount(amount);
    return { iuf: iuf.trim(), cents: typed.ok ? (typed.value ?? 0) : 0 };
  });
  const left = cents - shares.reduce((sum, share) => sum + share.cents, 0);
  const names = new Set(shares.map(({ iuf }) => nameOf(iuf)));
  const whole = shares.every((share) => share.iuf !== '' && share.cents > 0);
  return { shares, left, ready: shares.length > 0 && whole && left >= 0 && names.size === shares.length };
}

/** The rows with one changed; there is always an empty one at the end, ready to be typed in. */
export function withRow(rows: readonly ShareRow[], changed: ShareRow): readonly ShareRow[] {
  return withEmptyRow(rows.map((row) => (row.id === changed.id ? changed : row)));
}

export function withEmptyRow(rows: readonly ShareRow[]): readonly ShareRow[] {
  const last = rows.at(-1);
  if (last !== undefined && isEmpty(last)) return rows;
  return [...rows, { id: Math.max(0, ...rows.map(({ id }) => id)) + 1, iuf: '', amount: '' }];
}

/** True when another row names the same flusso. */
export function isRepeated(rows: readonly ShareRow[], { id, iuf }: ShareRow): boolean {
  const name = nameOf(iuf);
  return name !== '' && rows.some((row) => row.id !== id && nameOf(row.iuf) === name);
}

const isEmpty = ({ iuf, amount }: ShareRow): boolean => iuf.trim() === '' && amount.trim() === '';
const nameOf = (iuf: string): string => iuf.replaceAll(/\s+/g, '').toUpperCase();
