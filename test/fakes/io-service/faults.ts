import { randomFrom } from './random.ts';

export const operations = ['profile', 'message', 'status'] as const;
export type Operation = (typeof operations)[number];

/** What can go wrong with one call. Only those that begin with `store` let the application do its work first. */
export const faultNames = [
  'close-before-reading',
  'close-after-reading',
  'store-close',
  'store-504',
  'store-late',
  'store-201-truncated',
  'store-201-endless',
  'store-201-drip',
  '201-html',
  '302',
  'problem-500',
  'gateway-401',
  'gateway-429',
  'gateway-500',
  'gateway-502',
  'gateway-503',
  'gateway-504',
] as const;
export type FaultName = (typeof faultNames)[number];
export type StoringFault = Extract<FaultName, `store-${string}`>;

export function isStoring(fault: FaultName): fault is StoringFault {
  return fault.startsWith('store-');
}

/** A fault, `ok`, or a pause in ms before all goes well. */
export type Script = FaultName | 'ok' | { readonly waitMs: number };

/** Every call of these operations fails with that chance, in a way drawn from `names`; the same seed, the same run. */
export interface Schedule {
  readonly seed: number;
  readonly chance: number;
  readonly operations: readonly Operation[];
  readonly names: readonly FaultName[];
}

/** What is scripted comes first, call by call; then the schedule; without either all goes well. */
export class Faults {
  readonly #scripts: Record<Operation, Script[]> = { profile: [], message: [], status: [] };
  #draw: ((operation: Operation) => Script) | null = null;

  constructor(schedule: Schedule | undefined) {
    this.schedule(schedule);
  }

  /** For the next calls of this operation, in order. */
  script(operation: Operation, ...scripts: readonly Script[]): void {
    this.#scripts[operation].push(...scripts);
  }

  schedule(schedule: Schedule | undefined): void {
    if (schedule === undefined) {
      this.#draw = null;
      return;
    }
    const random = randomFrom(schedule.seed);
    this.#draw = (operation) => {
      if (!schedule.operations.includes(operation) || random() >= schedule.chance) return 'ok';
      return schedule.names[Math.floor(random() * schedule.names.length)] ?? 'ok';
    };
  }

  next(operation: Operation): Script {
    return this.#scripts[operation].shift() ?? this.#draw?.(operation) ?? 'ok';
  }
}
