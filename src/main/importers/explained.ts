import type { DocumentProblem, ExplainedKind } from '../../shared/domain/document.ts';
import type { Head } from './importer.ts';
import { findHeader, type Layout } from './table/layout.ts';

/** Roots of files that clerks do have, and that are not evidence of money. */
const explainedRoots: ReadonlyMap<string, ExplainedKind> = new Map([
  ['RPT', 'richiesta-pagamento'],
  ['nodoInviaRPT', 'richiesta-pagamento'],
  ['nodoInviaCarrelloRPT', 'richiesta-pagamento'],
  ['RR', 'revoca'],
  ['ER', 'revoca'],
  ['nodoInviaRichiestaStorno', 'revoca'],
  ['paaInviaRichiestaRevoca', 'revoca'],
  ['nodoInviaEsitoRevoca', 'revoca'],
  ['Fault', 'soap-fault'],
]);

/** What to say of a file that no importer claims; `problem` is what stopped the search for its first element. */
export function explain(head: Head, problem: DocumentProblem | null): DocumentProblem {
  const what = explainedKind(head);
  if (what !== null) return { code: 'not-importable', what };
  if (problem !== null) return problem;
  return { code: 'unknown-format', saw: saw(head) };
}

/** True for the name of an element that is known only to be explained. */
export function isExplainedRoot(name: string): boolean {
  return explainedRoots.has(name);
}

/** What a file is that is known only to be explained; null for any other. */
export function explainedKind({ root, text, keys, rows }: Head): ExplainedKind | null {
  if (keys !== null) return explainedJson(keys);
  if (rows !== null && findHeader(rows, bollettini) !== null) return 'bollettini-postali';
  if (text.startsWith('%PDF-')) return 'pdf';
  if (text.startsWith('SQLite format 3')) return 'database';
  if (/^\s*(?:<!--[^>]*-->\s*)?<(?:!doctype\s+)?html[\s>]/i.test(text) || root?.toLowerCase() === 'html')
    return 'web-page';
  if (root === null) return null;
  return (
    explainedRoots.get(root) ??
    (root.startsWith('nodoChiedi') && /<(?:\w+:)?fault[\s>]/.test(text) ? 'soap-fault' : null)
  );
}

/** `docs/formati/poste-rendicontazione.md` */
const bollettini: Layout<'office' | 'date' | 'amount' | 'fourth'> = {
  office: { headers: ['Ufficio_Postale'], required: true },
  date: { headers: ['Data_Accredito'], required: true },
  amount: { headers: ['Importo'], required: true },
  fourth: { headers: ['Quarto_campo'], required: true },
};

/** Errors of the services. */
function explainedJson(keys: readonly string[]): ExplainedKind | null {
  const has = (...names: string[]): boolean => names.every((name) => keys.includes(name));
  return has('appErrorCode') || has('title', 'status', 'detail') ? 'soap-fault' : null;
}

/** The marks of the file kinds that a clerk is likely to drop by mistake. */
const marks: readonly (readonly [RegExp, string])[] = [
  [/^4d5a/, 'un programma'],
  [/^d0cf11e0/, 'un documento di Office'],
  [/^89504e47|^474946|^ffd8ff/, 'un’immagine'],
  [/^52617221|^377abcaf/, 'un archivio di un tipo che non si apre'],
  [/^30(?:80|82|83|84)/, 'una firma o un certificato'],
];

function saw({ root, kind, magic, rows }: Head): string {
  if (root !== null) return root.slice(0, 80);
  if (kind === 'workbook') return 'un foglio di calcolo';
  const known = marks.find(([pattern]) => pattern.test(magic))?.[1];
  if (rows !== null) return 'un testo in colonne';
  return known ?? (kind === 'json' ? 'un testo JSON' : kind === 'binary' ? 'dati binari' : 'un testo');
}
