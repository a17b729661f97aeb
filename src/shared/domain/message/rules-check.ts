import type { Day } from '../day.ts';
import type { RuleName } from './message-rules.ts';
import type { LeftOut, LeftOutCode } from './position-audience.ts';
import type { StaleEvidence } from './run-block.ts';
import type { PlanProblem } from './tari-plan.ts';

/** Why a rule prepared nothing although there was somebody to write to. */
export type RuleBlock =
  | StaleEvidence
  /** In test mode nobody is written to by a rule: they would count as written to. */
  | { readonly code: 'test-mode' }
  /** The text of the rule is not there any more, or has a fault by now. */
  | { readonly code: 'template-unusable'; readonly template: string }
  | { readonly code: 'plan-impossible'; readonly problem: PlanProblem };

/** Why what was prepared waits for a person. */
export type RuleWait =
  /** The office wants it so. */
  | 'confirm'
  /** Nobody looked for some days, and it is a lot. */
  | 'many';

/** What a rule came to. */
export interface CheckedRule {
  readonly rule: RuleName;
  readonly service: string;
  /** Null when nothing was prepared, or when it was only looked. */
  readonly campaign: number | null;
  readonly name: string | null;
  /** Messages that are prepared, those that went on into the queue included. */
  readonly ready: number;
  readonly queued: number;
  /** Null when nothing waits. */
  readonly wait: RuleWait | null;
  readonly block: RuleBlock | null;
  /** Who is not written to, by reason. */
  readonly leftOut: readonly LeftOutCount[];
}

export interface LeftOutCount {
  readonly code: LeftOutCode;
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly string[];
}

/** What a look at all rules came to. */
export interface RulesCheck {
  readonly day: Day;
  /** The last day on which it was looked before; null when it never was. */
  readonly before: Day | null;
  /** Days in between on which nobody looked, as far as they are made up for. */
  readonly missed: number;
  readonly rules: readonly CheckedRule[];
}

const examplesTold = 5;

export function countLeftOut(leftOut: readonly LeftOut[]): LeftOutCount[] {
  return [...Map.groupBy(leftOut, ({ code }) => code)].map(([code, those]) => ({
    code,
    count: those.length,
    examples: those.slice(0, examplesTold).map(({ about }) => about),
  }));
}
