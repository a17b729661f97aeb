/** What of some documents left the building since they came in: taking them back takes none of it back. */
export interface WhatLeft {
  /** Files that were made since, newest first; the first of them. */
  readonly files: readonly LeftFile[];
  /** How many there are. */
  readonly fileCount: number;
  /** Programs that have what the ledger said then, and will hear what changed. */
  readonly consumers: readonly { readonly name: string; readonly export: string; readonly at: string }[];
  /** Programs that asked over the local API since. */
  readonly programs: readonly { readonly name: string; readonly lastUsedOn: string }[];
  /** Messages about their avvisi that were sent, or may have been. */
  readonly messages: number;
  /** Provvisori of theirs that were given to the ragioneria to be regularised. */
  readonly sent: number;
}

export interface LeftFile {
  readonly name: string;
  readonly at: string;
  readonly rows: number;
  /** For whom; null when a person asked for it. */
  readonly consumer: string | null;
}

export function hasLeft({ fileCount, consumers, programs, messages, sent }: WhatLeft): boolean {
  return fileCount + consumers.length + programs.length + messages + sent > 0;
}
