import type { Checked, Handlers, Output } from '../../shared/contract/api.ts';
import { readCausale } from '../../shared/domain/causale.ts';
import type { Day } from '../../shared/domain/day.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { decisionsOf } from '../ledger/decisions.ts';
import { knownIufs } from '../ledger/known-iufs.ts';
import { goneProvvisorio } from '../ledger/gone-rows.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import {
  eventLinesOf,
  movementOf,
  sharesOfCard,
  traceOf,
  type MovementOfProvvisorio,
} from '../ledger/provvisorio-card.ts';
import {
  changedProvvisori,
  countProvvisori,
  listProvvisori,
  provvisoriAmong,
  provvisorioByKey,
  type ListedProvvisorio,
  type ProvvisorioFilter,
} from '../ledger/provvisorio-list.ts';
import { sourceOf } from '../ledger/sources.ts';
import { countOnce } from '../reconciliation/stand-of-provvisorio.ts';
import { universeProvvisori, type CountedProvvisorio } from '../worker/opi-report.ts';
import { changesSince } from './changes.ts';
import type { Environment } from './environment.ts';
import { showProvvisorio } from './lines.ts';
import { sharingsForProvvisorio } from './sharings.ts';
import { suggestionsForProvvisorio } from './suggestions.ts';

export function provvisorioHandlers(
  environment: Environment,
): Pick<
  Handlers,
  'provvisori.list' | 'provvisori.changes' | 'provvisori.count' | 'provvisori.read' | 'causale.read'
> {
  return {
    async 'provvisori.list'({ filter, ...request }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const { wanted, counted } = withinUniverse(ledger.value, filter);
      const ids = counted?.map(({ id }) => id) ?? null;
      const page = listProvvisori(ledger.value, environment.today(), wanted, ids, request);
      return ok({ ...page, rows: page.rows.map(showProvvisorio) });
    },
    async 'provvisori.changes'(asked) {
      const opened = await environment.ledger();
      if (!opened.ok) return opened;
      const ledger = opened.value;
      const { version } = environment;
      const today = environment.today();
      const found = changesSince(ledger, 'provvisori', asked, { today, version }, (changed, page) =>
        changedProvvisori(ledger, today, changed, page),
      );
      if (!found.ok) return found;
      const { rows, gone, ...rest } = found.value;
      return ok({ ...rest, rows: rows.map(showProvvisorio), gone: gone.map(goneProvvisorio) });
    },
    async 'provvisori.count'({ filter }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      return ok(count(ledger.value, environment.today(), filter));
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
): { readonly wanted: ProvvisorioFilter; readonly counted: readonly CountedProvvisorio[] | null } {
  if (!universe || filter.document === null) return { wanted: filter, counted: null };
  return {
    wanted: { ...filter, document: null, buckets: [] },
    counted: universeProvvisori(ledger, filter.document, filter.buckets),
  };
}

/** Of a universe, the flussi are those of the parts that the report counts in these buckets. */
function count(
  ledger: ReadableLedger,
  today: Day,
  filter: Checked<'provvisori.list'>['filter'],
): Output<'provvisori.count'> {
  const { wanted, counted } = withinUniverse(ledger, filter);
  if (counted === null) return countProvvisori(ledger, today, wanted, null);
  const ids = counted.map(({ id }) => id);
  const found = new Set(provvisoriAmong(ledger, today, wanted, ids));
  const flussi = new Set(counted.filter(({ id }) => found.has(id)).flatMap((one) => one.flussi));
  return { ...countProvvisori(ledger, today, wanted, ids), flussi: flussi.size };
}

function cardOf(ledger: ReadableLedger, today: Day, row: ListedProvvisorio): Output<'provvisori.read'> {
  const { id, esercizio, numero, conto, movimentoId } = row;
  const key = { esercizio, numero, conto };
  const movement = movementOf(ledger, movimentoId);
  const shares = sharesOfCard(ledger, today, id);
  const trace = traceOf(ledger, id);
  const shared = shares.reduce((sum, { cents }) => sum + cents, 0);
  return {
    provvisorio: showProvvisorio(row),
    movement,
    ...trace,
    read: row.source === 'person' ? readAgain(ledger, movement, row.payer) : null,
    events: countOnce(eventLinesOf(ledger, key, movement.bolletta)).map(
      ({ movimentoId: line, operazione, reversale, cents, date }) => ({
        source: sourceOf(ledger, 'movimenti', line),
        operazione,
        reversale,
        cents,
        date,
      }),
    ),
    shares,
    remainderCents: shares.length === 0 || row.state === 'cancelled' ? 0 : row.cents - shared,
    sharings: sharingsForProvvisorio(ledger, key, today),
    suggestions: suggestionsForProvvisorio(ledger, key, today),
    decisions: decisionsOf(ledger, { type: 'provvisorio', ...key }),
  };
}

/** What the texts say, beside what a person said that they say. */
function readAgain(
  ledger: ReadableLedger,
  { causali, endToEnd, bankTexts, reference }: MovementOfProvvisorio,
  payer: string | null,
): Output<'provvisori.read'>['read'] {
  const { iuf, prog, iuv, kind, confidence, source } = readCausale(
    { causali, endToEnd, bankTexts, reference, payer },
    knownIufs(ledger),
  );
  return { iuf, prog, iuv, kind, confidence, source };
}
