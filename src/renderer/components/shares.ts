/** Of a whole, in hundredths; all and nothing are only said when they are true. */
export function percentOf(part: number, whole: number): number {
  if (whole <= 0) return 0;
  const hundredths = Math.floor((100 * part) / whole);
  return part > 0 ? Math.max(1, hundredths) : 0;
}

/**
 * Widths in hundredths, which add up to 100, for the parts of a bar. A part that is there is never too thin to be seen.
 */
export function widthsOf(parts: readonly number[], thinnest = 1.2): number[] {
  const whole = parts.reduce((sum, part) => sum + Math.max(0, part), 0);
  if (whole === 0) return parts.map(() => 0);
  const raised = parts.map((part) => (part <= 0 ? 0 : Math.max(thinnest, (100 * part) / whole)));
  const sum = raised.reduce((total, width) => total + width, 0);
  return raised.map((width) => (100 * width) / sum);
}
