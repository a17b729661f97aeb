/** One thing this program promises, how it is tried, and what was taken out to see the trial fail. */
export interface Claim {
  /** A letter and two digits; the title of its tests begins with it: `it('R01 …')`. */
  readonly id: string;
  /** What is tried, in a few Italian words. */
  readonly tries: string;
  /** The figure at which it passes, in Italian. */
  readonly target: string;
  readonly proof: Proof | NotHere;
}

interface Proof {
  /** The test files, from `test/`, without `.test.ts` (or with `.spec.ts` for one of the e2e run). */
  readonly where: readonly string[];
  /** The defence that was taken out for a moment, and how the test then failed; in Italian. */
  readonly seenToFail: string;
}

/** What no Linux machine without the Electron binary can try, and what stands in its place; in Italian. */
interface NotHere {
  readonly notHere: string;
}
