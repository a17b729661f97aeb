import type { Checked, Handlers, Output } from '../../shared/contract/api.ts';
import { isDay, type Day } from '../../shared/domain/day.ts';
import { positionStatuses } from '../../shared/domain/posizione.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { backwardPeriod, noSuchDay } from '../../shared/wording/complaints.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { duePositions } from '../ledger/position-list.ts';
import { declaredTotals, stepGroups } from '../ledger/quadratura.ts';
import { readSettings } from '../ledger/settings.ts';
import { reachedByService, reachedOf } from '../reconciliation/quadratura.ts';
import type { Environment } from './environment.ts';

export function quadraturaHandlers(
  environment: Environment,
): Pick<Handlers, 'quadratura.read' | 'quadratura.declare'> {
  return {
    async 'quadratura.read'(asked) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const period = periodOf(asked);
      return period.ok ? ok(read(ledger.value, environment.today(), period.value)) : period;
    },
    async 'quadratura.declare'({ service, count, cents, ...asked }, { signal }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const period = periodOf(asked);
      if (!period.ok) return period;
      const { author } = environment;
      const told = await environment.writer.run(
        'declare',
        { total: { service, count, cents, ...period.value, author } },
        { now: environment.now(), signal },
      );
      return told.ok ? ok(read(ledger.value, environment.today(), period.value)) : told;
    },
  };
}

interface Period {
  readonly from: Day;
  readonly to: Day;
}

function periodOf({ from, to }: Pick<Checked<'quadratura.read'>, 'from' | 'to'>): Result<Period, Problem> {
  if (!isDay(from)) return complaint('from', noSuchDay(from));
  if (!isDay(to)) return complaint('to', noSuchDay(to));
  return from > to ? complaint('to', backwardPeriod) : ok({ from, to });
}

function complaint(path: 'from' | 'to', message: string): Result<Period, Problem> {
  return fail({ code: 'invalid-request', complaints: [{ path, message }] });
}

function read(ledger: ReadableLedger, today: Day, { from, to }: Period): Output<'quadratura.read'> {
  const groups = stepGroups(ledger, from, to);
  const due = duePositions(ledger, today, from, to);
  const reached = new Map(reachedByService(groups).map((one) => [one.service, one]));
  const declared = new Map(declaredTotals(ledger, from, to).map(({ service, ...total }) => [service, total]));
  const known = readSettings(ledger).servizi.map(({ id }) => id);
  const told = new Set([...reached.keys(), ...due.map(({ service }) => service), ...declared.keys()]);
  // In the order of the settings; what has no service comes last.
  const inOrder = [...new Set([...known, ...[...told].filter((id) => id !== ''), ''])];
  return {
    from,
    to,
    services: inOrder
      .filter((service) => told.has(service) || known.includes(service))
      .map((service) => {
        const came = reached.get(service) ?? { ...reachedOf([]), conti: [] };
        const said = declared.get(service) ?? null;
        return {
          ...came,
          service,
          due: dueOf(due.filter((group) => group.service === service)),
          declared: said,
          difference: said && {
            count: said.count === null ? null : said.count - came.paid.count,
            cents: said.cents - came.paid.cents,
          },
        };
      }),
    total: { due: dueOf(due), ...reachedOf(groups) },
  };
}

function dueOf(groups: ReturnType<typeof duePositions>): Output<'quadratura.read'>['total']['due'] {
  const sum = (statuses: readonly string[]) =>
    groups
      .filter(({ status }) => statuses.includes(status))
      .reduce((all, { count, cents }) => ({ count: all.count + count, cents: all.cents + cents }), {
        count: 0,
        cents: 0,
      });
  return {
    all: sum(positionStatuses.filter((status) => status !== 'cancelled')),
    unpaid: sum(positionStatuses.filter((status) => status !== 'cancelled' && status !== 'paid')),
  };
}
