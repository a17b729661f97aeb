/**
 * The processor's time that this process has used so far, in milliseconds: a difference of two says how long something
 * takes, and a neighbour on a shared machine cannot make it longer.
 */
export function ownTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
