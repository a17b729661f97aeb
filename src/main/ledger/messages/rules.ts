import {
  cieRulesAtFirst,
  type CieRules,
  type MessageRules,
  type ServiceRules,
} from '../../../shared/domain/message/message-rules.ts';
import { nextDocumentId } from '../documents.ts';
import type { ReadableLedger, WritableLedger } from '../open.ts';
import { all, one, run } from '../statements.ts';

/** The rules of a service, and the first document whose positions each is about. */
export interface KeptServiceRules extends ServiceRules {
  /** Null while the rule is off. */
  readonly positionsFrom: number | null;
  readonly welcomeFrom: number | null;
}

export function serviceRules(ledger: ReadableLedger): KeptServiceRules[] {
  const rows = all<{ rules: string; positionsFrom: number | null; welcomeFrom: number | null }>(
    ledger,
    `SELECT rules, positions_from AS positionsFrom, welcome_from AS welcomeFrom FROM io_rules ORDER BY service`,
  );
  return rows.map(({ rules, ...from }) => ({ ...(JSON.parse(rules) as ServiceRules), ...from }));
}

export function cieRules(ledger: ReadableLedger): CieRules {
  const told = one<{ cie: string }>(ledger, `SELECT cie FROM io_outbox`)?.cie ?? '{}';
  return { ...cieRulesAtFirst, ...(JSON.parse(told) as Partial<CieRules>) };
}

export function readRules(ledger: ReadableLedger): MessageRules {
  return {
    services: serviceRules(ledger).map(({ service, positions, remind, welcome }) => ({
      service,
      positions,
      remind,
      welcome,
    })),
    cie: cieRules(ledger),
  };
}

/** A rule that is turned on is about the documents of from now on; one that was on stays about those it was. */
export function writeRules(ledger: WritableLedger, { services, cie }: MessageRules): void {
  const before = new Map(serviceRules(ledger).map((rules) => [rules.service, rules]));
  const next = nextDocumentId(ledger);
  run(ledger, `DELETE FROM io_rules`);
  for (const rules of services) {
    const known = before.get(rules.service);
    run(ledger, `INSERT INTO io_rules (service, rules, positions_from, welcome_from) VALUES (?, ?, ?, ?)`, [
      rules.service,
      JSON.stringify(rules),
      rules.positions.on ? (known?.positionsFrom ?? next) : null,
      rules.welcome.on ? (known?.welcomeFrom ?? next) : null,
    ]);
  }
  run(ledger, `UPDATE io_outbox SET cie = ?`, [JSON.stringify(cie)]);
}
