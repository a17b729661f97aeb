import type { Day } from '../../../../shared/domain/day.ts';
import { daysMissed } from '../../../../shared/domain/message/reminder-plan.ts';
import type { RulesCheck } from '../../../../shared/domain/message/rules-check.ts';
import { noteCheck, readMessageSettings, readOutbox } from '../../../ledger/messages/outbox-state.ts';
import { lastDropFrom } from '../../../ledger/messages/positions-to-ask.ts';
import { cieRules, serviceRules } from '../../../ledger/messages/rules.ts';
import type { WritableLedger } from '../../../ledger/open.ts';
import type { JobContext } from '../../job-context.ts';
import { tellOfCards } from './cie-rule.ts';
import { askForNewPositions, remindOfPositions, welcomeNewDebtors } from './position-rules.ts';
import type { RuleContext } from './rule-context.ts';

export interface CheckInput {
  readonly today: Day;
  readonly author: string;
  /** `imports`: only what follows from papers that have just come. */
  readonly what: 'all' | 'imports';
  /** The texts that the rules name. */
  readonly templates: Readonly<Record<string, string>>;
  readonly acceptStale: boolean;
}

/**
 * Looks whom the rules want written to, and prepares it. Done twice it prepares nothing more: what was prepared once is
 * known by its messages, whatever became of them.
 */
export function checkRules(ledger: WritableLedger, input: CheckInput, job: JobContext): RulesCheck {
  const { testMode } = readMessageSettings(ledger);
  return check({ ledger, testMode, input, job });
}

/** The same as if nobody tested; whoever calls it keeps nothing. */
export function planRules(ledger: WritableLedger, input: CheckInput, job: JobContext): RulesCheck {
  const told = check({ ledger, testMode: false, input, job });
  return { ...told, rules: told.rules.map((rule) => ({ ...rule, campaign: null })) };
}

function check({
  ledger,
  testMode,
  input,
  job,
}: {
  ledger: WritableLedger;
  testMode: boolean;
  input: CheckInput;
  job: JobContext;
}): RulesCheck {
  const { what, today, ...told } = input;
  const { checkedOn } = readOutbox(ledger);
  const lookFrom = what === 'imports' ? lastDropFrom(ledger) : 0;
  const context: RuleContext = { ledger, today, checkedOn, testMode, lookFrom, job, ...told };
  const rules = serviceRules(ledger).flatMap((service) => [
    welcomeNewDebtors(context, service) ?? [],
    askForNewPositions(context, service) ?? [],
    what === 'all' ? (remindOfPositions(context, service) ?? []) : [],
  ]);
  if (what === 'imports') return { day: today, before: checkedOn, missed: 0, rules: rules.flat() };
  const cards = tellOfCards(context, cieRules(ledger));
  noteCheck(ledger, today);
  return {
    day: today,
    before: checkedOn,
    missed: daysMissed(checkedOn, today),
    rules: [...rules.flat(), ...cards],
  };
}
