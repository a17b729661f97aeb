import type { Checked, Input, Output } from '../../../shared/contract/api.ts';
import { provvisorioBuckets } from '../../../shared/domain/bucket.ts';
import { provvisorioStates } from '../../../shared/wording/evidence.ts';
import { provvisorioLabels } from '../../../shared/wording/labels.ts';
import { baseChips, namedChips, type Chip } from '../../components/chips.ts';
import { namesOf, readBaseFilter, textOf, type ListReading } from '../../components/list-ask.ts';

export type ProvvisorioFilter = Checked<'provvisori.list'>['filter'];
export type ProvvisorioSort = NonNullable<Input<'provvisori.list'>['sort']>['by'];
export type Provvisorio = Output<'provvisori.list'>['rows'][number];

export const stateNames = [
  'open',
  'partly-regularised',
  'regularised',
  'cancelled',
] as const satisfies readonly Provvisorio['state'][];

/** How the list of provvisori makes sense of an address. */
export const provvisorioReading: ListReading<ProvvisorioFilter, ProvvisorioSort> = {
  filter: (ask) => ({
    ...readBaseFilter(ask),
    buckets: namesOf(ask['buckets'], provvisorioBuckets),
    states: namesOf(ask['states'], stateNames),
    iuf: textOf(ask['iuf']),
    conflict: ask['conflict'] === true,
    universe: ask['universe'] === true,
  }),
  sorts: ['attention', 'date', 'cents', 'numero', 'bucket', 'payer'],
  usualSort: { by: 'attention', descending: false },
};

/** What the list of provvisori is narrowed to, in words. */
export function provvisorioChips(
  filter: ProvvisorioFilter,
  documentName: string | null,
): readonly Chip<ProvvisorioFilter>[] {
  const { buckets, states, iuf, conflict, universe, document } = filter;
  return [
    ...namedChips<ProvvisorioFilter, ProvvisorioFilter['buckets'][number]>(
      'dove sta',
      buckets,
      (bucket) => provvisorioLabels[bucket],
      (left) => ({ buckets: left }),
    ),
    ...namedChips<ProvvisorioFilter, Provvisorio['state']>(
      'stato',
      states,
      (state) => provvisorioStates[state],
      (left) => ({ states: left }),
    ),
    ...(iuf === null ? [] : [{ key: 'iuf', text: `flusso: ${iuf}`, without: { iuf: null } }]),
    ...(conflict
      ? [{ key: 'conflict', text: 'la causale nomina un altro flusso', without: { conflict: false } }]
      : []),
    ...baseChips(filter, documentName),
    ...(universe && document !== null
      ? [
          {
            key: 'universe',
            text: 'arrivati per la prima volta con questo giornale',
            without: { universe: false },
          },
        ]
      : []),
  ];
}
