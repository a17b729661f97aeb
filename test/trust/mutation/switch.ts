/** Which mutant is on, and what is told of it while the tests run; one for the thread. */
export const turn = {
  active: -1,
  steps: 0,
  limit: Infinity,
  /** The mutants whose place was come to since it was emptied. */
  reached: new Set<number>(),
  isTold: true,
  memories: new Set<Map<unknown, unknown>>(),
};

export class TooManySteps extends Error {}

/** Asked at every place of a mutant: is it this one? An endless loop comes by often, and is ended so. */
function isOn(id: number): boolean {
  if (turn.isTold) turn.reached.add(id);
  if (++turn.steps > turn.limit) throw new TooManySteps(`${turn.steps}`);
  return id === turn.active;
}

Object.assign(globalThis, { __mutant: isOn, __mutantMemories: turn.memories });
