/** A name that every system can write, whatever the thing is called. */
export function safeName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._ -]/gu, '-')
    .replace(/^[.\s]+/, '')
    .slice(0, 100)
    .trim();
  return safe === '' ? 'documento' : safe;
}
