import type { DocumentWarning } from '../../shared/domain/document.ts';
import type { Sink } from './importer.ts';

/** A sink that has been told of these warnings, each kind of them once. */
export function withWarnings(sink: Sink, warnings: readonly DocumentWarning[]): Sink {
  if (warnings.length === 0) return sink;
  const kinds = new Set(warnings.map(({ code }) => code));
  for (const code of kinds) {
    const warning = warnings.find((one) => one.code === code);
    if (warning !== undefined) sink.warning(warning);
  }
  return {
    // A signature around the giornale is one, too.
    reading: (reading, row) =>
      sink.reading(
        reading.type === 'giornale-end' && kinds.has('signature-removed')
          ? { ...reading, end: { ...reading.end, signed: true } }
          : reading,
        row,
      ),
    warning: (warning) => sink.warning(warning),
    refusedRow: (row) => sink.refusedRow(row),
  };
}
