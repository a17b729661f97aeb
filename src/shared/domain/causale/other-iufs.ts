import { iufKey, maxIufLength } from '../iuf.ts';
import type { KnownHit } from './known-hits.ts';
import { gapBefore, isIufCharacter, type Text } from './text.ts';
import { readToken, type Token } from './token.ts';

/** IUFs of the same text that are not the chosen one, nor a piece of it, nor a piece of a known one. */
export function otherIufs(
  iuf: string,
  hits: readonly KnownHit[],
  tokens: readonly Token[],
): readonly string[] {
  const chosen = iufKey(iuf);
  const others = new Map<string, string>();
  for (const hit of hits) others.set(iufKey(hit.iuf), hit.iuf);
  for (const { kind, whole, value, start, end } of tokens) {
    const inHit = hits.some((hit) => start < hit.end && hit.start < end);
    if (kind === 'iuf' && whole && value !== null && !inHit) others.set(iufKey(value), value);
  }
  return [...others].filter(([key]) => !chosen.startsWith(key)).map(([, value]) => value);
}

const psp = /^(?:[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?|(?:ABI|BIC)\d{5}|\d{11}|[A-Z]{3,8})-/;

/**
 * What has the whole shape of an IUF outside of what was read already: beside a first IUF it is a second one, although
 * it has no marker of its own.
 */
export function unmarkedTokens(
  text: Text,
  dates: readonly number[],
  places: readonly { readonly start: number; readonly end: number }[],
): readonly Token[] {
  const unmarked: Token[] = [];
  const { squeezed } = text;
  for (const start of dates) {
    const read = places.some((place) => place.start <= start && start < place.end);
    const glued = start > 0 && isIufCharacter(squeezed.charCodeAt(start - 1)) && !gapBefore(text, start);
    if (read || glued || !psp.test(squeezed.slice(start + 10, start + maxIufLength))) continue;
    const token = readToken(text, start, start);
    if (token.whole && token.confidence !== 'confirm') unmarked.push(token);
  }
  return unmarked;
}
