import { iufKey, maxIufLength } from '../iuf.ts';
import { endsText } from './cut.ts';
import type { Extraction } from './extraction.ts';
import { findKnown, type KnownHit } from './known-hits.ts';
import type { KnownIufs } from './known-iufs.ts';
import { findLostMarkers, findMarkers, type Marker } from './markers.ts';
import { otherIufs, unmarkedTokens } from './other-iufs.ts';
import { datePositions, joined, type Text } from './text.ts';
import { readToken, type Token } from './token.ts';

/** What one text says of a flusso (or, in the flusso's place, of an IUV), and how much that is worth. */
export interface Finding extends Pick<
  Extraction,
  'iuf' | 'prog' | 'iuv' | 'amountCents' | 'confidence' | 'repairs' | 'known' | 'candidates' | 'otherIufs'
> {
  readonly kind: 'iuf' | 'iuv' | 'truncated' | 'unreadable';
  /** Higher is better; only for comparison with other findings. */
  readonly worth: number;
}

/** Reads one text: known IUFs first, then what stands behind a marker. Null when there is neither. */
export function readText(text: Text, known: KnownIufs): Finding | null {
  const dates = datePositions(text.squeezed);
  const hits = findKnown(text, known, dates);
  const markers = findMarkers(text);
  const readings = markers.map((marker) => readingAt(text, marker, known));
  const found = [...hits.map((hit) => findingOfHit(hit, markers)), ...readings.map(({ finding }) => finding)];
  if (found.every(({ worth }) => worth < worths.cut)) {
    for (const marker of findLostMarkers(text)) {
      const { token, finding } = readingAt(text, marker, known);
      if (token.whole) found.push(finding);
    }
  }
  let best: Finding | null = null;
  for (const finding of found) if (best === null || finding.worth > best.worth) best = finding;
  if (best === null || best.iuf === null || best.kind !== 'iuf') return best;
  const tokens = readings.map(({ token }) => token);
  const others = otherIufs(best.iuf, hits, [...tokens, ...unmarkedTokens(text, dates, [...hits, ...tokens])]);
  return { ...best, otherIufs: others };
}

/** From the best to the worst that a text can say; IUVs behind their own marker stand between `cut` and `lost`. */
export const worths = {
  known: { certain: 100, likely: 95 },
  iuf: { certain: 90, likely: 80, confirm: 70 },
  iuvInPlace: 65,
  truncated: 60,
  tooLong: 55,
  cut: 50,
  iuv: 47,
  lost: 45,
  strangeIuv: 35,
  dotted: 30,
} as const;

/** What a secondary source is worth less than the causale. */
export const secondaryLoss = 15;

interface Reading {
  readonly token: Token;
  readonly finding: Finding;
}

function findingOfHit(hit: KnownHit, markers: readonly Marker[]): Finding {
  const marker = markers.find(({ tokenStart }) => tokenStart === hit.start);
  const repairs = marker?.repairs ?? [{ code: 'lost-marker' as const }];
  return {
    ...emptyFinding,
    kind: 'iuf',
    iuf: hit.iuf,
    prog: marker?.prog ?? null,
    confidence: hit.confidence,
    repairs: [...repairs, ...hit.repairs],
    known: true,
    worth: worths.known[hit.confidence],
  };
}

function readingAt(text: Text, marker: Marker, known: KnownIufs): Reading {
  const token = readToken(text, marker.tokenStart, marker.start);
  return { token, finding: findingOfToken(text, token, marker, known) };
}

function findingOfToken(text: Text, token: Token, marker: Marker, known: KnownIufs): Finding {
  const repairs = [...marker.repairs, ...token.repairs];
  const base: Finding = { ...emptyFinding, prog: marker.prog, repairs, iuf: token.value };
  // The dotted copy is only a hint: nothing of it is kept when it is cut.
  if (marker.dotted && (token.kind === 'truncated' || token.kind === 'unreadable')) {
    return { ...base, iuf: null, worth: worths.dotted };
  }
  if (token.kind === 'iuv') {
    const { value, confidence, amountCents } = token;
    const worth = worths.iuvInPlace;
    return { ...base, kind: 'iuv', iuf: null, iuv: value, amountCents, confidence, worth };
  }
  if (token.kind === 'unreadable') {
    return { ...base, worth: token.value === null ? worths.lost : worths.tooLong };
  }
  if (token.kind === 'truncated') {
    const candidates = candidatesFor(iufKey(token.value ?? ''), known);
    const worth = candidates.length > 0 ? worths.truncated : token.value === null ? worths.lost : worths.cut;
    return { ...base, kind: 'truncated', candidates, worth };
  }
  const longer = token.whole ? longerIufs(text, token, base, known) : null;
  if (longer !== null) return longer;
  const confidence = token.confidence === 'certain' && repairs.length > 0 ? 'likely' : token.confidence;
  // Between two copies the dotted one yields.
  const worth = worths.iuf[confidence] - (marker.dotted ? 1 : 0);
  return { ...base, kind: 'iuf', confidence, worth };
}

const emptyFinding: Finding = {
  kind: 'unreadable',
  iuf: null,
  prog: null,
  iuv: null,
  amountCents: null,
  confidence: 'confirm',
  repairs: [],
  known: false,
  candidates: [],
  otherIufs: [],
  worth: 0,
};

/**
 * When known IUFs begin with what looks like a whole one: where the text ends there it was cut, where it goes on a
 * person has to look. Less than three characters of the code say little more than which PSP it was.
 */
function longerIufs(text: Text, token: Token, base: Finding, known: KnownIufs): Finding | null {
  const { squeezed } = text;
  const code = squeezed.indexOf('-', token.start + 10) + 1;
  const rest = squeezed.slice(token.end);
  for (const end of iufCharacters.test(rest) ? [squeezed.length, token.end] : [token.end]) {
    if (end - code < 3 || end - token.start >= maxIufLength) continue;
    const candidates = candidatesFor(squeezed.slice(token.start, end), known);
    if (candidates.length === 0) continue;
    const iuf = joined(text, token.start, end);
    return endsText(text, end)
      ? { ...base, kind: 'truncated', iuf, candidates, worth: worths.truncated }
      : { ...base, kind: 'iuf', candidates, worth: worths.iuf.confirm };
  }
  return null;
}

const iufCharacters = /^[\w-]*$/;

/** A date and the bank's four letters are the least that may suggest something. */
const shortestPrefix = 14;

function candidatesFor(key: string, known: KnownIufs): readonly string[] {
  if (key.length < shortestPrefix) return [];
  return known
    .withPrefix(key)
    .filter((candidate) => candidate !== key)
    .map((candidate) => known.original(candidate));
}
