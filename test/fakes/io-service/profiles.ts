/** A citizen who has used the app at least once; whoever has not has no profile. */
export interface Profile {
  /** False: the whole inbox is switched off, which looks from outside like no profile. */
  readonly inbox: boolean;
  /** What holds for a service about which the citizen has not chosen. */
  readonly mode: 'auto' | 'manual';
  /** By id of the service. */
  readonly choices: Readonly<Record<string, boolean>>;
  readonly languages: readonly string[] | null;
}

export const automatic: Profile = { inbox: true, mode: 'auto', choices: {}, languages: ['it_IT'] };
export const manual: Profile = { ...automatic, mode: 'manual' };
export const inboxOff: Profile = { ...automatic, inbox: false };
export const withoutLanguages: Profile = { ...automatic, languages: null };

export function choosing(service: string, allowed: boolean, over: Profile = automatic): Profile {
  return { ...over, choices: { ...over.choices, [service]: allowed } };
}

/** Who uses the app, as of now; whoever is not named is as `others`, absent unless said otherwise. */
export class Citizens {
  readonly #profiles = new Map<string, Profile | null>();
  readonly #others: Profile | null;

  constructor(known: Readonly<Record<string, Profile | null>>, others: Profile | null) {
    this.#others = others;
    for (const [fiscalCode, profile] of Object.entries(known)) this.#profiles.set(fiscalCode, profile);
  }

  set(fiscalCode: string, profile: Profile | null): void {
    this.#profiles.set(fiscalCode, profile);
  }

  /** Null without a profile, or with one that shows as none. */
  of(fiscalCode: string): Profile | null {
    const profile = this.#profiles.has(fiscalCode) ? this.#profiles.get(fiscalCode) : this.#others;
    return profile?.inbox === true ? profile : null;
  }

  mayReceive(fiscalCode: string, service: string): boolean {
    const profile = this.of(fiscalCode);
    return profile !== null && (profile.choices[service] ?? profile.mode === 'auto');
  }
}
