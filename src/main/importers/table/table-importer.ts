import type { DocumentKind, DocumentWarning } from '../../../shared/domain/document.ts';
import type { Head, Importer } from '../importer.ts';
import { findHeader, type Headless, type Layout } from './layout.ts';
import { readRecords, type TableReader } from './records.ts';

/** A format in columns, CSV or workbook alike: what tells it from the others are the columns that it requires. */
export interface TableFormat<Key extends string> {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly layout: Layout<Key>;
  /** When another layout has the same required columns: what else must hold. */
  claims?(head: Head): boolean;
  /** When the file may come without its header. */
  readonly headless?: Headless<Key>;
  /** A new reader for each file; `warn` tells what is worth knowing of a row that is kept. */
  reader(warn: (warning: DocumentWarning) => void): TableReader<Key>;
}

export function tableImporter<Key extends string>(format: TableFormat<Key>): Importer {
  const { name, kind, layout, headless = null } = format;
  return {
    name,
    kind,
    claims: (head) =>
      head.rows !== null &&
      findHeader(head.rows, layout, headless) !== null &&
      (format.claims?.(head) ?? true),
    knowsNamespace: () => true,
    read: ([part], sink) => {
      if (part === undefined) throw new Error('a table without a part');
      const reader = format.reader((warning) => sink.warning(warning));
      return readRecords(part, layout, sink, reader, headless);
    },
  };
}
