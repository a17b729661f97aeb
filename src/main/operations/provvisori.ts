import type { Handlers } from '../../shared/contract/api.ts';
import { bucketOfMovement, type ProvvisorioBucket } from '../../shared/domain/bucket.ts';
import { readCausale } from '../../shared/domain/causale.ts';
import { ok } from '../../shared/domain/result.ts';
import { knownIufs } from '../ledger/known-iufs.ts';
import type { ProvvisorioKey } from '../ledger/provvisori.ts';
import { listProvvisori, type ListedProvvisorio } from '../ledger/provvisorio-list.ts';
import type { Environment } from './environment.ts';
import { decodeCursor, toPage } from './paging.ts';

export function provvisorioHandlers(
  environment: Environment,
): Pick<Handlers, 'provvisori.list' | 'causale.read'> {
  return {
    async 'provvisori.list'({ after, limit }) {
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const rows = listProvvisori(ledger.value, toKey(after), limit);
      return ok(toPage(rows, limit, ({ esercizio, numero, conto }) => [esercizio, numero, conto], show));
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

function toKey(after: string | null): ProvvisorioKey | null {
  const [esercizio, numero, conto] = decodeCursor(after) ?? [];
  return typeof esercizio === 'number' && typeof numero === 'string' && typeof conto === 'string'
    ? { esercizio, numero, conto }
    : null;
}

function show(row: ListedProvvisorio) {
  const { esercizio, numero, conto, date, cents, causale, state, iuf, prog, iuv, kind, confidence, source } =
    row;
  return {
    esercizio,
    numero,
    conto,
    date,
    cents,
    causale,
    state,
    extraction: { iuf, prog, iuv, kind, confidence, source },
    bucket: bucketOf(row),
    suspect: kind === 'suspect',
  };
}

/** A provvisorio that the bank called back whole is nobody's money any more. */
export function bucketOf(row: ListedProvvisorio): ProvvisorioBucket {
  if (row.state === 'cancelled') return 'cancelled';
  return bucketOfMovement({ ...row, hasFlusso: row.hasFlusso === 1 }) ?? 'notPagoPa';
}
