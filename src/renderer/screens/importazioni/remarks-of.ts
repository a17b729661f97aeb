import type { DocumentKind, DocumentProblem, DocumentWarning } from '../../../shared/domain/document.ts';
import { sayDocumentProblem } from '../../../shared/wording/document-problems.ts';
import { isForAPerson } from '../../../shared/domain/columns-to-match.ts';
import { many } from '../../../shared/wording/figures.ts';
import { voceOfProblem } from '../../../shared/wording/guide/places.ts';
import { sayWarning } from '../../../shared/wording/warnings.ts';

/** A document of which there is something to say. */
export interface Remark {
  readonly name: string;
  readonly kind: DocumentKind | null;
  /** A refused document; otherwise it is worth a look. */
  readonly bad: boolean;
  readonly sentences: readonly string[];
  /** The section of the guide that says more; null where none does. */
  readonly voce: string | null;
  /** Lines that were left out, to be saved as a file. */
  readonly refusedRowsOf: number | null;
  /** A list that can be imported once a person has said what its columns are. */
  readonly hasColumnsToMatch: boolean;
}

interface Told {
  readonly name: string;
  readonly kind: DocumentKind | null;
  readonly problem: DocumentProblem | null;
  readonly warnings: readonly DocumentWarning[];
}

/** What there is to say of a document; null when there is nothing. */
export function remarkOf(told: Told, refusedRows: number, id: number | null): Remark | null {
  const { name, kind, problem, warnings } = told;
  if (problem === null && warnings.length === 0 && refusedRows === 0) return null;
  return {
    name,
    kind,
    bad: problem !== null,
    sentences: [
      ...(problem === null ? [] : [sayDocumentProblem(problem)]),
      ...warnings.map(sayWarning),
      ...(problem === null && refusedRows > 0 ? [sayRefusedRows(refusedRows, id !== null)] : []),
    ],
    voce: problem === null ? null : (voceOfProblem[problem.code] ?? null),
    refusedRowsOf: problem === null && refusedRows > 0 ? id : null,
    hasColumnsToMatch: isForAPerson(problem),
  };
}

function sayRefusedRows(count: number, imported: boolean): string {
  const rows =
    count === 1 ? 'Una riga non è leggibile' : `${many(count, 'riga', 'righe')} non sono leggibili`;
  if (!imported) return `${rows}: le altre si possono importare.`;
  return count === 1
    ? `${rows} ed è rimasta fuori: scaricarla e rimandarla a chi ha fatto il file.`
    : `${rows} e sono rimaste fuori: scaricarle e rimandarle a chi ha fatto il file.`;
}
