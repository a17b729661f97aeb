import { SaxesParser } from 'saxes';

/** What a test wants to know of an XML: the texts of each element, by local name, in order. */
export type Leaves = ReadonlyMap<string, readonly string[]>;

/** Reads an XML with a strict, namespace-aware parser: any error fails the test. */
export function leavesOf(xml: string): Leaves {
  const leaves = new Map<string, string[]>();
  const parser = new SaxesParser({ xmlns: true });
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', (tag) => {
    const found = leaves.get(tag.local);
    if (found === undefined) leaves.set(tag.local, [text]);
    else found.push(text);
    text = '';
  });
  parser.write(xml).close();
  return leaves;
}

/** The only text of an element. */
export function leafOf(leaves: Leaves, name: string): string {
  const [text, ...more] = leaves.get(name) ?? [];
  if (text === undefined || more.length > 0) throw new Error(`expected one ${name}`);
  return text;
}

/** Texts of two decimals, added as cents. */
export function centsOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Number(text.replace('.', '')), 0);
}
