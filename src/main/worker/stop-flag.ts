const states = { running: 0, stopped: 1, committing: 2 } as const;

/**
 * What a job shares with whoever may stop it. Either somebody stops it, and then it never commits; or it commits, and then
 * nobody stops it: both sides know at once which, however long the job takes to hear of it.
 */
export interface StopFlag {
  /** To be sent to the other thread. */
  readonly shared: SharedArrayBuffer;
  /** Stops the job; answers false when it is too late. */
  stop(): boolean;
  isStopped(): boolean;
  /** The same, for the last time: when nobody stopped the job until now, nobody can any more. */
  isStoppedAtLast(): boolean;
}

export function createStopFlag(shared = new SharedArrayBuffer(4)): StopFlag {
  const state = new Int32Array(shared);
  /** As long as neither was decided. */
  const decide = (what: number): number => Atomics.compareExchange(state, 0, states.running, what);
  return {
    shared,
    stop: () => decide(states.stopped) !== states.committing,
    isStopped: () => Atomics.load(state, 0) === states.stopped,
    isStoppedAtLast: () => decide(states.committing) === states.stopped,
  };
}
