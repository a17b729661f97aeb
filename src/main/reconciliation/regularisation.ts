import { byText } from '../../shared/domain/order.ts';
import type { PartReason, RegularisationPart } from '../../shared/domain/regularisation.ts';
import type {
  FlowToRegularise,
  ProvvisorioToRegularise,
  RowsToRegularise,
  ShareToRegularise,
} from '../ledger/regularisation.ts';

/**
 * The reversali that a provvisorio calls for. What the rows of its flussi say is told service by service; what they do not
 * explain is a part of its own, so that the parts are always worth the provvisorio to the cent.
 */
export function splitOf(provvisorio: ProvvisorioToRegularise): readonly RegularisationPart[] {
  const { cents, partner, shares } = provvisorio;
  if (partner !== null) return [{ ...bare, partner, reason: 'other-partner', cents }];
  const shared = shares.reduce((sum, share) => sum + share.cents, 0);
  const parts = shares.flatMap((share) => partsOfShare(share));
  const rest = cents - shared;
  return mergedParts([...parts, ...(rest === 0 ? [] : partsOfRest(rest, provvisorio))]);
}

const bare = { iuf: null, service: null, partner: null, reason: null, payments: 0 } as const;

function partsOfShare({ iuf, cents, provvisorioId, flow }: ShareToRegularise): RegularisationPart[] {
  if (flow === null) return [{ ...bare, iuf, reason: 'flow-absent', cents }];
  const counted = asDeclared(flow);
  if (flow.holders.length > 1) return partsOfHolder(flow, counted, { iuf, cents, provvisorioId });
  const parts = counted.rows.map((rows) => toPart(iuf, rows));
  const difference = cents - sumOf(parts);
  if (difference === 0) return parts;
  const reason = flow.report === 'anomalous' ? 'flow-anomalous' : 'flow-differs';
  return [...parts, { ...bare, iuf, reason, cents: difference }];
}

/**
 * Several provvisori bring one flusso. When they bring all of it each has some of its rows, if they fall on them to the
 * cent: the greatest row first, into the first provvisorio that it fills, else into the first that still has room for it.
 */
function partsOfHolder(
  flow: FlowToRegularise,
  counted: Counted,
  { iuf, cents, provvisorioId }: Pick<ShareToRegularise, 'iuf' | 'cents' | 'provvisorioId'>,
): RegularisationPart[] {
  const toShareOut: RegularisationPart = { ...bare, iuf, reason: 'to-share-out', cents };
  if (flow.holders.reduce((sum, holder) => sum + holder.cents, 0) !== sumOf(counted.rows))
    return [toShareOut];
  const holders = flow.holders.map(({ id, cents: room }) => ({ id, room, rows: [] as RowsToRegularise[] }));
  const rows = flow.singleRows.map((row) => counted.worth(row));
  for (const row of rows.toSorted((a, b) => b.cents - a.cents)) {
    const holder =
      holders.find(({ room }) => room === row.cents) ?? holders.find(({ room }) => room >= row.cents);
    if (holder === undefined) return [toShareOut];
    holder.room -= row.cents;
    holder.rows.push(row);
  }
  if (holders.some(({ room }) => room !== 0)) return [toShareOut];
  const mine = holders.find(({ id }) => id === provvisorioId);
  return mine === undefined ? [toShareOut] : mine.rows.map((row) => toPart(iuf, row));
}

interface Counted {
  readonly rows: readonly RowsToRegularise[];
  readonly worth: (rows: RowsToRegularise) => RowsToRegularise;
}

/** Revoked rows count in the total with their sign, not at all, or against it: as the declared total says. */
function asDeclared({ rows, declaredCents }: FlowToRegularise): Counted {
  const times = [0, 1, 2].find((k) => sumOf(rows) - k * sumOfRevoked(rows) === declaredCents) ?? 0;
  const worth = (group: RowsToRegularise): RowsToRegularise => ({
    ...group,
    cents: group.cents - times * group.revokedCents,
  });
  return { rows: rows.map(worth), worth };
}

function partsOfRest(rest: number, { kind, decided, single }: ProvvisorioToRegularise): RegularisationPart[] {
  if (kind !== 'iuv' || decided !== null) return [{ ...bare, reason: 'to-clear-up', cents: rest }];
  if (single.length === 0) return [{ ...bare, reason: 'single-unknown', cents: rest }];
  const parts = single.map((rows) => toPart(null, rows));
  const difference = rest - sumOf(parts);
  return difference === 0 ? parts : [...parts, { ...bare, reason: 'single-differs', cents: difference }];
}

function toPart(
  iuf: string | null,
  { service, partner, isForeign, cents, count }: RowsToRegularise,
): RegularisationPart {
  return { iuf, service, partner, reason: reasonOf({ service, partner, isForeign }), cents, payments: count };
}

function reasonOf({
  service,
  partner,
  isForeign,
}: Pick<RowsToRegularise, 'service' | 'partner' | 'isForeign'>): PartReason | null {
  if (partner !== null) return 'other-partner';
  if (isForeign) return 'not-ours';
  return service === null ? 'unknown-service' : null;
}

/** One part for each flusso, service, partner and reason, in that order; what is worth nothing has no place. */
export function mergedParts(parts: readonly RegularisationPart[]): readonly RegularisationPart[] {
  const byKind = Map.groupBy(parts, keyOf);
  return [...byKind]
    .toSorted(([a], [b]) => byText(a, b))
    .flatMap(([, [first, ...others]]) => {
      if (first === undefined) return [];
      const all = [first, ...others];
      const payments = all.reduce((sum, part) => sum + part.payments, 0);
      const part = { ...first, cents: sumOf(all), payments };
      return part.cents === 0 && payments === 0 ? [] : [part];
    });
}

function keyOf({ iuf, service, partner, reason }: RegularisationPart): string {
  return JSON.stringify([iuf ?? '', reason === null ? 0 : 1, reason ?? '', service ?? '', partner ?? '']);
}

function sumOf(parts: readonly { readonly cents: number }[]): number {
  return parts.reduce((sum, { cents }) => sum + cents, 0);
}

function sumOfRevoked(rows: readonly RowsToRegularise[]): number {
  return rows.reduce((sum, { revokedCents }) => sum + revokedCents, 0);
}
