import type { Checked, Handlers, Output } from '../../shared/contract/api.ts';
import { readCausale } from '../../shared/domain/causale.ts';
import type { Day } from '../../shared/domain/day.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { decisionsOf } from '../ledger/decisions.ts';
import { knownIufs } from '../ledger/known-iufs.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { eventLinesOf, flussoOfMoney, movementOf, traceOf } from '../ledger/provvisorio-card.ts';
import {
  countProvvisori,
  listProvvisori,
  provvisorioByKey,
  type ListedProvvisorio,
  type ProvvisorioFilter,
} from '../ledger/provvisorio-list.ts';
import { sourceOf } from '../ledger/sources.ts';
import { countOnce } from '../reconciliation/stand-of-provvisorio.ts';
import { universeProvvisori } from '../worker/opi-report.ts';
import type { Environment } from './environment.ts';
import { showProvvisorio } from './lines.ts';
import { suggestionsForProvvisorio } from './suggestions.ts';

export function provvisorioHandlers(
  environment: Environment,
): Pick<Handlers, 'provvisori.list' | 'provvisori.count' | 'provvisori.read' | 'causale.read'> {
  return {
    async 'provvisori.list'({ filter, ...request }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const page = listProvvisori(
        ledger.value,
        environment.today(),
        ...withinUniverse(ledger.value, filter),
        request,
      );
      return ok({ ...page, rows: page.rows.map(showProvvisorio) });
    },
    async 'provvisori.count'({ filter }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const wanted = withinUniverse(ledger.value, filter);
      return ok(countProvvisori(ledger.value, environment.today(), ...wanted));
    },
    async 'provvisori.read'(key) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const today = environment.today();
      const row = provvisorioByKey(ledger.value, today, key);
      const name = `${key.numero}/${key.esercizio}`;
      if (row === undefined) return fail({ code: 'not-found', what: 'provvisorio', name });
      return ok(cardOf(ledger.value, today, row));
    },
    async 'causale.read'({ text }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const { iuf, prog, iuv, amountCents, kind, confidence, repairs } = readCausale(
        { causali: [text], endToEnd: null, bankTexts: [], reference: null, payer: null },
        knownIufs(ledger.value),
      );
      return ok({
        iuf,
        prog,
        iuv,
        amountCents,
        kind,
        confidence,
        repairs: repairs.map((repair) => ({ ...repair })),
      });
    },
  };
}

/**
 * The universe of a giornale is told by its report, which also says in which bucket each movement counts there: money
 * that was called back later is `cancelled` in the ledger, and still counts in the report that told it.
 */
function withinUniverse(
  ledger: ReadableLedger,
  { universe, ...filter }: Checked<'provvisori.list'>['filter'],
): [ProvvisorioFilter, readonly number[] | null] {
  if (!universe || filter.document === null) return [filter, null];
  return [
    { ...filter, document: null, buckets: [] },
    universeProvvisori(ledger, filter.document, filter.buckets),
  ];
}

function cardOf(ledger: ReadableLedger, today: Day, row: ListedProvvisorio): Output<'provvisori.read'> {
  const { id, esercizio, numero, conto, movimentoId } = row;
  const key = { esercizio, numero, conto };
  const movement = movementOf(ledger, movimentoId);
  const { iufKey, ...trace } = traceOf(ledger, id);
  return {
    provvisorio: showProvvisorio(row),
    movement,
    ...trace,
    events: countOnce(eventLinesOf(ledger, key, movement.bolletta)).map(
      ({ movimentoId: line, operazione, reversale, cents, date }) => ({
        source: sourceOf(ledger, 'movimenti', line),
        operazione,
        reversale,
        cents,
        date,
      }),
    ),
    flusso: flussoOfMoney(ledger, today, iufKey),
    suggestions: suggestionsForProvvisorio(ledger, key, today),
    decisions: decisionsOf(ledger, { type: 'provvisorio', ...key }),
  };
}
