import type { ReadableLedger, WritableLedger } from '../open.ts';
import { all, run } from '../statements.ts';

/** A template as the office changed it, or wrote it. */
export interface OwnTemplate {
  readonly name: string;
  readonly text: string;
}

export function ownTemplates(ledger: ReadableLedger): OwnTemplate[] {
  return all<OwnTemplate>(ledger, `SELECT name, text FROM io_templates ORDER BY name`);
}

export function writeTemplate(
  ledger: WritableLedger,
  { name, text, author }: OwnTemplate & { readonly author: string },
  now: string,
): void {
  run(
    ledger,
    `INSERT INTO io_templates (name, text, author, changed_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET text = excluded.text, author = excluded.author, changed_at = excluded.changed_at`,
    [name, text, author, now],
  );
}

export function forgetTemplate(ledger: WritableLedger, name: string): void {
  run(ledger, `DELETE FROM io_templates WHERE name = ?`, [name]);
}

/** How the list of one software house is read; `profile` is JSON. */
export interface KeptListProfile {
  readonly name: string;
  readonly profile: string;
}

export function listProfiles(ledger: ReadableLedger): KeptListProfile[] {
  return all<KeptListProfile>(ledger, `SELECT name, profile FROM io_list_profiles ORDER BY name`);
}

export function writeListProfile(
  ledger: WritableLedger,
  { name, profile }: KeptListProfile,
  now: string,
): void {
  run(
    ledger,
    `INSERT INTO io_list_profiles (name, profile, changed_at) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET profile = excluded.profile, changed_at = excluded.changed_at`,
    [name, profile, now],
  );
}

export function forgetListProfile(ledger: WritableLedger, name: string): void {
  run(ledger, `DELETE FROM io_list_profiles WHERE name = ?`, [name]);
}
