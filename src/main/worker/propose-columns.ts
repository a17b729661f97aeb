import type { DocumentProblem } from '../../shared/domain/document.ts';
import type { Profile } from '../../shared/domain/profile.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { openDocuments } from '../importers/documents.ts';
import { firstRows } from '../importers/mapped/first-rows.ts';
import { enoughRows, placeOf } from '../importers/mapped/fits.ts';
import { proposeProfile, type Proposal } from '../importers/mapped/propose.ts';
import { Refusal } from '../importers/refusal.ts';
import { openFile } from './file-bytes.ts';
import type { ImportFile } from './keep-files.ts';

export interface ProfileProposal extends Proposal {
  readonly name: string;
  readonly fits: { readonly profile: string; readonly exactly: boolean } | null;
}

export interface ColumnsQuestion {
  readonly file: ImportFile;
  /** A file may hold several documents: the one of that name counts, or the first list there is. */
  readonly wanted: string | null;
  readonly profiles: readonly Profile[];
}

/** The document in which there was no list, and what is wrong with it. */
interface NoColumns {
  readonly name: string;
  readonly problem: DocumentProblem | null;
}

/** Enough to see how a list writes its days and amounts. */
const rowsLookedAt = 2_000;

/** What the columns of a list could be. */
export function proposeColumns(
  { file: { path, name }, wanted, profiles }: ColumnsQuestion,
  onRead: () => void,
): Result<ProfileProposal, NoColumns> {
  const opened = openFile(path);
  if (!opened.ok) return fail({ name, problem: opened.problem });
  let problem: DocumentProblem | null = null;
  try {
    // Without profiles: a list that is known already may be looked at again.
    for (const document of openDocuments(name, opened.value.source, { onRead })) {
      if (wanted !== null && document.name !== wanted) continue;
      if (document.type !== 'refused') continue;
      problem ??= document.problem;
      const rows = document.list === undefined ? null : firstRows(document.list, rowsLookedAt);
      const proposal = rows?.ok === true ? proposeProfile(rows.value) : null;
      if (rows?.ok !== true || proposal === null) continue;
      return ok({ name: document.name, ...proposal, fits: nearest(profiles, rows.value) });
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    problem = error.problem;
  } finally {
    opened.value.close();
  }
  return fail({ name: wanted ?? name, problem });
}

/** The profile that reads these rows, or else nearly does. */
function nearest(profiles: readonly Profile[], rows: Parameters<typeof placeOf>[1]): ProfileProposal['fits'] {
  const places = profiles.flatMap((profile) => {
    const place = placeOf(profile, rows.slice(0, enoughRows));
    return place === null ? [] : [{ profile: profile.name, exactly: place.ok }];
  });
  return places.find(({ exactly }) => exactly) ?? places[0] ?? null;
}
