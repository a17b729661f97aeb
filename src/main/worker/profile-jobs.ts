import type { DocumentProblem } from '../../shared/domain/document.ts';
import { profileFlaws, type Profile } from '../../shared/domain/profile.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { sayProfileFlaw, tooManyProfiles } from '../../shared/wording/profiles.ts';
import { areAlike } from '../importers/mapped/fits.ts';
import type { ReadableLedger, WritableLedger } from '../ledger/open.ts';
import { forgetProfile, profileByName, readProfiles, writeProfile } from '../ledger/profiles.ts';
import type { PreferencesRefused } from './change-preferences.ts';
import type { JobContext } from './job-context.ts';
import type { ImportFile } from './keep-files.ts';
import type { ProfileProposal } from './propose-columns.ts';

export type ProfileProblem =
  | PreferencesRefused
  | { readonly code: 'profile-taken'; readonly name: string }
  | { readonly code: 'not-found'; readonly what: 'profile'; readonly name: string }
  | {
      readonly code: 'no-columns-to-match';
      readonly name: string;
      readonly problem: DocumentProblem | null;
    };

const mostProfiles = 200;

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

/** Says what the columns of a list could be, and which saved profile reads it. */
export function proposeProfileOf(
  ledger: ReadableLedger,
  file: ImportFile,
  wanted: string | null,
  { reader, breathe }: JobContext,
): Result<ProfileProposal, ProfileProblem> {
  const told = reader.ask(
    { name: 'columns', input: { file, wanted, profiles: readProfiles(ledger) } },
    breathe,
  );
  if (!told.ok) return fail({ code: 'no-columns-to-match', name: file.name, problem: told.problem });
  return told.value.ok ? told.value : fail({ code: 'no-columns-to-match', ...told.value.problem });
}
