import type { Handlers, Output } from '../../../shared/contract/api.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { checkTemplate } from '../../../shared/domain/message/check-template.ts';
import { nextCheckAt } from '../../../shared/domain/message/daily-check.ts';
import { flawOfRules, rulesOn } from '../../../shared/domain/message/message-rules.ts';
import { parseTemplate } from '../../../shared/domain/message/template.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { cardsKept } from '../../ledger/messages/cards.ts';
import { readOutbox } from '../../ledger/messages/outbox-state.ts';
import { readRules } from '../../ledger/messages/rules.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import type { Environment } from '../environment.ts';
import { templateText } from './texts.ts';

type Answered = Extract<keyof Handlers, `rules.${string}` | `cie.${string}`>;

export function ruleHandlers(environment: Environment): Pick<Handlers, Answered> {
  const { writer, parcels } = environment;
  const now = () => ({ now: environment.now() });

  async function read(): Promise<Result<Output<'rules.read'>, Problem>> {
    const ledger = await environment.ledger();
    if (!ledger.ok) return ledger;
    const rules = readRules(ledger.value);
    const { checkedOn } = readOutbox(ledger.value);
    const nextAt = rulesOn(rules).length === 0 ? null : nextCheckAt(environment.now());
    return ok({ rules, checkedOn, nextAt });
  }

  return {
    'rules.read': read,
    async 'rules.write'({ rules }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const flaw = flawOfRules(rules, (name) => templateOf(ledger.value, name));
      if (flaw !== null) return fail({ code: 'rules-refused', flaw });
      const written = await writer.run('write-rules', { rules }, now());
      return written.ok ? read() : written;
    },
    async 'rules.check'({ what, dryRun, acceptStale }, { signal }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const today = environment.today();
      const on = rulesOn(readRules(ledger.value)).filter(
        ({ rule }) => what === 'all' || rule === 'positions' || rule === 'welcome',
      );
      if (on.length === 0)
        return ok({ day: today, before: readOutbox(ledger.value).checkedOn, missed: 0, rules: [] });
      const names = new Set(on.flatMap(({ templates }) => templates));
      const input = {
        today,
        author: environment.author,
        what,
        acceptStale,
        templates: Object.fromEntries(
          [...names].flatMap((name) => {
            const text = templateText(ledger.value, name);
            return text === null ? [] : [[name, text] as const];
          }),
        ),
      };
      return writer.run(dryRun ? 'plan-rules' : 'check-rules', input, { ...now(), signal });
    },
    async 'cie.import'({ parcel }, { signal }) {
      const file = parcels.find(parcel);
      if (file === null) return fail({ code: 'no-such-parcel', parcel });
      return writer.run('keep-cards', { file, today: environment.today() }, { ...now(), signal });
    },
    async 'cie.read'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(cardsKept(ledger.value)) : ledger;
    },
  };
}

function templateOf(ledger: ReadableLedger, name: string) {
  const text = templateText(ledger, name);
  const read = text === null ? null : parseTemplate(name, text);
  if (read?.ok !== true) return null;
  const faulty = checkTemplate(read.value).some(({ severity }) => severity === 'refuses');
  return { kind: read.value.kind, faulty };
}
