import type { Ceiling, DocumentProblem } from '../../shared/domain/document.ts';

/** Real files stay far below: 12 levels, a handful of attributes, texts of a few hundred characters. */
export const xmlLimits = {
  depth: 64,
  attributes: 256,
  'attribute-length': 64 * 1024,
  'text-length': 1024 * 1024,
  'name-length': 256,
} as const satisfies Partial<Record<Ceiling, number>>;

export function overXmlLimit(ceiling: keyof typeof xmlLimits): DocumentProblem {
  return { code: 'over-ceiling', ceiling, max: xmlLimits[ceiling] };
}

/** Which ceiling a parser is running into that has swallowed this much text and has not come to its end. */
export function ceilingOf(swallowed: string): keyof typeof xmlLimits {
  const last = swallowed.slice(swallowed.lastIndexOf('<'));
  if (/^<[^\s>!?]*$/.test(last)) return 'name-length';
  if (!/^<[^\s>!?]+\s[^>]*$/.test(last)) return 'text-length';
  return last.split('=').length > xmlLimits.attributes ? 'attributes' : 'attribute-length';
}

/** Checks a tag that has come to its end; null when it keeps within the ceilings. */
export function ceilingOfTag(
  name: string,
  attributes: Readonly<Record<string, string>>,
): keyof typeof xmlLimits | null {
  if (name.length > xmlLimits['name-length']) return 'name-length';
  let count = 0;
  // `in` rather than a list of entries: nearly every tag has none, and there are millions of tags.
  for (const attribute in attributes) {
    if (++count > xmlLimits.attributes) return 'attributes';
    if (attribute.length > xmlLimits['name-length']) return 'name-length';
    if ((attributes[attribute] ?? '').length > xmlLimits['attribute-length']) return 'attribute-length';
  }
  return null;
}
