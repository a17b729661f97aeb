import type { DocumentProblem, DocumentWarning } from '../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { chunksOf, type ByteSource } from './bytes.ts';
import type { Page } from './importer.ts';

/** The pages of one document, in page order. */
export interface PageGroup {
  readonly pages: readonly Page[];
  readonly warnings: readonly DocumentWarning[];
}

/** Pages that belong together, or one that belongs nowhere. */
export interface Gathered {
  /** The one that gives the document its name. */
  readonly first: Page;
  readonly joined: Result<PageGroup, DocumentProblem>;
}

/** Puts together the pages that belong together, in the order in which their documents were met. */
export function gatherPages(pages: readonly Page[]): readonly Gathered[] {
  const byImporter = Map.groupBy(pages, ({ importer }) => importer);
  return [...byImporter].flatMap(([importer, own]) => importer.gather?.(own) ?? byName(own));
}

/** The pages say themselves to which document they belong. */
function byName(pages: readonly Page[]): readonly Gathered[] {
  const groups = Map.groupBy(pages, ({ place }) => place.group);
  return [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => a.place.page - b.place.page);
    const [first] = sorted;
    return first === undefined ? [] : { first, joined: joinPages(sorted) };
  });
}

/**
 * Checks a group: the same page twice counts once, two different ones for one place cannot both be right. In front of
 * the pages there may be a head, which is no page.
 */
export function joinPages(
  group: readonly Page[],
  { ofHead = false } = {},
): Result<PageGroup, DocumentProblem> {
  const pages: Page[] = [];
  for (const page of group) {
    const last = pages.at(-1);
    if (last?.place.page !== page.place.page) pages.push(page);
    else if (!areEqual(last.source, page.source))
      return disagree(
        page.place.page < 0
          ? 'due file diversi per la testata'
          : `due file diversi per la pagina ${page.place.page}`,
      );
  }
  const numbered = ofHead ? pages.slice(1) : pages;
  const total = numbered[0]?.place.pages ?? 1;
  const other = numbered.find(({ place }) => place.pages !== total);
  if (other !== undefined)
    return disagree(`un file dice ${total} pagine in tutto, un altro ${other.place.pages}`);
  const missing = missingPages(new Set(numbered.map(({ place }) => place.page)), total);
  // With a head it is known how much there must be, and the importer judges.
  const warnings: DocumentWarning[] =
    ofHead || missing.length === 0 ? [] : [{ code: 'pages-missing', missing, pages: total }];
  return ok({ pages, warnings });
}

// A file may claim millions of pages: whoever reads the warning needs a few numbers.
const enoughNumbers = 100;

/** The first pages that are not there. */
export function missingPages(present: ReadonlySet<number>, total: number): readonly number[] {
  const missing: number[] = [];
  for (let page = 1; page <= total && missing.length < enoughNumbers; page++)
    if (!present.has(page)) missing.push(page);
  return missing;
}

/** True when two sources hold the same bytes. */
export function areEqual(a: ByteSource, b: ByteSource): boolean {
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
