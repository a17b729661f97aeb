import type { DocumentProblem } from '../../shared/domain/document.ts';
import { profileFlaws, type Profile } from '../../shared/domain/profile.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { sayProfileFlaw, tooManyProfiles } from '../../shared/wording/profiles.ts';
import { openDocuments } from '../importers/documents.ts';
import { firstRows } from '../importers/mapped/first-rows.ts';
import { areAlike, enoughRows, placeOf } from '../importers/mapped/fits.ts';
import { proposeProfile, type Proposal } from '../importers/mapped/propose.ts';
import { Refusal } from '../importers/refusal.ts';
import type { ReadableLedger, WritableLedger } from '../ledger/open.ts';
import { forgetProfile, profileByName, readProfiles, writeProfile } from '../ledger/profiles.ts';
import type { PreferencesRefused } from './change-preferences.ts';
import { openFile } from './file-bytes.ts';
import type { JobContext } from './job-context.ts';
import type { ImportFile } from './keep-files.ts';

export type ProfileProblem =
  | PreferencesRefused
  | { readonly code: 'profile-taken'; readonly name: string }
  | { readonly code: 'not-found'; readonly what: 'profile'; readonly name: string }
  | {
      readonly code: 'no-columns-to-match';
      readonly name: string;
      readonly problem: DocumentProblem | null;
    };

export interface ProfileProposal extends Proposal {
  readonly name: string;
  readonly fits: { readonly profile: string; readonly exactly: boolean } | null;
}

const mostProfiles = 200;
/** Enough to see how a list writes its days and amounts. */
const rowsLookedAt = 2_000;

/** Keeps a profile, in the place of the one of its name. Nothing that was imported changes. */
export function saveProfile(
  ledger: WritableLedger,
  profile: Profile,
  now: string,
): Result<Profile, ProfileProblem> {
  const complaints = profileFlaws(profile).map((flaw) => ({
    path: 'profile',
    message: sayProfileFlaw(flaw),
  }));
  if (complaints.length > 0) return fail({ code: 'invalid-request', complaints });
  const own = profileByName(ledger, profile.name)?.name;
  const others = readProfiles(ledger).filter(({ name }) => name !== own);
  const twin = others.find(({ fingerprint }) => areAlike(fingerprint, profile.fingerprint));
  if (twin !== undefined) return fail({ code: 'profile-taken', name: twin.name });
  if (others.length >= mostProfiles)
    return fail({
      code: 'invalid-request',
      complaints: [{ path: 'profile', message: tooManyProfiles(mostProfiles) }],
    });
  writeProfile(ledger, profile, now);
  return ok(profile);
}

export function removeProfile(ledger: WritableLedger, name: string): Result<Profile, ProfileProblem> {
  const profile = profileByName(ledger, name);
  if (profile === null) return fail({ code: 'not-found', what: 'profile', name });
  forgetProfile(ledger, name);
  return ok(profile);
}

/**
 * Says what the columns of a list could be. A file may hold several documents: the one of that name counts, or the first
 * list there is.
 */
export function proposeProfileOf(
  ledger: ReadableLedger,
  { path, name }: ImportFile,
  wanted: string | null,
  context: JobContext,
): Result<ProfileProposal, ProfileProblem> {
  const opened = openFile(path);
  if (!opened.ok) return fail({ code: 'no-columns-to-match', name, problem: opened.problem });
  let problem: DocumentProblem | null = null;
  try {
    // Without profiles: a list that is known already may be looked at again.
    for (const document of openDocuments(name, opened.value.source)) {
      context.breathe();
      if (wanted !== null && document.name !== wanted) continue;
      if (document.type !== 'refused') continue;
      problem ??= document.problem;
      const rows = document.list === undefined ? null : firstRows(document.list, rowsLookedAt);
      const proposal = rows?.ok === true ? proposeProfile(rows.value) : null;
      if (rows?.ok !== true || proposal === null) continue;
      return ok({ name: document.name, ...proposal, fits: nearest(readProfiles(ledger), rows.value) });
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    problem = error.problem;
  } finally {
    opened.value.close();
  }
  return fail({ code: 'no-columns-to-match', name: wanted ?? name, problem });
}

/** The profile that reads these rows, or else nearly does. */
function nearest(profiles: readonly Profile[], rows: Parameters<typeof placeOf>[1]): ProfileProposal['fits'] {
  const places = profiles.flatMap((profile) => {
    const place = placeOf(profile, rows.slice(0, enoughRows));
    return place === null ? [] : [{ profile: profile.name, exactly: place.ok }];
  });
  return places.find(({ exactly }) => exactly) ?? places[0] ?? null;
}
