/** What the extended description of a movement holds beside the words of who paid. */
export interface ExtendedDescription {
  /** The words of the transfer, without the tags between which they stand. */
  readonly causali: readonly string[];
  readonly payer: string | null;
}

// Blanks may stand between any two characters of a tag, as in every line that was cut by width.
const tag = /:\s*([A-Z]\s*[A-Z]\s*[A-Z0-9])\s*:/g;
const ordinante = /Descrizione Ordinante\s*:\s*(.*?)\s*(?:;|$)/i;

/**
 * Reads `Data Ordine: …; Descrizione Ordinante: … :BI2:… :RI1:… :RI3:…`: the words of the transfer are in RI1, RI2 and
 * RI3, the payer before the first tag or in OR1. Without RI all of it is the causale.
 */
export function readExtendedDescription(text: string): ExtendedDescription {
  const marks = Array.from(text.matchAll(tag), (match) => ({
    name: (match[1] ?? '').replaceAll(/\s/g, ''),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const values = marks.map(({ name, to }, i) => ({ name, value: text.slice(to, marks[i + 1]?.from).trim() }));
  const causali = values.filter(({ name, value }) => /^RI\d$/.test(name) && value !== '');
  const head = ordinante.exec(text.slice(0, marks[0]?.from))?.[1] ?? '';
  const payer = head === '' ? (values.find(({ name }) => name === 'OR1')?.value ?? '') : head;
  return {
    causali: causali.length > 0 ? causali.map(({ value }) => value) : [text],
    payer: payer === '' ? null : payer,
  };
}
