/** The element of an entry or of a section. */
export function elementIdOf(voce: string): string {
  return `voce-${voce}`;
}

/** Brings an entry into view and puts the focus on it. */
export function reveal(voce: string): void {
  const element = document.getElementById(elementIdOf(voce));
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}
