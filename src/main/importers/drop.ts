import { fail } from '../../shared/domain/result.ts';
import type { ByteSource } from './bytes.ts';
import { readBeginning } from './head.ts';
import { identify } from './identify.ts';
import type { Page } from './importer.ts';
import type { Gathered } from './pages.ts';
import { Refusal } from './refusal.ts';

/** One file of a drop, for pages that are loose files: it knows the others. */
export interface LooseFile {
  /** The documents that the pages of the drop make up and that bear the name of this file. */
  gather(page: Page): readonly Gathered[];
}

/** The files of a drop; they are looked through once, when the first loose page is met. */
export function createDrop(files: readonly { readonly name: string; readonly source: ByteSource }[]) {
  let found: readonly (Page | null)[] | null = null;
  return {
    file: (index: number): LooseFile => ({
      gather(page) {
        found ??= files.map(({ name, source }) => pageIn(name, source));
        // The file itself is read by who opened it, not a second time.
        const pages = found.map((other, i) => (i === index ? page : other));
        const own = pages
          .filter((other) => other !== null)
          .filter(({ importer }) => importer === page.importer);
        try {
          return (page.importer.gather?.(own) ?? []).filter(({ first }) => first === page);
        } catch (error) {
          // Another file of the drop has changed meanwhile.
          if (error instanceof Refusal) return [{ first: page, joined: fail(error.problem) }];
          throw error;
        }
      },
    }),
  };
}

/** What a file is when it is a page of a document whose pages may be loose files. */
function pageIn(name: string, source: ByteSource): Page | null {
  if (source.size === 0) return null;
  try {
    const identified = identify(readBeginning(source));
    const importer = identified.ok ? identified.value : null;
    if (importer?.gather === undefined) return null;
    const place = importer.placeOf?.(source) ?? null;
    return place === null ? null : { name, importer, place, source, weight: 0, warnings: [] };
  } catch (error) {
    // It cannot be read: it is told when its turn comes.
    if (error instanceof Refusal) return null;
    throw error;
  }
}
