import { many } from './figures.ts';

/** What the documents say of whose they are, those that most of them name first. */
export function sayEntiSeen(
  enti: readonly {
    readonly codiceFiscale: string;
    readonly denominazione: string | null;
    readonly documents: number;
  }[],
): string {
  const [first, ...others] = enti;
  if (first === undefined)
    return 'I file non lo dicono. Scrivere chi siamo: serve a riconoscere quali documenti sono nostri.';
  const name = first.denominazione === null ? '' : ` (${first.denominazione})`;
  const told = `${many(first.documents, 'documento è', 'documenti sono')} dell’ente ${first.codiceFiscale}${name}.`;
  const rest = others.reduce((sum, { documents }) => sum + documents, 0);
  return rest === 0
    ? `${told} Se siamo noi basta confermare.`
    : `${told} ${many(rest, 'altro documento nomina', 'altri documenti nominano')} altri enti: ciò che non ci riguarda resta fuori. Se siamo noi basta confermare.`;
}
