import type { DocumentKind, DocumentProblem } from '../../shared/domain/document.ts';
import { fail, type Result } from '../../shared/domain/result.ts';
import { readArchive } from './archive/archive.ts';
import { archiveLimits, overCeiling, type ArchiveLimits, type Budget } from './archive/limits.ts';
import { bytesInMemory, bytesOnDemand, type ByteSource } from './bytes.ts';
import { identify } from './identify.ts';
import type { Importer, Sink } from './importer.ts';
import { groupPages, joinPages, type Page } from './pages.ts';

/** A file inside a document: nearly always the only one, else a page. */
interface DocumentPart {
  readonly name: string;
  readonly source: ByteSource;
}

/** Something that can be imported: a dropped file, an entry of an archive, or the pages of one OPI in an archive. */
export interface LogicalDocument {
  readonly type: 'document';
  /** `giornale.xml`, or `archivio.zip/giornale.xml`; of several pages, the first. */
  readonly name: string;
  readonly kind: DocumentKind;
  /** What to digest; in page order. */
  readonly parts: readonly DocumentPart[];
  /** Tells the sink what the document says. When the answer is a problem, what the sink has got is worth nothing. */
  read(sink: Sink): Result<void, DocumentProblem>;
}

/** A file, or an entry of an archive, that cannot be a document. */
export interface RefusedDocument {
  readonly type: 'refused';
  readonly name: string;
  readonly problem: DocumentProblem;
}

/**
 * The documents that a dropped file holds, one at a time: ask for the next when done with the last, so that
 * only one is in memory. Documents in pages come at the end of their archive.
 */
export function* openDocuments(
  name: string,
  source: ByteSource,
  limits: ArchiveLimits = archiveLimits,
): Generator<LogicalDocument | RefusedDocument, void, undefined> {
  const pages: Page[] = [];
  const budget = { bytes: limits.expandedBytes };
  yield* openFile(name, source, { limits, budget, pages, depth: 0 }, null);
  for (const group of groupPages(pages)) yield openPages(group);
}

interface Opening {
  readonly limits: ArchiveLimits;
  readonly budget: Budget;
  /** Pages met so far, kept for the end. */
  readonly pages: Page[];
  /** Archives around this file. */
  readonly depth: number;
}

/** `fetch` gets the bytes again, for a page that is put aside; a loose file has none and stands for itself. */
function* openFile(
  name: string,
  source: ByteSource,
  opening: Opening,
  fetch: (() => Uint8Array) | null,
): Generator<LogicalDocument | RefusedDocument, void, undefined> {
  const identified = identify(source);
  if (!identified.ok) {
    yield refused(name, identified.problem);
    return;
  }
  if (identified.value === 'archive') {
    yield* openArchive(name, source, opening);
    return;
  }
  const importer = identified.value;
  const place = fetch === null ? null : (importer.placeOf?.(source) ?? null);
  if (fetch === null || place === null) yield document(importer, [{ name, source }]);
  else opening.pages.push({ name, importer, place, source: bytesOnDemand(source.size, fetch) });
}

function* openArchive(
  name: string,
  source: ByteSource,
  opening: Opening,
): Generator<LogicalDocument | RefusedDocument, void, undefined> {
  const { limits, budget, depth } = opening;
  if (depth >= limits.nesting) {
    yield refused(name, overCeiling('nesting', limits.nesting));
    return;
  }
  const archive = readArchive(source, limits, budget);
  if (!archive.ok) {
    yield refused(name, archive.problem);
    return;
  }
  // Workbooks and documents of Office are archives too; those that are read will be claimed before they get here.
  if (archive.value.some((entry) => entry.name === '[Content_Types].xml')) {
    yield refused(name, { code: 'unknown-format', saw: 'un documento di Office' });
    return;
  }
  for (const entry of archive.value) {
    const entryName = `${name}/${entry.name}`;
    const expanded = 'problem' in entry ? fail(entry.problem) : entry.expand();
    if (!expanded.ok) {
      yield refused(entryName, expanded.problem);
      continue;
    }
    const fetch = 'problem' in entry ? null : () => again(entry.expand());
    yield* openFile(entryName, bytesInMemory(expanded.value), { ...opening, depth: depth + 1 }, fetch);
  }
}

function openPages(group: readonly Page[]): LogicalDocument | RefusedDocument {
  const name = group[0]?.name ?? '';
  const joined = joinPages(group);
  if (!joined.ok) return refused(name, joined.problem);
  const { pages, warnings } = joined.value;
  const [first] = pages;
  if (first === undefined) throw new Error('a group of pages without pages');
  const whole = document(first.importer, pages);
  return {
    ...whole,
    read(sink) {
      for (const warning of warnings) sink.warning(warning);
      return whole.read(sink);
    },
  };
}

function document(importer: Importer, parts: readonly DocumentPart[]): LogicalDocument {
  return {
    type: 'document',
    name: parts[0]?.name ?? '',
    kind: importer.kind,
    parts: parts.map(({ name, source }) => ({ name, source })),
    read: (sink) =>
      importer.read(
        parts.map(({ source }) => source),
        sink,
      ),
  };
}

function refused(name: string, problem: DocumentProblem): RefusedDocument {
  return { type: 'refused', name, problem };
}

function again(expanded: Result<Uint8Array, DocumentProblem>): Uint8Array {
  if (expanded.ok) return expanded.value;
  throw new Error('the archive changed while it was read');
}
