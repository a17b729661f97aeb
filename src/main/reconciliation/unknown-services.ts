import { byText } from '../../shared/domain/order.ts';
import { hintOf, type ServiceHint } from '../../shared/domain/service.ts';
import type { HintGroup } from '../ledger/unknown-services.ts';

export interface UnknownServices {
  readonly count: number;
  readonly cents: number;
  readonly groups: readonly {
    readonly hint: ServiceHint;
    readonly count: number;
    readonly cents: number;
    readonly example: Pick<HintGroup, 'iuv' | 'iur' | 'index' | 'cents' | 'paidOn' | 'description'>;
  }[];
}

const mostShown = 200;

/** Payments without a service, together by their best hint: the most payments first. */
export function byHint(groups: readonly HintGroup[]): UnknownServices {
  const together = Map.groupBy(
    groups.toSorted((a, b) => byText(a.iuv, b.iuv) || byText(a.iur, b.iur) || a.index - b.index),
    (group) => JSON.stringify(hintOfGroup(group)),
  );
  const known = [...together.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined
      ? []
      : [{ hint: hintOfGroup(first), ...total(same), example: exampleOf(first) }];
  });
  return {
    ...total(groups),
    groups: known
      .toSorted((a, b) => b.count - a.count || b.cents - a.cents || byText(a.hint.value, b.hint.value))
      .slice(0, mostShown),
  };
}

function hintOfGroup({ category, tipoDovuto, positionCategory, iuv, words }: HintGroup): ServiceHint {
  return hintOf({ category, tipoDovuto, positionCategory, iuv, descriptions: [words] });
}

function total(groups: readonly HintGroup[]): { readonly count: number; readonly cents: number } {
  return {
    count: groups.reduce((sum, { count }) => sum + count, 0),
    cents: groups.reduce((sum, { cents }) => sum + cents, 0),
  };
}

function exampleOf({ iuv, iur, index, exampleCents, paidOn, description }: HintGroup) {
  return { iuv, iur, index, cents: exampleCents, paidOn, description };
}
