import { SaxesParser } from 'saxes';
import type { DocumentProblem } from '../../shared/domain/document.ts';
import { compile, inside, type Node } from './path.ts';
import { Refusal } from './refusal.ts';
import type { Shape } from './shape.ts';
import { bareAmpersand, explainXmlError } from './xml-error.ts';
import { ceilingOf, ceilingOfTag, overXmlLimit, xmlLimits } from './xml-limits.ts';

/**
 * Reads text into a shape with the parser that knows all of XML; nobody else knows it. The shape has heard of the first
 * `told` tags, opened or closed, and hears of the others. Throws a `Refusal`, and what the shape throws.
 */
export function readStrictXml(
  pieces: Iterable<string>,
  shape: Shape,
  linesBefore: number,
  told: number,
): void {
  // saxes keeps its handlers beside its state: beyond seven of them V8 takes the parser for a dictionary and
  // everything is five times slower.
  const parser = new SaxesParser({ xmlns: false, position: false });
  const nodes: (Node | null)[] = [compile(shape)];
  const texts: string[] = [''];
  let depth = 0;
  let tags = 0;
  let ended = false;
  // Characters fed since the parser last told something: it keeps them all until it does.
  let held = 0;
  let fed: string[] = [];
  const malformed = (line: number, message: string): Refusal =>
    new Refusal({ code: 'malformed-xml', line: line + linesBefore, detail: explainXmlError(message) });
  const stuck = (problem: (swallowed: string) => DocumentProblem): Refusal => {
    const swallowed = fed.join('');
    const linesBack = bareAmpersand(swallowed);
    return linesBack === null
      ? new Refusal(problem(swallowed))
      : malformed(parser.line - linesBack, 'entity');
  };

  parser.on('error', (error) => {
    throw ended ? stuck(() => ({ code: 'incomplete-file' })) : malformed(parser.line, error.message);
  });
  parser.on('doctype', () => {
    throw new Refusal({ code: 'doctype-refused' });
  });
  parser.on('opentag', ({ name, attributes }) => {
    held = 0;
    const ceiling = ++depth > xmlLimits.depth ? 'depth' : ceilingOfTag(name, attributes);
    if (ceiling !== null) throw new Refusal(overXmlLimit(ceiling));
    const node = inside(nodes[depth - 1] ?? null, name);
    nodes[depth] = node;
    tags++;
    if (node === null) return;
    texts[depth] = '';
    if (tags > told) node.shape.open?.(name, attributes);
  });
  const onText = (text: string): void => {
    held = 0;
    const isWanted = nodes[depth]?.wantsText === true;
    const whole = isWanted ? texts[depth] + text : text;
    if (whole.length > xmlLimits['text-length']) throw new Refusal(overXmlLimit('text-length'));
    if (isWanted) texts[depth] = whole;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    held = 0;
    const closed = nodes[depth]?.shape;
    tags++;
    if (tags > told) closed?.text?.(texts[depth] ?? '');
    depth--;
    if (tags > told) closed?.close?.();
  });

  for (const piece of pieces) {
    // What it keeps may begin in the piece in which it last told something.
    if (held === 0) fed = fed.slice(-1);
    held += piece.length;
    fed.push(piece);
    parser.write(piece);
    if (held > xmlLimits['text-length']) throw stuck((swallowed) => overXmlLimit(ceilingOf(swallowed)));
  }
  ended = true;
  parser.close();
}
