/** One line of the journal of what left: written when it is about to leave, and when it is known what became of it. */
export type JournalEntry =
  | {
      readonly type: 'intent';
      readonly seq: number;
      readonly key: string;
      readonly digest: string;
      readonly machine: string;
      readonly at: string;
    }
  | {
      readonly type: 'outcome';
      readonly seq: number;
      readonly key: string;
      readonly outcome: JournalOutcome;
      readonly id: string | null;
      readonly at: string;
    };

/** `none`: it surely did not arrive. */
export type JournalOutcome = 'accepted' | 'uncertain' | 'none';

/** What a ledger knows of its own attempts. */
export interface KnownAttempts {
  /** The greatest number it has given. */
  readonly lastSeq: number;
  /** Those that began and of which it knows no more. */
  readonly open: readonly { readonly seq: number; readonly key: string }[];
}

export interface Recovery {
  /** What became of the open attempts. */
  readonly settled: readonly {
    readonly seq: number;
    readonly outcome: JournalOutcome;
    readonly id: string | null;
  }[];
  /** Messages that left after this ledger was copied: by key, the last that is known of them. */
  readonly foreign: readonly {
    readonly key: string;
    readonly certain: boolean;
    readonly id: string | null;
    readonly at: string;
  }[];
  /** The journal knows more than the ledger: it was put back from a copy, or another copy of it was used. */
  readonly restored: boolean;
  readonly highestSeq: number;
}

/**
 * Compares what a ledger remembers with the journal that was kept outside it. An attempt without an outcome may have
 * arrived: nobody can ask. Attempts are numbered before anything leaves, so that a greater number in the journal than in
 * the ledger is of another copy.
 */
export function recover({ lastSeq, open }: KnownAttempts, entries: readonly JournalEntry[]): Recovery {
  const outcomes = new Map<number, Extract<JournalEntry, { type: 'outcome' }>>();
  const doubts = new Map<number, Recovery['foreign'][number]>();
  let highestSeq = lastSeq;
  for (const entry of entries) {
    highestSeq = Math.max(highestSeq, entry.seq);
    if (entry.type === 'outcome') outcomes.set(entry.seq, entry);
    if (entry.seq <= lastSeq) continue;
    const { key, at } = entry;
    if (entry.type === 'intent') doubts.set(entry.seq, { key, certain: false, id: null, at });
    else if (entry.outcome === 'none') doubts.delete(entry.seq);
    else doubts.set(entry.seq, { key, certain: entry.outcome === 'accepted', id: entry.id, at });
  }
  // Sure once is sure for ever: what became of another try does not unsay it.
  const foreign = new Map<string, Recovery['foreign'][number]>();
  for (const doubt of doubts.values())
    if (foreign.get(doubt.key)?.certain !== true) foreign.set(doubt.key, doubt);
  return {
    settled: open.map(({ seq, key }) => {
      const told = outcomes.get(seq);
      return told?.key === key
        ? { seq, outcome: told.outcome, id: told.id }
        : { seq, outcome: 'uncertain', id: null };
    }),
    foreign: [...foreign.values()],
    restored: highestSeq > lastSeq,
    highestSeq,
  };
}
