import type { Checked, Input } from '../../../shared/contract/api.ts';
import { flowBuckets } from '../../../shared/domain/bucket.ts';
import { expectedStates, type ExpectedState } from '../../../shared/domain/flusso.ts';
import { flowLabels } from '../../../shared/wording/labels.ts';
import { baseChips, namedChips, type Chip } from '../../components/chips.ts';
import { namesOf, readBaseFilter, type ListReading } from '../../components/list-ask.ts';

export type FlussoFilter = Checked<'flussi.list'>['filter'];
export type FlussoSort = NonNullable<Input<'flussi.list'>['sort']>['by'];

/** How the list of flussi makes sense of an address. */
export const flussoReading: ListReading<FlussoFilter, FlussoSort> = {
  filter: (ask) => ({ ...readBaseFilter(ask), buckets: namesOf(ask['buckets'], flowBuckets) }),
  sorts: ['attention', 'date', 'cents', 'received', 'iuf', 'rows', 'bucket'],
  usualSort: { by: 'attention', descending: false },
};

/** What the list of flussi is narrowed to, in words. */
export function flussoChips(
  filter: FlussoFilter,
  documentName: string | null,
): readonly Chip<FlussoFilter>[] {
  return [
    ...namedChips<FlussoFilter, FlussoFilter['buckets'][number]>(
      'dove sta',
      filter.buckets,
      (bucket) => flowLabels[bucket],
      (buckets) => ({ buckets }),
    ),
    ...baseChips(filter, documentName),
  ];
}

/** Which of the awaited flussi an address asks for; null when it asks for the list of all flussi. */
export function expectedOf(ask: Readonly<Record<string, unknown>>): ExpectedState | null {
  return expectedStates.find((state) => state === ask['attesi']) ?? null;
}
