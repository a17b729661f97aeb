import type { CausaleTexts } from './causale.ts';

const nothing: CausaleTexts = { causali: [''], endToEnd: null, bankTexts: [], reference: null, payer: null };

/**
 * The texts of a movement with as little of people in them as can be while they are read as before; null when nothing of
 * them can go. `read` says all that follows from them.
 */
export function leanTexts(texts: CausaleTexts, read: (texts: CausaleTexts) => string): CausaleTexts | null {
  const before = read(texts);
  const causali = texts.causali.map(withoutWords);
  const candidates: readonly CausaleTexts[] = [
    nothing,
    { ...nothing, causali },
    { ...texts, causali, payer: null },
    {
      ...texts,
      causali,
      endToEnd: null,
      reference: null,
      payer: null,
      bankTexts: texts.bankTexts.map(withoutWords),
    },
    { ...texts, payer: null },
  ];
  const found = candidates.find((candidate) => read(candidate) === before) ?? null;
  return found === null || JSON.stringify(found) === JSON.stringify(texts) ? null : found;
}

/** Codes stay, and the words by which banks mark them; what a person wrote after them goes. */
function withoutWords(text: string): string {
  return text
    .replace(/\/TXT\/(?!\d\/URI\/).*$/is, '/TXT/')
    .split(/(\s+)/)
    .map((word) => (ofPeople.test(word) && !ofBanks.test(word) ? '' : word))
    .join('')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
}

// Letters alone, and what looks like a codice fiscale.
const ofPeople =
  /^(?:[\p{L}'’.,;:()&-]+|\W*[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]\W*)$/iu;
const ofBanks =
  /^[^\p{L}]*(?:PUR|LGPE|LGPE-RIVERSAMENTO|RIVERSAMENTO|URI|RFB|RFS|TXT|IUV|IUF|FLUSSO|PAGOPA|CAUSALE)[^\p{L}]*$/iu;
