import type { Day } from '../../../shared/domain/day.ts';
import type { Journal } from '../journal.ts';
import type { IoService } from '../service/io-service.ts';
import type { OutboxStore } from './store.ts';

/** What the outbox works with; it asks nothing of the world beside it. */
export interface OutboxEnvironment {
  readonly store: OutboxStore;
  readonly service: IoService;
  readonly journal: Journal;
  readonly keys: Keys;
  /** Of this computer. */
  readonly machine: string;
  /** The day it is, in Italy. */
  today(): Day;
  /** The moment it is, ms since 1970: for the hours of the day and for what is written down. */
  now(): number;
  /** Ms of a clock that nobody can put forward or back: for every wait. */
  monotonic(): number;
  /** Ends early when `signal` says so. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
  /** Hears each step of a message before it is taken (`steps`); what it throws ends the program there. */
  readonly onStep?: ((step: Step) => void) | undefined;
}

export interface Keys {
  /** Services whose key is at hand, each with a mark by which the key is known again and from which it cannot be had. */
  marks(): Readonly<Record<string, string>>;
  keyOf(service: string): string | null;
}

/** The way of one message, in order. */
export const steps = [
  'picked',
  'profile-asked',
  'begun',
  'intent-written',
  'answered',
  'outcome-written',
  'ended',
] as const;
export type Step = (typeof steps)[number];
