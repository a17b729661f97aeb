import type { Handlers, Output } from '../../shared/contract/api.ts';
import type { Day } from '../../shared/domain/day.ts';
import { iufKey } from '../../shared/domain/iuf.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { decisionsOf } from '../ledger/decisions.ts';
import { headOf, versionsOf } from '../ledger/flow-card.ts';
import { changedFlussi, countFlussi, flussoByKey, listFlussi, type ListedFlow } from '../ledger/flow-list.ts';
import { goneFlusso } from '../ledger/gone-rows.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { provvisoriOf } from '../ledger/provvisorio-list.ts';
import { changesSince } from './changes.ts';
import type { Environment } from './environment.ts';
import { showFlusso, showProvvisorioLine } from './lines.ts';
import { suggestionsForFlusso, togetherForFlusso } from './suggestions.ts';

export function flussoHandlers(
  environment: Environment,
): Pick<Handlers, 'flussi.list' | 'flussi.changes' | 'flussi.count' | 'flussi.read'> {
  return {
    async 'flussi.list'({ filter, ...request }) {
      const opened = await environment.ledger();
      if (!opened.ok) return opened;
      const ledger = opened.value;
      const page = listFlussi(ledger, environment.today(), filter, request);
      return ok({ ...page, rows: page.rows.map((row) => showFlusso(ledger, row)) });
    },
    async 'flussi.changes'(asked) {
      const opened = await environment.ledger();
      if (!opened.ok) return opened;
      const ledger = opened.value;
      const { version } = environment;
      const today = environment.today();
      const found = changesSince(ledger, 'flussi', asked, { today, version }, (changed, page) =>
        changedFlussi(ledger, today, changed, page),
      );
      if (!found.ok) return found;
      const { rows, gone, ...rest } = found.value;
      return ok({ ...rest, rows: rows.map((row) => showFlusso(ledger, row)), gone: gone.map(goneFlusso) });
    },
    async 'flussi.count'({ filter }) {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(countFlussi(ledger.value, environment.today(), filter)) : ledger;
    },
    async 'flussi.read'({ iuf }) {
      const opened = await environment.ledger();
      if (!opened.ok) return opened;
      const today = environment.today();
      const row = flussoByKey(opened.value, today, iufKey(iuf));
      if (row === undefined) return fail({ code: 'not-found', what: 'flusso', name: iuf });
      return ok(cardOf(opened.value, today, row));
    },
  };
}

function cardOf(ledger: ReadableLedger, today: Day, row: ListedFlow): Output<'flussi.read'> {
  return {
    flusso: showFlusso(ledger, row),
    dueDay: row.dueDay,
    late: row.dueDay < today && awaits.has(row.bucket),
    ...headOf(ledger, row.flussoId),
    rowsOfOurs: row.rowsOfOurs,
    rowsOfOthers: row.rowsOfOthers,
    versions: versionsOf(ledger, row.iufKey, row.flussoId),
    money: provvisoriOf(ledger, today, row.iufKey, null).map((line) => showProvvisorioLine(ledger, line)),
    suggestions: suggestionsForFlusso(ledger, row.iufKey, today),
    together: togetherForFlusso(ledger, row.iufKey, today),
    decisions: decisionsOf(ledger, { type: 'flusso', iuf: row.iuf }),
  };
}

/** Flussi of which something is still to come: all the money, a part of it, or the file. */
const awaits: ReadonlySet<ListedFlow['bucket']> = new Set<ListedFlow['bucket']>([
  'awaiting',
  'missing',
  'partial',
  'notReported',
]);
