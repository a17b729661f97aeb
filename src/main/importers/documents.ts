import type { DocumentWarning } from '../../shared/domain/document.ts';
import { archiveLimits, overCeiling, type ArchiveLimits, type Budget } from './archive/limits.ts';
import { heard, type ByteSource } from './bytes.ts';
import type { LooseFile } from './drop.ts';
import { explain, explainedKind } from './explained.ts';
import { problemOf, readBeginning } from './head.ts';
import { createHold } from './hold-unknown.ts';
import { identify } from './identify.ts';
import type { Head, Importer, Page } from './importer.ts';
import {
  document,
  documentOfPages,
  refused,
  type DocumentPart,
  type LogicalDocument,
  type RefusedDocument,
} from './logical-document.ts';
import { readerOfUnclaimed } from './mapped/unclaimed.ts';
import { gatherPages } from './pages.ts';
import { nothingSet, type ReadContext } from './read-context.ts';
import { namedInsides, unwrap, type NamedInside, type Unwrapped } from './unwrap.ts';

type Opened = Generator<LogicalDocument | RefusedDocument, void, undefined>;

/**
 * The documents that a dropped file holds, one at a time: ask for the next when done with the last, so that
 * only one is in memory. Documents in pages come at the end of their file. `loose` tells the other files of the drop,
 * among which its pages may be;
 * `onRead` hears whenever bytes of it, or of what it holds, are looked at.
 */
export function* openDocuments(
  name: string,
  source: ByteSource,
  {
    limits = archiveLimits,
    loose = null,
    context = nothingSet,
    onRead = () => undefined,
  }: {
    limits?: ArchiveLimits;
    loose?: LooseFile | null;
    context?: ReadContext;
    onRead?: () => void;
  } = {},
): Opened {
  const pages: Page[] = [];
  const budget = { bytes: limits.expandedBytes };
  const followed = heard(source, onRead);
  const part = { name, source: followed, weight: source.size, warnings: [] };
  yield* openFile(part, { limits, budget, pages, context, onRead, archives: 0, layers: 0 });
  const [page] = pages;
  const isLoose = page !== undefined && page.source === followed;
  const gathered = isLoose && loose !== null ? loose.gather(page) : gatherPages(pages);
  for (const group of gathered) yield documentOfPages(group, isLoose && loose !== null);
}

interface Opening {
  readonly limits: ArchiveLimits;
  readonly budget: Budget;
  /** Pages met so far, kept for the end. */
  readonly pages: Page[];
  readonly context: ReadContext;
  readonly onRead: () => void;
  /** Archives around this file. */
  readonly archives: number;
  /** Wrappers around this file, archives included. */
  readonly layers: number;
}

function* openFile(part: DocumentPart, opening: Opening): Opened {
  const { name, source } = part;
  const head = readBeginning(source);
  if (source.size === 0 || (head.kind !== 'workbook' && head.text.trim() === '')) {
    yield refused(name, { code: 'empty-file' });
    return;
  }
  const identified = identify(head);
  if (!identified.ok) {
    yield refused(name, identified.problem);
    return;
  }
  const importer = identified.value;
  const explained = importer === null ? explainedKind(head) : null;
  const mayBeWrapped =
    importer === null ? explained === null : importer.holdsOriginal === true || holdsText(head);
  const unwrapped = mayBeWrapped ? unwrap(source, head, opening) : null;
  if (unwrapped === null) yield* openBare(part, head, importer, opening);
  else if (!unwrapped.ok) yield refused(name, unwrapped.problem);
  else yield* openWrapped(part, head, importer, unwrapped.value, opening);
}

/** An element that has the name of a document may hold one as its text. */
function holdsText({ root, firstChild, text }: Head): boolean {
  if (root === null || firstChild !== null) return false;
  const name = root.replaceAll('.', String.raw`\.`);
  return new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>\\s*(?:<!\\[CDATA\\[|[^<\\s])`).test(text);
}

/** What is not wrapped: a document, a page of one, or nothing that is known. */
function* openBare(part: DocumentPart, head: Head, importer: Importer | null, opening: Opening): Opened {
  if (importer === null) {
    yield openUnclaimed(part, head, opening.context);
    return;
  }
  const { layers, pages } = opening;
  const isPaged = importer.placeOf !== undefined && (layers > 0 || importer.gather !== undefined);
  const place = isPaged ? (importer.placeOf?.(part.source) ?? null) : null;
  if (place === null) yield document(importer, [part]);
  else pages.push({ ...part, importer, place });
}

/** What no format claims: a list that a person taught, or has yet to teach, or nothing that is known. */
function openUnclaimed(
  part: DocumentPart,
  head: Head,
  context: ReadContext,
): LogicalDocument | RefusedDocument {
  const problem = explain(head, problemOf(head, part.source));
  const isList = problem.code === 'unknown-format' && head.rows !== null;
  const found = isList ? readerOfUnclaimed(part.source, context.profiles) : null;
  if (found === null) return refused(part.name, problem);
  if (found.ok) return document(found.value, [part]);
  return { ...refused(part.name, found.problem), list: part.source };
}

/** What is inside a wrapper, each thing under its own name, or under that of the wrapper where it has none. */
function* openWrapped(
  part: DocumentPart,
  head: Head,
  importer: Importer | null,
  { wrapping, insides }: Unwrapped,
  opening: Opening,
): Opened {
  const { limits, layers, archives } = opening;
  const isArchive = wrapping.isArchive === true;
  const most = isArchive && archives >= limits.nesting ? limits.nesting : limits.layers;
  if (layers >= most || (isArchive && archives >= most)) {
    yield refused(part.name, overCeiling('nesting', most));
    return;
  }
  const inner = { ...opening, layers: layers + 1, archives: archives + (isArchive ? 1 : 0) };
  const held = createHold(head.root !== null || head.keys !== null);
  let isEmpty = true;
  for (const found of namedInsides(part.name, insides, limits.entries)) {
    // The trouble of a file in which nothing was found is better told by who reads such files.
    if ('trouble' in found && isEmpty) {
      const told = explain(head, problemOf(head, part.source));
      if (importer !== null) yield* openBare(part, head, importer, opening);
      else yield refused(part.name, told.code === 'malformed-xml' ? told : found.trouble);
      return;
    }
    isEmpty = false;
    if ('trouble' in found) yield* held.pass(refused(found.name, found.trouble));
    else for (const opened of openInside(part, found, wrapping.warning, inner)) yield* held.pass(opened);
  }
  if (isEmpty || held.isHolding()) yield* openBare(part, head, importer, opening);
}

function* openInside(
  outer: DocumentPart,
  { name, inside }: NamedInside,
  warning: DocumentWarning | undefined,
  opening: Opening,
): Opened {
  const expanded = inside.open();
  if (!expanded.ok) {
    yield refused(name, expanded.problem);
    return;
  }
  const isNew = warning !== undefined && !outer.warnings.some(({ code }) => code === warning.code);
  const warnings = isNew ? [...outer.warnings, warning] : outer.warnings;
  const source = heard(expanded.value, opening.onRead);
  yield* openFile({ name, source, weight: inside.share * outer.weight, warnings }, opening);
  inside.release?.();
}
