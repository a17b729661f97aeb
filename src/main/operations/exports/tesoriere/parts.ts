import { iufKey } from '../../../../shared/domain/iuf.ts';
import { decodeEvidence } from '../../../../shared/domain/verdict.ts';
import type { RegularisationPart } from '../../../../shared/domain/regularisation.ts';
import type { Settings } from '../../../../shared/domain/settings.ts';
import type { PartItem, PartService } from '../../../exports/tesoriere/da-regolarizzare.ts';
import type { Listed } from '../../../exports/tesoriere/list-sheet.ts';
import { paymentsBehind, type PaymentsBehind } from '../../../ledger/behind-parts.ts';
import { listPayments, type ListedPayment } from '../../../ledger/payment-list.ts';
import { listProvvisori, type ListedProvvisorio } from '../../../ledger/provvisorio-list.ts';
import { provvisoriToRegularise } from '../../../ledger/regularisation.ts';
import { splitOf } from '../../../reconciliation/regularisation.ts';
import type { ExportJob } from '../maker.ts';
import { pagesOf, pageSize, partOf, paymentFilter, provvisorioFilter } from '../rows.ts';

/** A part of a provvisorio that is still to be regularised, and how many payments can be told to be behind it. */
export interface OpenPart extends PartItem {
  readonly row: ListedProvvisorio;
  /** 0 where its payments cannot be told: several provvisori share them out. */
  readonly behind: number;
}

/** Where pagoPA's money stands that has no reversale yet, or not for all of it. */
export function openProvvisorioFilter(job: Pick<ExportJob, 'filter'>) {
  return {
    ...provvisorioFilter(job),
    states: ['open', 'partly-regularised'],
    buckets: ['reconciled', 'partial', 'notReported', 'otherPartner', 'inError'],
  } as const;
}

/** The parts of every open provvisorio, the oldest first; with a service, only its parts. */
export function openParts(job: ExportJob): OpenPart[] {
  const { ledger, today, filter, settings } = job;
  const wanted = openProvvisorioFilter(job);
  const pages = pagesOf((after) =>
    listProvvisori(ledger, today, wanted, null, {
      sort: { by: 'date', descending: false },
      after,
      limit: 500,
      backward: false,
    }),
  );
  return [...pages].flatMap((rows) => {
    const ids = rows.map(({ id }) => id);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const counts = new Map(paymentsBehind(ledger, ids).map((group) => [keyOfGroup(group), group.count]));
    return provvisoriToRegularise(ledger, ids).flatMap((provvisorio) => {
      const row = byId.get(provvisorio.id);
      if (row === undefined) throw new Error(`a provvisorio that was not asked for: ${provvisorio.id}`);
      return splitOf(provvisorio)
        .filter(({ service }) => filter.servizio === null || service === filter.servizio)
        .map((part, i) => ({
          row,
          provvisorio: row,
          part,
          regularisedCents: i === 0 && row.regularisedCents !== 0 ? row.regularisedCents : null,
          service: serviceOf(part, settings),
          payment: null,
          behind: counts.get(keyOfPart(part, provvisorio.id)) === part.payments ? part.payments : 0,
        }));
    });
  });
}

/** Each part, followed by the payments behind it. */
export function* partRows(job: ExportJob, parts: readonly OpenPart[]): Generator<Listed<PartItem>[]> {
  let read: { readonly of: string; readonly groups: ReadonlyMap<string, ListedPayment[]> } = {
    of: '',
    groups: new Map(),
  };
  for (const { behind, row, ...item } of parts) {
    yield [behind > 0 ? { item, holds: true } : { item }];
    if (behind === 0) continue;
    const { part } = item;
    // The parts of one flusso stand together: it is read once for all of them.
    const of = `${row.id} ${part.iuf}`;
    if (read.of !== of) read = { of, groups: paymentsByPart(job, row, part.iuf) };
    const payments = read.groups.get(keyOfPart(part, row.id)) ?? [];
    for (let from = 0; from < payments.length; from += pageSize)
      yield payments.slice(from, from + pageSize).map((payment) => ({
        item: { ...item, regularisedCents: null, payment: partOf(payment, job.settings) },
        folded: true,
      }));
  }
}

/** The payments of a flusso, or those that a provvisorio settles alone, by what tells reversali apart. */
function paymentsByPart(
  { ledger, today }: ExportJob,
  provvisorio: ListedProvvisorio,
  iuf: string | null,
): Map<string, ListedPayment[]> {
  const whenever = paymentFilter({ filter: { servizio: null, dal: null, al: null, chiaro: true } });
  const filter = { ...whenever, iuf, provvisorio: iuf === null ? provvisorio : null };
  const request = { sort: null, limit: 5_000, backward: false } as const;
  const payments = [...pagesOf((after) => listPayments(ledger, today, filter, { ...request, after }))].flat();
  return Map.groupBy(payments, ({ iufKey: key, provvisorioId, service, partner, evidence }) => {
    const isForeign = decodeEvidence(evidence).owner === 'not-ours';
    return nameOf(
      iuf === null ? null : key,
      { provvisorioId: iuf === null ? provvisorioId : null, service, partner },
      isForeign,
    );
  });
}

function serviceOf({ service }: RegularisationPart, { servizi }: Settings): PartService | null {
  const found = servizi.find(({ id }) => id === service);
  if (found === undefined) return null;
  return {
    nome: found.nome,
    capitolo: found.capitolo ?? null,
    accertamento: found.accertamento ?? null,
  };
}

type Named = Pick<PaymentsBehind, 'provvisorioId' | 'service' | 'partner'>;

function keyOfGroup({ iufKey: key, provvisorioId, service, partner, isForeign }: PaymentsBehind): string {
  return nameOf(key, { provvisorioId, service, partner }, isForeign === 1);
}

function keyOfPart({ iuf, service, partner, reason }: RegularisationPart, provvisorioId: number): string {
  const of = { provvisorioId: iuf === null ? provvisorioId : null, service, partner };
  return nameOf(iuf === null ? null : iufKey(iuf), of, reason === 'not-ours');
}

function nameOf(key: string | null, { provvisorioId, service, partner }: Named, isForeign: boolean): string {
  return JSON.stringify([key, provvisorioId, service, partner, isForeign]);
}
