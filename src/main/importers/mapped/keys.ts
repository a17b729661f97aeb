/** The name of a column inside the reader: the causale may be in several. */
export function keyOf(field: string, nth: number): string {
  return nth === 0 ? field : `${field} ${nth + 1}`;
}
