import { isCorrection } from './kind.ts';
import type { Recipient } from './recipient.ts';

/**
 * What a message is about, for its business key: the avviso; of a card, the day on which it expires; of a welcome, the
 * account; else its very words, so that nobody reads the same text twice. A correction is about an avviso and about what
 * it corrects.
 */
export function aboutOf(
  kind: string,
  { noticeNumber, dueDay, debt, account }: Recipient,
  digestOfWords: string,
): string {
  const words = digestOfWords.slice(0, 12);
  if (isCorrection(kind)) return [noticeNumber, words].filter((part) => part !== null).join('-');
  if (noticeNumber !== null) return noticeNumber;
  if (kind.startsWith('cie') && dueDay !== null) return dueDay;
  if (kind === 'benvenuto') return debt ?? account ?? 'benvenuto';
  return words;
}
