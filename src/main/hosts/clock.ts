import { dayOfInstant, type Day } from '../../shared/domain/day.ts';

/** The moment it is, ISO instant. */
export function now(): string {
  return new Date().toISOString();
}

/** The day it is in Italy, wherever this computer thinks it is. */
export function today(): Day {
  const day = dayOfInstant(now());
  if (!day.ok) throw new Error(`the clock tells no day: ${day.problem.value}`);
  return day.value;
}
