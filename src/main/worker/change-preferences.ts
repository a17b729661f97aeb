import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { tooLargePreference, tooManyPreferences } from '../../shared/wording/complaints.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { countPreferences, forgetPreference, writePreference } from '../ledger/preferences.ts';

export interface PreferencesRefused {
  readonly code: 'invalid-request';
  readonly complaints: readonly { readonly path: string; readonly message: string }[];
}

/** What the window remembers is small: whoever wants to keep more has the wrong place. */
const maxBytes = 64 * 1024;
const maxKeys = 100;

/** Changes the named preferences, all or none. Values are JSON texts; null forgets one. */
export function changePreferences(
  ledger: WritableLedger,
  changes: readonly { readonly key: string; readonly value: string | null }[],
): Result<void, PreferencesRefused> {
  const tooLarge = changes.filter(({ value }) => value !== null && Buffer.byteLength(value) > maxBytes);
  if (tooLarge.length > 0) {
    const message = tooLargePreference(maxBytes);
    return fail({
      code: 'invalid-request',
      complaints: tooLarge.map(({ key }) => ({ path: `preferences.${key}`, message })),
    });
  }
  for (const { key, value } of changes) {
    if (value === null) forgetPreference(ledger, key);
    else writePreference(ledger, { key, value });
  }
  if (countPreferences(ledger) <= maxKeys) return ok(undefined);
  const message = tooManyPreferences(maxKeys);
  return fail({ code: 'invalid-request', complaints: [{ path: 'preferences', message }] });
}
