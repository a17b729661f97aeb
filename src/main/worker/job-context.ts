import type { Reader } from './read-elsewhere.ts';
import type { Saving } from './saving.ts';
import type { TrailDraft, TrailHead } from '../../shared/domain/trail.ts';

export interface JobProgress {
  readonly step: 'read' | 'match' | 'save' | 'verify';
  readonly done: number;
  readonly total: number;
  /** What `done` and `total` count. */
  readonly unit: 'bytes' | 'items';
  /** The file that is being read; null in the other steps. */
  readonly file: string | null;
  /** Nothing can be told for about so long; after that, so much will be done. */
  readonly meanwhile?: Meanwhile;
}

export interface Meanwhile {
  readonly done: number;
  readonly ms: number;
}

export interface JobContext {
  /** The moment of the job, ISO instant. */
  readonly now: string;
  /** To be called every few hundred steps; throws when somebody asked to stop. */
  readonly breathe: () => void;
  readonly progress: (progress: JobProgress) => void;
  /** What comes after the matching, until all is written. */
  readonly saving: Saving;
  /** Reads what comes from outside. */
  readonly reader: Reader;
  /** Writes in the trail, where what there is to tell is more than should stand in memory. */
  readonly tell: (drafts: Iterable<TrailDraft>) => void;
  /** The last entry of the trail as it is noted outside of the database; null where it is not. */
  readonly noted: TrailHead | null;
}

/**
 * Tells how many items of a step are done; the job may be stopped there. Lists grow while they are worked through: what
 * is told waits then, and never goes back.
 */
export function countItems(
  context: JobContext,
  step: JobProgress['step'],
): (done: number, total: number, meanwhile?: Meanwhile) => void {
  let reached = 0;
  return (done, total, meanwhile) => {
    context.breathe();
    const isFurther = total > 0 && done / total >= reached;
    const shown = isFurther ? done : Math.ceil(reached * total);
    if (total > 0) reached = shown / total;
    const told: JobProgress = { step, done: shown, total, unit: 'items', file: null };
    const expected = meanwhile && { ...meanwhile, done: Math.max(shown, Math.floor(meanwhile.done)) };
    context.progress(expected === undefined ? told : { ...told, meanwhile: expected });
  };
}
