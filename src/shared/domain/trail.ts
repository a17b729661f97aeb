/** Ways to stand in front of the program. */
export const trailHosts = ['finestra', 'browser', 'cli', 'sconosciuto'] as const;
export type TrailHost = (typeof trailHosts)[number];

/** Whose hand it was that did something. */
export interface Hand {
  /** As the operating system calls them. */
  readonly user: string;
  /** Version of the program. */
  readonly program: string;
  readonly host: TrailHost;
}

/** Where nobody said whose hand it is. */
export const unknownHand: Hand = { user: '', program: '', host: 'sconosciuto' };

/** What may be told in the trail; a code that was once written is never given another meaning. */
export const trailOperations = [
  'trail-begun',
  'trail-cut',
  'schema-migrated',
  'ledger-older',
  'ledger-restored',
  'ledger-verified',
  'copy-made',
  'copies-folder-set',
  'files-imported',
  'document-accepted',
  'documents-accepted',
  'document-known',
  'documents-known',
  'document-refused',
  'document-undone',
  'documents-undone',
  'drop-undone',
  'undone-after-leaving',
  'data-minimised',
  'documents-discarded',
  'decision-made',
  'decision-taken-back',
  'total-declared',
  'settings-written',
  'profile-saved',
  'profile-removed',
  'program-created',
  'program-revoked',
  'doors-changed',
  'export-made',
  'export-received',
  'consumer-forgotten',
  'campaign-prepared',
  'campaign-queued',
  'campaign-paused',
  'campaign-resumed',
  'campaign-withdrawn',
  'stale-accepted',
  'trial-queued',
  'message-sent',
  'message-followed',
  'message-settled',
  'outbox-recovered',
  'outbox-confirmed',
  'message-settings-written',
  'rules-written',
  'template-saved',
  'template-removed',
  'list-profile-saved',
  'list-profile-removed',
  'paid-list-kept',
  'paid-list-removed',
  'cards-kept',
  'key-saved',
  'key-removed',
  'keys-passphrase-changed',
] as const;
export type TrailOperation = (typeof trailOperations)[number];

type TrailValue = string | number | boolean | null | readonly TrailValue[] | TrailDetails;
/** Never a person's name or codice fiscale: natural keys of money, digests, counts. */
export interface TrailDetails {
  readonly [name: string]: TrailValue;
}

/** Something to be told. */
export interface TrailDraft {
  readonly operation: TrailOperation;
  /** What it was done to, by the name that people and papers have for it. */
  readonly subject: string;
  readonly details: TrailDetails;
}

/** Something that was told. */
export interface TrailEntry extends TrailDraft, Hand {
  /** Without gaps, from 1. */
  readonly seq: number;
  /** ISO instant, by the clock of that computer: the order is that of `seq`. */
  readonly at: string;
  readonly previous: string;
  /** SHA-256, hexadecimal, over all of the above. */
  readonly hash: string;
}

/** The last entry of a trail. */
export interface TrailHead {
  readonly seq: number;
  readonly hash: string;
}

/** What is hashed of an entry: one text for one content, whatever the order in which it was put together. */
export function canonicalEntry(
  entry: Omit<TrailEntry, 'hash' | 'details'> & { readonly details: string },
): string {
  const { seq, at, user, program, host, operation, subject, details, previous } = entry;
  return JSON.stringify([seq, at, user, program, host, operation, subject, details, previous]);
}

/** JSON with the names of every object in order. */
export function canonicalJson(value: object): string {
  return JSON.stringify(value, (_name, told: unknown) =>
    typeof told === 'object' && told !== null && !Array.isArray(told)
      ? Object.fromEntries(Object.entries(told).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : told,
  );
}
