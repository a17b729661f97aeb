import type { Output } from '../../shared/contract/api.ts';
import { useApi } from '../state/api.tsx';
import { addressOf } from '../state/route.ts';

type Source = Output<'provvisori.read'>['movement']['source'];

/** Where something was told: the file and the line, as a link to its import. */
export function SourceLink({ source }: { readonly source: Source }) {
  const { ledger } = useApi();
  const { document, row } = source;
  const ask = { drop: document.importedAt, document: document.id };
  return (
    <a href={addressOf({ ledger, screen: 'importazioni', ask })}>
      {nameOnly(document.name)}
      {row !== null && `, riga ${row.toLocaleString('it-IT')}`}
    </a>
  );
}

/** Without the archive and the folders that it came in. */
function nameOnly(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
