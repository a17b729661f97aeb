import type { Checked, Input, Output } from '../../../shared/contract/api.ts';
import { ageBuckets, regularisationStages } from '../../../shared/domain/regularisation.ts';
import { ageLabels, stageLabels } from '../../../shared/wording/regularisation.ts';
import { baseChips, namedChips, type Chip } from '../../components/chips.ts';
import { namesOf, readBaseFilter, textsOf, type ListReading } from '../../components/list-ask.ts';

export type RegularisationFilter = Checked<'regularisation.list'>['filter'];
export type RegularisationSort = NonNullable<Input<'regularisation.list'>['sort']>['by'];
export type Regularisation = Output<'regularisation.list'>['rows'][number];
export type Part = Regularisation['parts'][number];

/** How the list of what is to be regularised makes sense of an address. */
export const regularisationReading: ListReading<RegularisationFilter, RegularisationSort> = {
  filter: (ask) => ({
    ...readBaseFilter(ask),
    stages: orUsual(namesOf(ask['stages'], regularisationStages)),
    services: textsOf(ask['services']),
    ages: namesOf(ask['ages'], ageBuckets),
  }),
  sorts: ['date', 'cents', 'openCents', 'numero'],
  usualSort: { by: 'date', descending: false },
};

/** What it is narrowed to, in words. */
export function regularisationChips(
  filter: RegularisationFilter,
  serviceName: (id: string) => string,
  documentName: string | null,
): readonly Chip<RegularisationFilter>[] {
  return [
    ...namedChips<RegularisationFilter, Regularisation['stage']>(
      'stato',
      toldStages(filter),
      (stage) => stageLabels[stage].toLowerCase(),
      (left) => ({ stages: left }),
    ),
    ...namedChips<RegularisationFilter, string>('servizio', filter.services, serviceName, (left) => ({
      services: left,
    })),
    ...namedChips<RegularisationFilter, RegularisationFilter['ages'][number]>(
      'aperto da',
      filter.ages,
      (age) => ageLabels[age],
      (left) => ({ ages: left }),
    ),
    ...baseChips(filter, documentName),
  ];
}

/** What nobody asks otherwise: all that is not done. */
const usualStages: readonly Regularisation['stage'][] = ['open', 'sent', 'partly'];

function orUsual(stages: readonly Regularisation['stage'][]): readonly Regularisation['stage'][] {
  return stages.length === 0 ? usualStages : stages;
}

/** The usual ones need no word. */
function toldStages({ stages }: RegularisationFilter): readonly Regularisation['stage'][] {
  return usualStages.length === stages.length && usualStages.every((stage) => stages.includes(stage))
    ? []
    : stages;
}

/** What can be sent: all that no reversale covers whole, and that was not sent already. */
export function canBeSent({ stage, sent }: Regularisation): boolean {
  return stage !== 'done' && sent === null;
}
