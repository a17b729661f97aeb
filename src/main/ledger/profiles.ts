import type { Profile } from '../../shared/domain/profile.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import { all, one, run } from './statements.ts';

/** Every saved profile, by name. */
export function readProfiles(ledger: ReadableLedger): Profile[] {
  const rows = all<{ profile: string }>(ledger, `SELECT profile FROM profiles ORDER BY name`);
  return rows.map(({ profile }) => JSON.parse(profile) as Profile);
}

/** One profile by its name, however its letters are written; null when there is none. */
export function profileByName(ledger: ReadableLedger, name: string): Profile | null {
  const row = one<{ profile: string }>(ledger, `SELECT profile FROM profiles WHERE name = ?`, [name]);
  return row === undefined ? null : (JSON.parse(row.profile) as Profile);
}

/** Keeps a profile in the place of the one that had its name. */
export function writeProfile(ledger: WritableLedger, profile: Profile, now: string): void {
  forgetProfile(ledger, profile.name);
  run(ledger, `INSERT INTO profiles (name, profile, saved_at) VALUES (?, ?, ?)`, [
    profile.name,
    JSON.stringify(profile),
    now,
  ]);
}

export function forgetProfile(ledger: WritableLedger, name: string): void {
  run(ledger, `DELETE FROM profiles WHERE name = ?`, [name]);
}
