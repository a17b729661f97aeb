import type { Core } from '../../core.ts';
import type { Day } from '../../../shared/domain/day.ts';

/** What a command works with. */
export interface CommandContext {
  /** Opens the core on the archive that the options name; the same one at every call. */
  core(): Core;
  /** The archive's folder. */
  readonly folder: string;
  /** True when the person named an archive. */
  readonly folderNamed: boolean;
  /** The same, on the archive of another folder. */
  at(folder: string): CommandContext;
  readonly today: Day;
  /** One JSON document on stdout and nothing else. */
  readonly json: boolean;
  readonly signal: AbortSignal;
  /** A path as the person wrote it, from the folder in which they stand. */
  resolve(path: string): string;
  print(text: string): void;
  /** To be awaited between the pages of a long answer: whoever reads it may be slow. */
  taken(): Promise<void>;
  /** Progress and diagnostics; never mixed with the answer. */
  note(text: string): void;
}

/** 0 done; 1 defect; 2 wrong usage; 3 refused, or something named does not exist. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Parsed {
  readonly words: readonly string[];
  /** Of an option that was written more than once, the last value. */
  readonly options: Readonly<Record<string, string | undefined>>;
  /** Every value of each option, in order. */
  readonly values: Readonly<Record<string, readonly string[] | undefined>>;
  readonly flags: ReadonlySet<string>;
}

export interface Command {
  /** One or two words: `importa`, `impostazioni leggi`. */
  readonly name: string;
  /** What follows the name, as the usage shows it. */
  readonly usage: string;
  /** One sentence for the list of commands. */
  readonly does: string;
  /** How many words must follow the name, and how many may. */
  readonly words: readonly [min: number, max: number];
  /** Options with a value, beside the global ones. */
  readonly options?: readonly string[];
  /** Options without a value. */
  readonly flags?: readonly string[];
  run(parsed: Parsed, context: CommandContext): Promise<ExitCode>;
}

/** The person wrote something that the command cannot take. */
export class WrongUsage extends Error {}
