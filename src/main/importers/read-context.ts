import type { Profile } from '../../shared/domain/profile.ts';

/** What reading depends on beside the bytes: who we are, null while nobody has said so, and the lists that a person taught. */
export interface ReadContext {
  readonly enteCodiceFiscale: string | null;
  readonly profiles: readonly Profile[];
}

/** Of a ledger in which nothing was set yet. */
export const nothingSet: ReadContext = { enteCodiceFiscale: null, profiles: [] };
