import { isWanted, noMoneyYet, stepsOf, type StepsWanted } from '../../shared/domain/quadratura.ts';
import { decodeEvidence } from '../../shared/domain/verdict.ts';
import type { Condition } from './pages/listing.ts';
import type { ReadableLedger } from './open.ts';
import { knownEvidence } from './payment-counts.ts';

/** The provvisori `v` that bring the money of payment `p`, in SQL. */
const moneyOfPayment = `FROM provvisori v WHERE v.id = p.provvisorio_id OR v.id IN (
  SELECT q.provvisorio_id FROM quote q WHERE q.iuf_key = p.iuf_key AND q.cents > 0)`;
/** True in SQL when reversali cover all the money of payment `p`. */
const isCovered = `coalesce((SELECT min(v.state = 'regularised') ${moneyOfPayment}), 0)`;
/** The conto on which payment `p` came, the first of several, in SQL. */
const contoOfPayment = `coalesce((SELECT min(v.conto) ${moneyOfPayment}), '${noMoneyYet}')`;

/** The payments that have some steps and lack others. */
export function stepsCondition(ledger: ReadableLedger, wanted: StepsWanted): Condition[] {
  if (wanted.has.length === 0 && wanted.lacks.length === 0) return [];
  const known = knownEvidence(ledger);
  const fitting = (covered: boolean): number[] =>
    known.filter((code) => {
      const steps = stepsOf(decodeEvidence(code), covered);
      return steps.length > 0 && isWanted(steps, wanted);
    });
  const [covered, uncovered] = [fitting(true), fitting(false)];
  const both = covered.filter((code) => uncovered.includes(code));
  const one = (codes: readonly number[]): string =>
    JSON.stringify(codes.filter((code) => !both.includes(code)));
  return [
    {
      sql: `p.evidence IN (SELECT value FROM json_each(@stepsBoth))
        OR (p.evidence IN (SELECT value FROM json_each(@stepsCovered)) AND ${isCovered} = 1)
        OR (p.evidence IN (SELECT value FROM json_each(@stepsUncovered)) AND ${isCovered} = 0)`,
      values: {
        stepsBoth: JSON.stringify(both),
        stepsCovered: one(covered),
        stepsUncovered: one(uncovered),
      },
    },
  ];
}

/** The payments whose money came on one of these conti, or did not come (`noMoneyYet`). */
export function contiCondition(conti: readonly string[]): Condition[] {
  if (conti.length === 0) return [];
  return [
    {
      sql: `${contoOfPayment} IN (SELECT value FROM json_each(@conti))`,
      values: { conti: JSON.stringify(conti) },
    },
  ];
}
