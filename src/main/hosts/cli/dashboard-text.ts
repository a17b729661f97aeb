import type { Output } from '../../../shared/contract/api.ts';
import { flowBuckets, provvisorioBuckets } from '../../../shared/domain/bucket.ts';
import { statuses } from '../../../shared/domain/verdict.ts';
import { flowBucketLabels, provvisorioBucketLabels, statusLabels } from '../../../shared/wording/labels.ts';
import { amountLine, euro, italianDay, many } from './text.ts';

type Dashboard = Output<'dashboard.read'>;

/** The dashboard by difference: what a person must look at comes first. */
export function dashboardText(dashboard: Dashboard): string {
  const { difference, freshness } = dashboard;
  return [
    freshness.giornale === null && freshness.rendicontazione === null && freshness.ricevute === null
      ? 'Il registro è vuoto: importare giornali di cassa, flussi e ricevute.'
      : difference.count === 0
        ? 'Tutto è riconciliato.'
        : `Tutto è riconciliato a meno di ${many(difference.count, 'voce', 'voci')} per ${euro(difference.cents)}.`,
    '',
    ...section('Pagamenti', statuses, dashboard.byStatus, statusLabels, dashboard.payments),
    '',
    ...section('Flussi', flowBuckets, dashboard.flussi, flowBucketLabels),
    '',
    ...section('Provvisori', provvisorioBuckets, dashboard.provvisori, provvisorioBucketLabels),
    '',
    `Aggiornato al: giornale di cassa ${italianDay(freshness.giornale, 'mai')}, rendicontazione ${italianDay(freshness.rendicontazione, 'mai')}, ricevute ${italianDay(freshness.ricevute, 'mai')}.`,
  ].join('\n');
}

interface Amount {
  readonly count: number;
  readonly cents: number;
}

function section<Key extends string>(
  title: string,
  keys: readonly Key[],
  amounts: Readonly<Record<Key, Amount>>,
  labels: Readonly<Record<Key, string>>,
  total?: Amount,
): string[] {
  const rows = keys
    .filter((key) => amounts[key].count > 0)
    .map((key) => amountLine(labels[key], amounts[key].count, amounts[key].cents));
  const sum = total === undefined ? [] : [amountLine('in tutto', total.count, total.cents)];
  return [title, ...(rows.length === 0 ? ['  nessuno'] : rows), ...sum];
}
