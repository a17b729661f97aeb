import { SaxesParser } from 'saxes';
import type { DocumentProblem } from '../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { ByteSource } from './bytes.ts';
import { decode } from './decode.ts';
import { compile, inside, type Node } from './path.ts';
import { Refusal } from './refusal.ts';
import type { Shape } from './shape.ts';
import type { Sink } from './importer.ts';
import { bareAmpersand, explainXmlError } from './xml-error.ts';
import { ceilingOf, ceilingOfTag, overXmlLimit, xmlLimits } from './xml-limits.ts';

/**
 * Thrown by a shape that has seen enough: the reading ends well there, and the rest is not even checked.
 * One for all, because making an error costs more than the beginning of a file.
 */
export const seenEnough = new Error('seen enough');

/**
 * Reads an XML document into a shape. The only place that knows the parser: strict, without DTDs, and bounded
 * before memory is taken. What the shape's own functions throw reaches the caller as it is.
 */
export function readXml(
  source: ByteSource,
  shape: Shape,
  sink: Pick<Sink, 'warning'>,
): Result<void, DocumentProblem> {
  const decoded = decode(source);
  if (!decoded.ok) return decoded;
  for (const warning of decoded.value.warnings) sink.warning(warning);
  try {
    parse(decoded.value.pieces(), shape, decoded.value.linesBefore);
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    if (error !== seenEnough) throw error;
  }
  return ok(undefined);
}

function parse(pieces: Iterable<string>, shape: Shape, linesBefore: number): void {
  // saxes keeps its handlers beside its state: beyond seven of them V8 takes the parser for a dictionary and
  // everything is five times slower.
  const parser = new SaxesParser({ xmlns: false, position: false });
  const nodes: (Node | null)[] = [compile(shape)];
  const texts: string[] = [''];
  let depth = 0;
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
    if (node === null) return;
    texts[depth] = '';
    node.shape.open?.(name, attributes);
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
    closed?.text?.(texts[depth] ?? '');
    depth--;
    closed?.close?.();
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
