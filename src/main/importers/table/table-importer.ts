import type { DocumentKind, DocumentWarning } from '../../../shared/domain/document.ts';
import type { Head, Importer } from '../importer.ts';
import { findHeader, type ColumnSpec, type Headless, type Layout } from './layout.ts';
import { readRecords, type FindHeader, type TableReader } from './records.ts';

/** A format in columns, CSV or workbook alike: what tells it from the others are the columns that it requires. */
export interface TableFormat<Key extends string> {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly layout: Layout<Key>;
  /** Columns without headers are known by their place: finds it. The headers of the layout are then only their names. */
  readonly find?: FindHeader<Key>;
  /** The columns by which it is recognised; without the other required ones the file is refused with their name. */
  readonly marks?: readonly NoInfer<Key>[];
  /** When another layout has the same required columns: what else must hold. */
  claims?(head: Head): boolean;
  /** When the file may come without its header. */
  readonly headless?: Headless<Key>;
  /** A new reader for each file; `warn` tells what is worth knowing of a row that is kept. */
  reader(warn: (warning: DocumentWarning) => void): TableReader<Key>;
}

export function tableImporter<Key extends string>(format: TableFormat<Key>): Importer {
  const { name, kind, layout, marks, headless = null } = format;
  const find: FindHeader<Key> = format.find ?? ((rows) => findHeader(rows, layout, headless));
  const recognise: FindHeader<Key> =
    marks === undefined ? find : (rows) => findHeader(rows, withRequired(layout, marks));
  return {
    name,
    kind,
    claims: (head) => head.rows !== null && recognise(head.rows) !== null && (format.claims?.(head) ?? true),
    knowsNamespace: () => true,
    read: ([part], sink) => {
      if (part === undefined) throw new Error('a table without a part');
      const reader = format.reader((warning) => sink.warning(warning));
      return readRecords(part, layout, sink, reader, find);
    },
  };
}

/** The same layout, of which only these columns are required. */
function withRequired<Key extends string>(layout: Layout<Key>, keys: readonly Key[]): Layout<Key> {
  const marks: Record<Key, ColumnSpec> = { ...layout };
  for (const key in layout) {
    const { headers, unwanted } = layout[key];
    if (unwanted === true) continue;
    marks[key] = keys.includes(key) ? { headers, required: true } : { headers };
  }
  return marks;
}
