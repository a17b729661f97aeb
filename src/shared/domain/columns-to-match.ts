import type { DocumentProblem } from './document.ts';

/** True for a list that can be read once a person has said what its columns are. */
export function isForAPerson(problem: DocumentProblem | null): boolean {
  return problem?.code === 'columns-unknown' || problem?.code === 'columns-shifted';
}

/** True for the file itself, and for what is inside it: `archivio.zip/lista.csv`, `messaggio.eml#2`. */
export function isInFile(document: string, file: string): boolean {
  return document === file || document.startsWith(`${file}/`) || document.startsWith(`${file}#`);
}
