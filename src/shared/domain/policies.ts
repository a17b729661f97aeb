/** What whoever looks after a computer may switch off in the program, for everybody who uses it. */
export const switchables = ['messages', 'api', 'updates'] as const;
export type Switchable = (typeof switchables)[number];

/** What an administrator decided for a computer, and what became of the file in which they did. */
export interface Policies {
  /** Where such a file is looked for. */
  readonly file: string;
  /** `unreadable`: the file is there, cannot be understood, and nothing of it holds. */
  readonly state: 'none' | 'applied' | 'unreadable';
  /** What cannot be understood of it; empty otherwise. */
  readonly complaint: string;
  readonly off: readonly Switchable[];
  /** The folder of the ledger, where nobody names another; null for the usual one. */
  readonly archive: string | null;
  /** The second folder of the copies; null where everybody chooses it. */
  readonly secondFolder: string | null;
}
