import { euro, italianDay } from '../../shared/wording/figures.ts';
import type { BaseFilter } from './list-ask.ts';

/** One thing that a filter asks for, in words, and the filter without it. */
export interface Chip<Filter extends BaseFilter> {
  readonly key: string;
  readonly text: string;
  readonly without: Partial<Filter>;
}

/** The chips of what every filter has; the search is seen in its box, and «Da guardare» in its button. */
export function baseChips(filter: BaseFilter, documentName: string | null): readonly Chip<BaseFilter>[] {
  const { from, to, centsFrom, centsTo, document } = filter;
  const chips: Chip<BaseFilter>[] = [];
  if (from !== null || to !== null)
    chips.push({ key: 'period', text: sayPeriod(from, to), without: { from: null, to: null } });
  if (centsFrom !== null || centsTo !== null)
    chips.push({
      key: 'cents',
      text: sayAmounts(centsFrom, centsTo),
      without: { centsFrom: null, centsTo: null },
    });
  if (document !== null)
    chips.push({
      key: 'document',
      text: `documento: ${documentName ?? `n. ${document}`}`,
      without: { document: null },
    });
  return chips;
}

/** One chip for each name that is asked for. */
export function namedChips<Filter extends BaseFilter, Name extends string>(
  subject: string,
  wanted: readonly Name[],
  label: (name: Name) => string,
  withNames: (names: readonly Name[]) => Partial<Filter>,
): readonly Chip<Filter>[] {
  return wanted.map((name) => ({
    key: `${subject} ${name}`,
    text: `${subject}: ${label(name)}`,
    without: withNames(wanted.filter((other) => other !== name)),
  }));
}

export function sayPeriod(from: string | null, to: string | null): string {
  if (from !== null && from === to) return `il ${italianDay(from)}`;
  if (to === null) return `dal ${italianDay(from)}`;
  return from === null ? `fino al ${italianDay(to)}` : `dal ${italianDay(from)} al ${italianDay(to)}`;
}

export function sayAmounts(from: number | null, to: number | null): string {
  if (from !== null && from === to) return euro(from);
  if (from !== null && to !== null) return `da ${euro(from)} a ${euro(to)}`;
  return from !== null ? `da ${euro(from)} in su` : `fino a ${euro(to ?? 0)}`;
}
