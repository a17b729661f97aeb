import { appendFileSync } from 'node:fs';

/** `npm run trust` runs everything as often as it is promised; `npm test` runs a few of each. */
export const isLong = process.env['TREPALLINI_TRUST'] === 'long';

/** Where `npm run trust` collects the figures. */
const file = process.env['TREPALLINI_TRUST_FIGURES'];

/** How often a test repeats itself. */
export function times(quick: number, long: number): number {
  return isLong ? long : quick;
}

/**
 * Tells what a test found, for the page of the figures: `found('R01', '200 kill, 0 a metà')`. In Italian. Call it after
 * the last expectation; a test that found nothing has proven nothing.
 */
export function found(id: string, figure: string): void {
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ id, figure })}\n`);
}

/** Prints what a person who runs `npm run trust` may want to read, and nobody else. */
export function show(text: string): void {
  if (file !== undefined) process.stdout.write(`${text}\n`);
}
