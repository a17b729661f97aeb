/**
 * Places of the numbers that a reader shares with who takes and with who watches. `beat` counts its steps, `at` is the
 * file whose bytes it read last, `lost` says that it will tell nothing any more, and why.
 */
export const gates = { told: 0, taken: 1, ended: 2, stop: 3, beat: 4, at: 5, lost: 6, count: 7 } as const;

/** Why a reader ended before it had told everything. The order is that of the numbers in the gate, from 1. */
const losses = ['memory', 'stuck', 'defect'] as const;
export type Loss = (typeof losses)[number];

export function createGate(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(4 * gates.count));
}

/** Tells whoever waits that the reader is lost. The first reason counts. */
export function markLost(gate: Int32Array, why: Loss): void {
  Atomics.compareExchange(gate, gates.lost, 0, losses.indexOf(why) + 1);
  Atomics.notify(gate, gates.told);
}

/** Why the reader is lost; null while it is not. */
export function lossOf(gate: Int32Array): Loss | null {
  return losses[Atomics.load(gate, gates.lost) - 1] ?? null;
}
