import type { DocumentProblem } from '../../../shared/domain/document.ts';
import type { Profile } from '../../../shared/domain/profile.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import { cut } from '../check.ts';
import type { Importer } from '../importer.ts';
import { firstRows } from './first-rows.ts';
import { placeOf, type ColumnsShifted } from './fits.ts';
import { lookAtTable } from './look.ts';
import { profileImporter } from './profile-importer.ts';

/** More headers than these nobody reads in a sentence. */
const headersTold = 12;

/**
 * What to make of a list in columns that no format of the registry claims: the profile that reads it, or that a person
 * must say what its columns are. Null when it is no such list.
 */
export function readerOfUnclaimed(
  source: ByteSource,
  profiles: readonly Profile[],
): Result<Importer, DocumentProblem> | null {
  const rows = firstRows(source);
  // Whoever explains the file says why it cannot be read.
  if (!rows.ok) return null;
  const fits = profiles.flatMap((profile) => {
    const place = placeOf(profile, rows.value);
    return place === null ? [] : [{ profile, place }];
  });
  const fitting = fits.filter(({ place }) => place.ok);
  const [first, ...others] = fitting;
  if (first !== undefined)
    return others.length === 0
      ? ok(profileImporter(first.profile))
      : fail({ code: 'ambiguous-format', claimants: fitting.map(({ profile }) => profile.name) });
  const shifted = fits.flatMap(({ place }): ColumnsShifted[] => (place.ok ? [] : [place.problem]));
  const [nearest] = shifted;
  if (nearest !== undefined) return fail(nearest);
  const table = lookAtTable(rows.value);
  if (table === null) return null;
  const headers = table.columns.map(({ header }) => cut(header)).filter((header) => header !== '');
  const told = headers.length > headersTold ? [...headers.slice(0, headersTold), '…'] : headers;
  return fail({ code: 'columns-unknown', columns: table.headerRow === null ? [] : told });
}
