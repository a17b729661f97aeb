/** Without accents and capitals, of the same length, so that places in one are places in the other. */
export function fold(text: string): string {
  return Array.from({ length: text.length }, (_none, at) => {
    const unit = text.charAt(at);
    const plain = unit.normalize('NFD').charAt(0).toLowerCase();
    return plain.length === 1 ? (plain === '’' ? "'" : plain) : unit;
  }).join('');
}
