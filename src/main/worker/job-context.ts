export interface JobProgress {
  readonly step: 'read' | 'match' | 'verify';
  readonly done: number;
  readonly total: number;
}

export interface JobContext {
  /** The moment of the job, ISO instant. */
  readonly now: string;
  /** To be called every few hundred steps; throws when somebody asked to stop. */
  readonly breathe: () => void;
  readonly progress: (progress: JobProgress) => void;
}
