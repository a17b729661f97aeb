import type { SubmitAnswer } from './answer.ts';

/** What came in a row, since a run began or since a person let it go on. */
export interface Streak {
  readonly uncertain: number;
  /** Equal data errors: the mark of a wrong template rather than of wrong rows. */
  readonly dataErrors: number;
  readonly dataError: string | null;
}

export const noStreak: Streak = { uncertain: 0, dataErrors: 0, dataError: null };

/** Why a run has to stop and wait for a person. */
export type Breaker = 'uncertain-in-a-row' | 'equal-data-errors';

const mostUncertain = 3;
const mostEqualErrors = 10;

/** Null while the run may go on. */
export function breakerOf(streak: Streak): Breaker | null {
  if (streak.uncertain >= mostUncertain) return 'uncertain-in-a-row';
  return streak.dataErrors >= mostEqualErrors ? 'equal-data-errors' : null;
}

/** The streak after one more answer. What was never taken up by the service says nothing either way. */
export function afterAnswer(streak: Streak, answer: SubmitAnswer): Streak {
  switch (answer.outcome) {
    case 'not-sent':
    case 'limited':
      return streak;
    case 'uncertain':
      return { ...noStreak, uncertain: streak.uncertain + 1 };
    case 'data-error': {
      // The detail repeats the row's own value: the field alone tells whether two errors are one.
      const error = `${answer.why} ${answer.field ?? answer.detail}`;
      const before = streak.dataError === error ? streak.dataErrors : 0;
      return { uncertain: 0, dataErrors: before + 1, dataError: error };
    }
    case 'accepted':
    case 'server-error':
    case 'refused':
    case 'recipient-forbidden':
      return noStreak;
  }
}
