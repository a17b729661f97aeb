import { addDays, type Day } from '../../../../shared/domain/day.ts';
import { whyNotAsked } from '../../../../shared/domain/message/eligibility.ts';
import { kindInKey } from '../../../../shared/domain/message/kind.ts';
import {
  inParts,
  rataInWords,
  recipientsOf,
  type Gathered,
  type LeftOut,
} from '../../../../shared/domain/message/position-audience.ts';
import type { Rata, Recipient } from '../../../../shared/domain/message/recipient.ts';
import { reminderDaysOf, turnOf } from '../../../../shared/domain/message/reminder-plan.ts';
import type { CheckedRule } from '../../../../shared/domain/message/rules-check.ts';
import { mayStillBeAsked } from '../../../../shared/domain/message/tari-plan.ts';
import { knownOfDebt } from '../../../ledger/messages/known-of-debt.ts';
import { readMessageSettings } from '../../../ledger/messages/outbox-state.ts';
import {
  askedOtherwise,
  newDebtors,
  newPositions,
  paidPositionsOf,
  partOfNotice,
  positionsFallingDue,
} from '../../../ledger/messages/positions-to-ask.ts';
import { setDebt } from '../../../ledger/messages/rows.ts';
import type { KeptServiceRules } from '../../../ledger/messages/rules.ts';
import { staleEvidence } from '../stale-evidence.ts';
import { prepareByRule, templateOfRule } from './prepare-by-rule.ts';
import type { RuleContext } from './rule-context.ts';

/** A message for each debt position that was imported since the rule is on. */
export function askForNewPositions(context: RuleContext, rules: KeptServiceRules): CheckedRule | null {
  const { ledger, today, lookFrom } = context;
  const { service, positions, positionsFrom: fromDocument } = rules;
  if (!positions.on || fromDocument === null) return null;
  const found = newPositions(ledger, { service, kind: 'avviso', fromDocument, lookFrom, today });
  const gathered = withoutPaidParts(context, service, payable(context, service, recipientsOf(found)));
  const { recipients, leftOut } = inParts(gathered, today);
  const otherwise = askedOtherwise(ledger, { service, today }).map((about): LeftOut => ({
    code: 'asked-otherwise',
    about,
  }));
  return prepareByRule(context, {
    rule: 'positions',
    service,
    ...positions,
    recipients,
    leftOut: [...leftOut, ...otherwise],
  });
}

/** A reminder to who has not paid, some days before the notice falls due. */
export function remindOfPositions(context: RuleContext, rules: KeptServiceRules): CheckedRule | null {
  const { ledger, today } = context;
  const { service, remind } = rules;
  if (!remind.on) return null;
  const { daysBefore } = remind;
  const template = templateOfRule(context, 'remind', remind.template);
  const found =
    template === null
      ? []
      : positionsFallingDue(ledger, {
          service,
          kind: kindInKey(template.kind),
          from: today,
          to: addDays(today, daysBefore),
          daysBefore,
        }).filter(
          ({ dueDay }) => dueDay !== null && turnOf(reminderDaysOf(dueDay, daysBefore), today) === 'now',
        );
  const gathered = withoutPaidParts(context, service, payable(context, service, recipientsOf(found)));
  const stale = context.acceptStale
    ? null
    : staleEvidence(ledger, readMessageSettings(ledger).evidenceDays, today);
  const checked = prepareByRule(context, {
    rule: 'remind',
    service,
    ...remind,
    ...gathered,
    // What a person confirms, that person is told of; nobody else would be.
    block: remind.mode === 'automatic' ? stale : null,
  });
  if (checked.campaign !== null) keepDebts(context, service, checked.campaign, gathered.recipients);
  return checked;
}

