/** The journal's file inside the folder of a ledger. */
export const journalName = 'registro-invii.jsonl';

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
export const journalOutcomes = ['accepted', 'uncertain', 'none'] as const;
export type JournalOutcome = (typeof journalOutcomes)[number];

/** The number of an attempt names it in one copy of a ledger; of two copies that went different ways, only with its key. */
export interface NamedAttempt {
  readonly seq: number;
  readonly key: string;
}

/** What a ledger knows of the attempts there were. */
export interface KnownAttempts {
  /** The greatest number it has given. */
  readonly lastSeq: number;
  /** Those that began here and of which it knows no more. */
  readonly open: readonly NamedAttempt[];
  /** Those that began here and ended, and those of other copies that were taken note of. */
  readonly past: readonly NamedAttempt[];
}

export interface Recovery {
  /** What became of the open attempts; `at` as the journal has it, null where it has nothing. */
  readonly settled: readonly {
    readonly seq: number;
    readonly outcome: JournalOutcome;
    readonly id: string | null;
    readonly at: string | null;
  }[];
  /** Messages that another copy of this ledger sent: by key, the surest that is known of each. */
  readonly foreign: readonly {
    readonly key: string;
    readonly certain: boolean;
    readonly id: string | null;
    readonly at: string;
  }[];
  /** Every attempt of another copy, to be taken note of. */
  readonly unknown: readonly NamedAttempt[];
  /** The journal knows more than the ledger: it was put back from a copy, or another copy of it was used. */
  readonly restored: boolean;
  readonly highestSeq: number;
}

/**
 * Compares what a ledger remembers with the journal that was kept outside it. An attempt without an outcome may have
 * arrived: nobody can ask. Attempts are kept in the ledger before anything leaves, so that one that it does not know
 * is of another copy.
 */
export function recover({ lastSeq, open, past }: KnownAttempts, entries: readonly JournalEntry[]): Recovery {
  const known = new Set([...open, ...past].map(nameOf));
  const outcomes = new Map<string, Extract<JournalEntry, { type: 'outcome' }>>();
  const unknown = new Map<string, NamedAttempt>();
  const doubts = new Map<string, Recovery['foreign'][number]>();
  let highestSeq = lastSeq;
  for (const entry of entries) {
    const { seq, key, at } = entry;
    const name = nameOf(entry);
    highestSeq = Math.max(highestSeq, seq);
    if (entry.type === 'outcome') outcomes.set(name, entry);
    if (known.has(name)) continue;
    unknown.set(name, { seq, key });
    if (entry.type === 'intent') doubts.set(name, { key, certain: false, id: null, at });
    else if (entry.outcome === 'none') doubts.delete(name);
    else doubts.set(name, { key, certain: entry.outcome === 'accepted', id: entry.id, at });
  }
  // Sure once is sure for ever: what became of another try does not unsay it.
  const foreign = new Map<string, Recovery['foreign'][number]>();
  for (const doubt of doubts.values())
    if (foreign.get(doubt.key)?.certain !== true) foreign.set(doubt.key, doubt);
  return {
    settled: open.map((attempt) => {
      const told = outcomes.get(nameOf(attempt));
      const { seq } = attempt;
      return told === undefined
        ? { seq, outcome: 'uncertain', id: null, at: null }
        : { seq, outcome: told.outcome, id: told.id, at: told.at };
    }),
    foreign: [...foreign.values()],
    unknown: [...unknown.values()],
    restored: unknown.size > 0,
    highestSeq,
  };
}

function nameOf({ seq, key }: NamedAttempt): string {
  return `${seq} ${key}`;
}
