import type { CbiRecord } from './records.ts';

/** What the `63` records of a movement say. */
export interface CbiTexts {
  /** The words of the transfer, one for each record over which they were wrapped. */
  readonly causali: readonly string[];
  /** End-to-end id (`ID1`). */
  readonly endToEnd: string | null;
  /** Who ordered the transfer (`YYY`). */
  readonly payer: string | null;
  /** Records of another structure, whole. */
  readonly bankTexts: readonly string[];
}

/** Marks of the structures that a record 63 may have, in its positions 14 to 16. */
const structures = /^(?:YYY|YY2|ID1|RI1|RI2|KKK|ZZ\d)$/;

/**
 * Sorts the texts of one movement. The words are in `RI1` and `RI2` where the bank tells them apart, else in records
 * without a mark; only the blanks that fill a record are cut, so that a code goes on where it was wrapped.
 */
export function readTexts(records: readonly CbiRecord[]): CbiTexts {
  const told: string[] = [];
  const plain: string[] = [];
  const bankTexts: string[] = [];
  let endToEnd: string | null = null;
  let payer: string | null = null;
  for (const record of records) {
    const mark = record.at(14, 16);
    if (mark === 'RI1' || mark === 'RI2') push(told, record.at(17, 120));
    else if (mark === 'ID1') endToEnd ??= filled(record.at(52, 86)) ?? filled(record.at(17, 51));
    else if (mark === 'YYY') payer ??= filled(record.at(41, 120).replaceAll(/\s+/g, ' '));
    else if (structures.test(mark)) push(bankTexts, record.at(14, 120));
    else push(plain, record.at(14, 120));
  }
  // After RI1 some banks go on in a record without a mark.
  return told.length > 0
    ? { causali: [...told, ...plain], endToEnd, payer, bankTexts }
    : { causali: plain, endToEnd, payer, bankTexts };
}

function push(texts: string[], text: string): void {
  const trimmed = text.trimEnd();
  if (trimmed !== '') texts.push(trimmed);
}

function filled(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
