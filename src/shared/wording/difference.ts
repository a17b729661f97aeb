import { euro, many } from './figures.ts';

/** Nothing is left that somebody must look at. */
export const nothingLeft = 'Tutto riconciliato';
/** What stands before the count of what is left. */
export const exceptFor = 'Tutto riconciliato a meno di';

/** `3 voci per 120,00 €`. */
export function sayWhatIsLeft({ count, cents }: { readonly count: number; readonly cents: number }): string {
  return `${many(count, 'voce', 'voci')} per ${euro(cents)}`;
}

/** The one sentence that the office asks for. */
export function sayDifference(difference: { readonly count: number; readonly cents: number }): string {
  return difference.count === 0 ? nothingLeft : `${exceptFor} ${sayWhatIsLeft(difference)}`;
}
