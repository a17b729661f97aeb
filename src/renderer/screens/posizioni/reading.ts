import type { Checked, Input, Output } from '../../../shared/contract/api.ts';
import { positionStatuses } from '../../../shared/domain/posizione.ts';
import type { Dot } from '../../../shared/domain/verdict.ts';
import { positionLabels } from '../../../shared/wording/labels.ts';
import { baseChips, namedChips, type Chip } from '../../components/chips.ts';
import { namesOf, readBaseFilter, textsOf, type ListReading } from '../../components/list-ask.ts';

export type PositionFilter = Checked<'positions.list'>['filter'];
export type PositionSort = NonNullable<Input<'positions.list'>['sort']>['by'];
export type Position = Output<'positions.list'>['rows'][number];

/** How the list of positions makes sense of an address. */
export const positionReading: ListReading<PositionFilter, PositionSort> = {
  filter: (ask) => ({
    ...readBaseFilter(ask),
    statuses: namesOf(ask['statuses'], positionStatuses),
    services: textsOf(ask['services']),
  }),
  sorts: ['status', 'dueDay', 'cents', 'iuv', 'service', 'debtor'],
  usualSort: { by: 'status', descending: false },
};

/** What the list of positions is narrowed to, in words. */
export function positionChips(
  filter: PositionFilter,
  serviceName: (id: string) => string,
  documentName: string | null,
): readonly Chip<PositionFilter>[] {
  return [
    ...namedChips<PositionFilter, Position['status']>(
      'stato',
      filter.statuses,
      (status) => positionLabels[status].toLowerCase(),
      (left) => ({ statuses: left }),
    ),
    ...namedChips<PositionFilter, string>('servizio', filter.services, serviceName, (left) => ({
      services: left,
    })),
    ...baseChips(filter, documentName),
  ];
}

/** The dot that has the same weight for the clerk; a paid one that differs is to be looked at. */
export function dotOfPosition({ status, flags }: Pick<Position, 'status' | 'flags'>): Dot {
  if (flags.length > 0) return 'warning';
  return dots[status];
}

const dots: Readonly<Record<Position['status'], Dot>> = {
  overdue: 'problem',
  unpaid: 'waiting',
  'without-iuv': 'none',
  paid: 'yes',
  cancelled: 'none',
};
