import type { DocumentProblem, DocumentWarning } from '../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { chunksOf, type ByteSource } from './bytes.ts';
import type { Importer, PagePlace } from './importer.ts';

/** One of the files that a document was cut into. */
export interface Page {
  readonly name: string;
  readonly importer: Importer;
  readonly place: PagePlace;
  readonly source: ByteSource;
}

/** The pages of one document, in page order. */
export interface PageGroup {
  readonly pages: readonly Page[];
  readonly warnings: readonly DocumentWarning[];
}

/** Puts together the pages that belong together, in the order in which their documents were met. */
export function groupPages(pages: readonly Page[]): readonly (readonly Page[])[] {
  const groups = Map.groupBy(pages, ({ place, importer }) => `${importer.name} ${place.group}`);
  return [...groups.values()].map((group) => group.toSorted((a, b) => a.place.page - b.place.page));
}

/** Checks a group: the same page twice counts once, two different ones for one place cannot both be right. */
export function joinPages(group: readonly Page[]): Result<PageGroup, DocumentProblem> {
  const pages: Page[] = [];
  for (const page of group) {
    const last = pages.at(-1);
    if (last?.place.page !== page.place.page) pages.push(page);
    else if (!areEqual(last.source, page.source))
      return disagree(`due file diversi per la pagina ${page.place.page}`);
  }
  const total = pages[0]?.place.pages ?? 1;
  const other = pages.find(({ place }) => place.pages !== total);
  if (other !== undefined)
    return disagree(`un file dice ${total} pagine in tutto, un altro ${other.place.pages}`);
  const missing = missingPages(pages, total);
  return ok({
    pages,
    warnings: missing.length === 0 ? [] : [{ code: 'pages-missing', missing, pages: total }],
  });
}

// A file may claim millions of pages: whoever reads the warning needs a few numbers.
const enoughNumbers = 100;

function missingPages(pages: readonly Page[], total: number): readonly number[] {
  const present = new Set(pages.map(({ place }) => place.page));
  const missing: number[] = [];
  for (let page = 1; page <= total && missing.length < enoughNumbers; page++)
    if (!present.has(page)) missing.push(page);
  return missing;
}

function areEqual(a: ByteSource, b: ByteSource): boolean {
  if (a.size !== b.size) return false;
  let position = 0;
  for (const chunk of chunksOf(a)) {
    if (Buffer.compare(chunk, b.read(position, chunk.length)) !== 0) return false;
    position += chunk.length;
  }
  return true;
}

function disagree(detail: string): { readonly ok: false; readonly problem: DocumentProblem } {
  return fail({ code: 'pages-disagree', detail });
}
