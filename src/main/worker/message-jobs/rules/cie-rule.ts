import { addDays } from '../../../../shared/domain/day.ts';
import { cieTexts, cieTurn, type CieCard, type CieText } from '../../../../shared/domain/message/cie.ts';
import type { CieRules } from '../../../../shared/domain/message/message-rules.ts';
import type { LeftOut } from '../../../../shared/domain/message/position-audience.ts';
import type { Recipient } from '../../../../shared/domain/message/recipient.ts';
import { lookBackDays } from '../../../../shared/domain/message/reminder-plan.ts';
import type { CheckedRule } from '../../../../shared/domain/message/rules-check.ts';
import { cardsToTell } from '../../../ledger/messages/cards.ts';
import { prepareByRule } from './prepare-by-rule.ts';
import type { RuleContext } from './rule-context.ts';

/** No month is longer. */
const monthAhead = 31;

/** Writes to the holders of identity cards whose day has come; one campaign for each text. */
export function tellOfCards(context: RuleContext, rules: CieRules): CheckedRule[] {
  const { ledger, today } = context;
  if (!rules.on) return [];
  const { service, mode, templates, texts } = rules;
  const toTell = new Map<CieText, CieCard[]>(cieTexts.map((text) => [text, []]));
  const leftOut: LeftOut[] = [];
  for (const card of cardsToTell(
    ledger,
    service,
    addDays(today, -lookBackDays),
    addDays(today, monthAhead),
  )) {
    context.job.breathe();
    const turn = cieTurn(card, rules, today);
    if (turn.turn === 'now') toTell.get(turn.text)?.push(card);
    if (turn.turn === 'needs-choice') leftOut.push({ code: turn.why, about: card.fiscalCode });
  }
  const due = [...toTell].filter(([, cards]) => cards.length > 0);
  // Who is left out is told of also when nobody else is written to.
  if (due.length === 0 && leftOut.length > 0) due.push(['expiring', []]);
  return due.map(([text, cards], at) =>
    prepareByRule(context, {
      rule: 'cie',
      service,
      mode,
      template: templates[text],
      texts,
      recipients: cards.map(toRecipient),
      leftOut: at === 0 ? leftOut : [],
    }),
  );
}

function toRecipient({ fiscalCode, name, expiresOn, number }: CieCard, at: number): Recipient {
  return {
    row: at + 1,
    fiscalCode,
    name,
    noticeNumber: null,
    cents: null,
    dueDay: expiresOn,
    rata: null,
    debt: null,
    account: null,
    fields: number === null ? {} : { 'numero carta': number },
  };
}
