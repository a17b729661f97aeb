import type { DocumentKind } from '../../../shared/domain/document.ts';
import type { Head, Importer } from '../importer.ts';
import { findHeader, type Layout } from './layout.ts';
import { readRecords, type TableReader } from './records.ts';

/** A format in columns, CSV or workbook alike: what tells it from the others are the columns that it requires. */
export interface TableFormat<Key extends string> {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly layout: Layout<Key>;
  /** When another layout has the same required columns: what else must hold. */
  claims?(head: Head): boolean;
  /** A new reader for each file. */
  reader(): TableReader<Key>;
}

export function tableImporter<Key extends string>(format: TableFormat<Key>): Importer {
  const { name, kind, layout } = format;
  return {
    name,
    kind,
    claims: (head) =>
      head.rows !== null && findHeader(head.rows, layout) !== null && (format.claims?.(head) ?? true),
    knowsNamespace: () => true,
    read: ([part], sink) => {
      if (part === undefined) throw new Error('a table without a part');
      return readRecords(part, layout, sink, format.reader());
    },
  };
}
