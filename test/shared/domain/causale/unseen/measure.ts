import type { Extraction } from '../../../../../src/shared/domain/causale.ts';
import { iufKey } from '../../../../../src/shared/domain/iuf.ts';
import type { Wanted } from './sample.ts';

/**
 * What a reading is worth: `right`; wrong, but the clerk is asked; wrong, and told as likely; or wrong and told as
 * certain, which must never be.
 */
export type Judgement = 'right' | 'asks' | 'wrong' | 'wrong for certain';

/** Judges a reading; `known` when the flusso that the text names was known to the reader. */
export function judge(wanted: Wanted, got: Extraction, known: boolean): Judgement {
  return isRight(wanted, got, known) ? 'right' : missOf(got);
}

function asks({ kind, confidence }: Extraction): boolean {
  return kind === 'truncated' || kind === 'unreadable' || kind === 'suspect' || confidence === 'confirm';
}

function missOf(got: Extraction): Judgement {
  if (asks(got)) return 'asks';
  return got.kind === 'iuf' && got.confidence === 'certain' ? 'wrong for certain' : 'wrong';
}

/** A date and the first letters of a PSP: less than this names no candidate. */
const leastForCandidates = 14;

function isRight(wanted: Wanted, got: Extraction, known: boolean): boolean {
  switch (wanted.as) {
    case 'iuf':
      return names(got, wanted.iuf) && (wanted.prog === undefined || wanted.prog === got.prog);
    case 'doubt':
      return names(got, wanted.iuf) || (asks(got) && !known);
    case 'cut': {
      const left = got.iuf ?? '';
      if (names(got, wanted.iuf)) return true;
      if (known)
        return got.candidates.includes(wanted.iuf) || (asks(got) && left.length < leastForCandidates);
      const asWritten = wanted.wholeLooking && iufKey(wanted.iuf).startsWith(iufKey(left));
      return asks(got) || (asWritten && got.kind === 'iuf');
    }
    case 'two': {
      const told = [got.iuf ?? '', ...got.otherIufs].map(iufKey).toSorted();
      return got.kind === 'iuf' && told.join() === wanted.iufs.map(iufKey).toSorted().join();
    }
    case 'iuv':
      return got.kind === 'iuv' && got.iuv === wanted.iuv && got.amountCents === wanted.cents;
    case 'unreadable':
      return asks(got);
    case 'none':
    case 'suspect':
      return got.kind === wanted.as;
  }
}

/** This IUF and no other; its case is that of the text. */
function names(got: Extraction, iuf: string): boolean {
  return got.kind === 'iuf' && iufKey(got.iuf ?? '') === iufKey(iuf) && got.otherIufs.length === 0;
}
