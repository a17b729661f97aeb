import type { DocumentProblem } from '../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { ByteSource } from './bytes.ts';
import { decode } from './decode.ts';
import { compile } from './path.ts';
import { readPlainXml } from './plain-xml.ts';
import { Refusal } from './refusal.ts';
import type { Shape } from './shape.ts';
import type { Sink } from './importer.ts';
import { readStrictXml } from './strict-xml.ts';

/**
 * Thrown by a shape that has seen enough: the reading ends well there, and the rest is not even checked.
 * One for all, because making an error costs more than the beginning of a file.
 */
export const seenEnough = new Error('seen enough');

/**
 * Reads an XML document into a shape: strict, without DTDs, and bounded before memory is taken. What the shape's own
 * functions throw reaches the caller as it is.
 *
 * Plain documents are read by `plain-xml`. Where something is not plain, wrong or only rare, the parser that knows all of XML
 * begins again, says nothing of what was told before, and goes on from there: it alone refuses.
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
    const tags = readPlainXml(decoded.value.utf8(), compile(shape));
    if (tags !== null) readStrictXml(decoded.value.pieces(), shape, decoded.value.linesBefore, tags);
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    if (error !== seenEnough) throw error;
  }
  return ok(undefined);
}