/** A welcome to whom the service asks for something for the first time, since the rule is on. */
export function welcomeNewDebtors(context: RuleContext, rules: KeptServiceRules): CheckedRule | null {
  const { ledger, lookFrom } = context;
  const { service, welcome, welcomeFrom: fromDocument } = rules;
  if (!welcome.on || fromDocument === null) return null;
  const { recipients, leftOut } = recipientsOf(newDebtors(ledger, { service, fromDocument, lookFrom }));
  const people = recipients.map((one) => ({
    ...one,
    noticeNumber: null,
    cents: null,
    dueDay: null,
    rata: null,
  }));
  // Whoever has no numero avviso may be welcomed as well, and is not told of as left out.
  const strangers = leftOut.filter(({ code }) => code === 'not-a-person' || code === 'cf-wrong');
  return prepareByRule(context, {
    rule: 'welcome',
    service,
    ...welcome,
    recipients: people,
    leftOut: strangers,
  });
}

/** Without what the receipts, the flussi or a list of who paid otherwise say is paid. */
function payable({ ledger, today, job }: RuleContext, service: string, gathered: Gathered): Gathered {
  const recipients = gathered.recipients.flatMap((one) => {
    job.breathe();
    const { fiscalCode, noticeNumber, dueDay } = one;
    const earlier = noticeNumber === null ? null : partOfNotice(ledger, service, noticeNumber);
    const rata = earlier?.rata ?? one.rata;
    const asked = {
      id: 0,
      campaignId: null,
      service,
      fiscalCode,
      noticeNumber,
      dueDay,
      notAfter: null,
      rata,
    };
    const known = knownOfDebt(ledger, { ...asked, debt: earlier?.debt ?? null });
    return whyNotAsked(known, today) === null ? [{ ...one, rata }] : [];
  });
  return { ...gathered, recipients };
}

/** Parts of one debt fall due within so many days of each other. */
const daysOfOneDebt = 366;

/** Who began to pay in one way is not asked to pay in the other, as far as the words of the positions tell. */
function withoutPaidParts({ ledger, today }: RuleContext, service: string, gathered: Gathered): Gathered {
  const people = gathered.recipients.flatMap(({ rata, fiscalCode }) => (rata === null ? [] : [fiscalCode]));
  if (people.length === 0) return gathered;
  const from = addDays(today, -daysOfOneDebt);
  const to = addDays(today, daysOfOneDebt);
  const paid = new Map<string, Rata[]>();
  for (const { debtor, description, dueDay } of paidPositionsOf(ledger, { service, people, from, to })) {
    const rata = rataInWords(description);
    const name = debtName(debtor, dueDay);
    if (rata !== null) paid.set(name, [...(paid.get(name) ?? []), rata]);
  }
  const isOver = ({ fiscalCode, dueDay, rata }: Recipient): boolean => {
    const why = rata === null ? null : mayStillBeAsked(rata, paid.get(debtName(fiscalCode, dueDay)) ?? []);
    // The same part, paid with another avviso, is of another property as likely as not.
    return why !== null && why !== 'itself-paid';
  };
  const over = gathered.recipients.filter(isOver).map(({ noticeNumber, fiscalCode }): LeftOut => ({
    code: 'other-part-paid',
    about: noticeNumber?.slice(1) ?? fiscalCode,
  }));
  return {
    recipients: gathered.recipients.filter((one) => !isOver(one)),
    leftOut: [...gathered.leftOut, ...over],
  };
}

function debtName(person: string, dueDay: Day | null): string {
  return `${person} ${dueDay?.slice(0, 4) ?? ''}`;
}

/** A reminder is of the debt that its notice was first asked for as: who pays another part is not reminded of this one. */
function keepDebts(
  { ledger }: RuleContext,
  service: string,
  campaign: number,
  recipients: readonly Recipient[],
): void {
  for (const { noticeNumber } of recipients) {
    const part = noticeNumber === null ? null : partOfNotice(ledger, service, noticeNumber);
    if (part !== null && noticeNumber !== null) setDebt(ledger, campaign, noticeNumber, part.debt);
  }
}
