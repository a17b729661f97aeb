import type { CausaleSource, CausaleTexts, Confidence, Extraction } from './causale/extraction.ts';
import { findIuv, type FoundIuv } from './causale/iuv-in-text.ts';
import type { KnownIufs } from './causale/known-iufs.ts';
import { textOf } from './causale/prepare.ts';
import { readText, secondaryLoss, worths, type Finding } from './causale/read-text.ts';
import { isSuspect } from './causale/suspicion.ts';
import { datePositions } from './causale/text.ts';
import { readToldByName, withToldByName } from './causale/told.ts';

export type { CausaleTexts, Extraction, RepairCode } from './causale/extraction.ts';
export { noKnownIufs, type KnownIufs } from './causale/known-iufs.ts';
export { toldByName } from './causale/told.ts';

/**
 * Finds the IUF (or the IUV of a single transfer) in the texts of a movement. The sources are read in
 * decreasing trust; what is found only in a secondary one is likely at most. What the list itself names wins.
 */
export function readCausale(texts: CausaleTexts, known: KnownIufs): Extraction {
  const read = readTexts(texts, known);
  const told = readToldByName(texts.bankTexts, known);
  return told === null ? read : withToldByName(read, told);
}

function readTexts(texts: CausaleTexts, known: KnownIufs): Extraction {
  let best: { readonly finding: Finding; readonly source: CausaleSource; readonly worth: number } | null =
    null;
  let iuv: { readonly found: FoundIuv; readonly source: CausaleSource; readonly worth: number } | null = null;
  let suspect: CausaleSource | null = null;
  for (const { source, pieces } of sourcesOf(texts)) {
    const text = textOf(pieces);
    const loss = source === 'causale' ? 0 : secondaryLoss;
    const finding = readText(text, known);
    if (finding !== null && finding.worth - loss > (best?.worth ?? 0)) {
      best = { finding, source, worth: finding.worth - loss };
    }
    const found = findIuv(text);
    const worth = (found?.confidence === 'confirm' ? worths.strangeIuv : worths.iuv) - loss;
    if (found !== null && worth > (iuv?.worth ?? 0)) iuv = { found, source, worth };
    // Nothing in a secondary source could be believed more.
    if (best !== null && best.worth >= worths.iuf.certain) break;
    if (best === null && iuv === null && suspect === null && isSuspect(text, source)) suspect = source;
  }
  if (best !== null && best.worth > (iuv?.worth ?? 0)) {
    const { worth: _, ...finding } = best.finding;
    return {
      ...finding,
      iuv: finding.iuv ?? iuv?.found.iuv ?? null,
      amountCents: finding.iuv === null ? (iuv?.found.amountCents ?? null) : finding.amountCents,
      confidence: fromSource(best.source, finding.confidence),
      source: best.source,
    };
  }
  if (iuv !== null) {
    const { found, source } = iuv;
    const { amountCents, repairs } = found;
    const confidence = fromSource(source, found.confidence);
    return { ...nothing, kind: 'iuv', iuv: found.iuv, amountCents, confidence, source, repairs };
  }
  if (suspect !== null) return { ...nothing, kind: 'suspect', confidence: 'confirm', source: suspect };
  return nothing;
}

/**
 * The date-shaped strings (`YYYY-MM-DD`) of the texts, each once: an IUF that becomes known later can stand only
 * where one of them is its beginning.
 */
export function causaleDays(texts: CausaleTexts): readonly string[] {
  const days = new Set<string>();
  for (const { pieces } of sourcesOf(texts)) {
    const { squeezed } = textOf(pieces);
    for (const start of datePositions(squeezed)) days.add(squeezed.slice(start, start + 10));
  }
  return [...days];
}

const nothing: Extraction = {
  iuf: null,
  prog: null,
  iuv: null,
  amountCents: null,
  kind: 'none',
  confidence: 'certain',
  source: null,
  repairs: [],
  known: false,
  candidates: [],
  otherIufs: [],
};

interface Source {
  readonly source: CausaleSource;
  readonly pieces: readonly string[];
}

function sourcesOf(texts: CausaleTexts): readonly Source[] {
  const sources: Source[] = [
    { source: 'causale', pieces: texts.causali },
    { source: 'end-to-end', pieces: texts.endToEnd === null ? [] : [texts.endToEnd] },
    { source: 'bank-data', pieces: texts.bankTexts },
    { source: 'reference', pieces: texts.reference === null ? [] : [texts.reference] },
    { source: 'payer', pieces: texts.payer === null ? [] : [texts.payer] },
  ];
  return sources.filter(({ pieces }) => pieces.length > 0);
}

function fromSource(source: CausaleSource, confidence: Confidence): Confidence {
  return source !== 'causale' && confidence === 'certain' ? 'likely' : confidence;
}
