import type { Checked, Handlers } from '../../shared/contract/api.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { isDay } from '../../shared/domain/day.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { noSuchDay } from '../../shared/wording/complaints.ts';
import { trailCsvBegin, trailCsvLine } from '../exports/trail.ts';
import { pageOfTrail, type TrailFilter } from '../ledger/trail-list.ts';
import type { Environment } from './environment.ts';
import { onSnapshot, wholeFiles } from './exports/whole-file.ts';

export function trailHandlers(environment: Environment): Pick<Handlers, 'trail.list' | 'trail.export'> {
  return {
    async 'trail.list'({ filter, ...page }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const wanted = filterOf(filter);
      return wanted.ok ? ok(pageOfTrail(ledger.value, wanted.value, page)) : wanted;
    },
    async 'trail.export'({ filter }) {
      const wanted = filterOf(filter);
      if (!wanted.ok) return wanted;
      return onSnapshot(environment, (ledger) =>
        wholeFiles(environment, async (newFile) => {
          const file = await newFile();
          await file.write(trailCsvBegin);
          let rows = 0;
          for (let after: string | null = null; ;) {
            const page = pageOfTrail(ledger, wanted.value, { after, limit: 1_000, backward: false });
            await file.write(page.rows.map(trailCsvLine).join(''));
            rows += page.rows.length;
            after = page.next;
            if (after === null) break;
          }
          await file.close();
          const name = `registro-operazioni-${environment.today()}.csv`;
          return ok({ parcel: environment.parcels.offer({ name, path: file.path }), name, rows });
        }),
      );
    },
  };
}

function filterOf({ from, to, operations }: Checked<'trail.list'>['filter']): Result<TrailFilter, Problem> {
  if (from !== null && !isDay(from)) return complaint('from', from);
  if (to !== null && !isDay(to)) return complaint('to', to);
  return ok({ from, to, operations });
}

function complaint(path: 'from' | 'to', day: string): Result<TrailFilter, Problem> {
  return fail({ code: 'invalid-request', complaints: [{ path: `filter.${path}`, message: noSuchDay(day) }] });
}
