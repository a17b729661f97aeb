import type { Day } from '../../../shared/domain/day.ts';
import type { Journal } from '../journal.ts';
import type { IoService } from '../service/io-service.ts';
import type { Pulse } from '../pulse.ts';
import type { Pace } from './pace.ts';
import type { OutboxStore } from './store.ts';

/** What the outbox works with; it asks nothing of the world beside it. */
export interface OutboxEnvironment extends Pick<Pulse, 'monotonic' | 'sleep' | 'random'> {
  readonly store: OutboxStore;
  readonly service: IoService;
  readonly journal: Journal;
  readonly keys: Keys;
  /** One for all runs: what the service asked to wait holds for the next one too. */
  readonly pace: Pace;
  /** Of this computer. */
  readonly machine: string;
  /** The day it is, in Italy. */
  today(): Day;
  /** The moment it is, ms since 1970: for the hours of the day and for what is written down. */
  now(): number;
  /** Hears each step of a message before it is taken (`steps`); what it throws ends the program there. */
  readonly onStep?: ((step: Step) => void) | undefined;
}

export interface Keys {
  /** Services whose key is at hand, each with a mark by which the key is known again and from which it cannot be had. */
  marks(): Readonly<Record<string, string>>;
  keyOf(service: string): string | null;
  /** The service took a message in with its key. */
  noteUse(service: string): Promise<void>;
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
