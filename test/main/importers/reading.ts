import type {
  Content,
  DocumentProblem,
  DocumentWarning,
  Reading,
  RefusedRow,
} from '../../../src/shared/domain/document.ts';
import type { FlussoHeader, RigaFlusso } from '../../../src/shared/domain/flusso.ts';
import type { GiornaleHeader, Movimento } from '../../../src/shared/domain/movimento.ts';
import type { Ricevuta } from '../../../src/shared/domain/ricevuta.ts';
import { bytesInMemory } from '../../../src/main/importers/bytes.ts';
import { canonical } from '../../../src/main/importers/canonical.ts';
import { nothingSet, type ReadContext } from '../../../src/main/importers/read-context.ts';
import { openDocuments } from '../../../src/main/importers/documents.ts';

/** All that a document told, sorted by kind. */
export interface Told {
  readonly name: string;
  readonly problem: DocumentProblem | null;
  readonly readings: readonly Reading[];
  readonly warnings: readonly DocumentWarning[];
  readonly refusedRows: readonly RefusedRow[];
  readonly giornali: readonly GiornaleHeader[];
  readonly movimenti: readonly Movimento[];
  readonly flussi: readonly FlussoHeader[];
  readonly righe: readonly RigaFlusso[];
  readonly ricevute: readonly Ricevuta[];
  readonly canonical: string;
}

/** Opens and reads everything in a file, as the worker does. */
export function tellAll(
  content: string | Uint8Array,
  name = 'file.xml',
  context: ReadContext = nothingSet,
): readonly Told[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return Array.from(openDocuments(name, bytesInMemory(bytes), { context }), (opened) => {
    const readings: Reading[] = [];
    const warnings: DocumentWarning[] = [];
    const refusedRows: RefusedRow[] = [];
    let problem: DocumentProblem | null = null;
    if (opened.type === 'refused') ({ problem } = opened);
    else {
      const read = opened.read({
        reading: (reading) => readings.push(reading),
        warning: (warning) => warnings.push(warning),
        refusedRow: (row) => refusedRows.push(row),
      });
      if (!read.ok) ({ problem } = read);
    }
    return {
      name: opened.name,
      problem,
      readings,
      warnings,
      refusedRows,
      giornali: readings.flatMap((reading) => (reading.type === 'giornale' ? [reading.header] : [])),
      movimenti: readings.flatMap((reading) => (reading.type === 'movimento' ? [reading.movimento] : [])),
      flussi: readings.flatMap((reading) => (reading.type === 'flusso' ? [reading.header] : [])),
      righe: readings.flatMap((reading) => (reading.type === 'riga' ? [reading.riga] : [])),
      ricevute: readings.flatMap((reading) => (reading.type === 'ricevuta' ? [reading.ricevuta] : [])),
      canonical: contentOf(readings).map(canonical).join(''),
    };
  });
}

/** Readings that say something: the end of a giornale does not. */
export function contentOf(readings: readonly Reading[]): Content[] {
  return readings.filter((reading) => reading.type !== 'giornale-end');
}

/** The same, for a file that is one document. */
export function tell(
  content: string | Uint8Array,
  name = 'file.xml',
  context: ReadContext = nothingSet,
): Told {
  const [told, ...others] = tellAll(content, name, context);
  if (told === undefined || others.length > 0) throw new Error('not one document');
  return told;
}
