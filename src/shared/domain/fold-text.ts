/**
 * How texts are compared when somebody searches: without the case and the accents of Latin letters. Character by character,
 * so that a part of a folded text is the folded part.
 */
export function foldText(text: string): string {
  return text.replaceAll(/[A-Z\u00C0-\u024F]/g, plainOf);
}

/** The pattern of SQLite's GLOB for texts that hold this one, whatever their case and accents. */
export function globHolding(text: string): string {
  const parts = Array.from(foldText(text), (letter) => {
    const alike = likes.get(letter);
    if (alike !== undefined) return `[${alike.join('')}]`;
    return /[*?[]/.test(letter) ? `[${letter}]` : letter;
  });
  return `*${parts.join('')}*`;
}

function plainOf(letter: string): string {
  const [plain = letter] = letter.normalize('NFD').toLowerCase();
  return plain;
}

const letters = Array.from({ length: 0x2_50 - 0x41 }, (_, i) => String.fromCharCode(0x41 + i)).filter(
  (letter) => /[A-Za-z\u00C0-\u024F]/.test(letter),
);
const likes = Map.groupBy(letters, plainOf);
