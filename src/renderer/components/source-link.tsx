import { Fragment } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import { useApi } from '../state/api.tsx';
import { addressOf } from '../state/route.ts';

type Source = Output<'provvisori.read'>['movement']['source'];

/** Where something was told: the file and the line, as a link to its import; and in which other files as well. */
export function SourceLink({
  source,
  also = [],
}: {
  readonly source: Source;
  readonly also?: readonly Source[];
}) {
  const places = [...new Map(also.map((one) => [`${one.document.id}/${one.row}`, one])).values()];
  return (
    <>
      <Place source={source} />
      {places.length > 0 && ' · anche in '}
      {places.map((one, i) => (
        <Fragment key={`${one.document.id}/${one.row}`}>
          {i > 0 && ', '}
          <Place source={one} />
        </Fragment>
      ))}
    </>
  );
}

function Place({ source }: { readonly source: Source }) {
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
