import { useEffect, useMemo, useRef } from 'react';
import { nameOf, useApi } from '../state/api.tsx';
import { goTo } from '../state/route.ts';
import { askOf, readAsk, type BaseFilter, type ListAsk, type ListReading } from './list-ask.ts';
import type { Sort } from './table/column.ts';

/** What a list shows, and the ways to change that; all of it lives in the address. */
export interface ListView<Filter extends BaseFilter, By extends string> extends ListAsk<Filter, By> {
  /** Names the rows that are asked for: another name, other rows. */
  readonly question: string;
  /** Changes parts of the filter and leaves the others. */
  readonly setFilter: (part: Partial<Filter> | Partial<BaseFilter>) => void;
  /** Puts a whole filter, with its order, in place of this one. */
  readonly replace: (ask: Readonly<Record<string, unknown>>) => void;
  readonly clear: () => void;
  readonly setSort: (sort: Sort) => void;
  /** Opens a card, as a step that Back undoes, or puts another in its place; null closes it. */
  readonly openCard: (key: string | null) => void;
}

export function useListView<Filter extends BaseFilter, By extends string>(
  screen: string,
  ask: Readonly<Record<string, unknown>>,
  reading: ListReading<Filter, By>,
): ListView<Filter, By> {
  const { ledger } = useApi();
  const shown = useMemo(() => readAsk(ask, reading), [ask, reading]);
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  }, [shown]);

  const actions = useMemo(() => {
    const show = (next: Omit<ListAsk<Filter, By>, 'search'>, inPlace: boolean): void => {
      latest.current = { ...next, search: false };
      goTo({ ledger, screen, ask: askOf(next, reading.usualSort) }, inPlace);
    };
    return {
      setFilter: (part: Partial<Filter> | Partial<BaseFilter>) =>
        show({ ...latest.current, filter: { ...latest.current.filter, ...part } }, true),
      replace: (next: Readonly<Record<string, unknown>>) =>
        show({ ...readAsk(next, reading), open: latest.current.open }, true),
      clear: () => show({ ...latest.current, filter: reading.filter({}) }, true),
      setSort: ({ by, descending }: Sort) => {
        const name = reading.sorts.find((sort) => sort === by);
        if (name !== undefined) show({ ...latest.current, sort: { by: name, descending } }, true);
      },
      openCard: (key: string | null) => show({ ...latest.current, open: key }, latest.current.open !== null),
    };
  }, [ledger, screen, reading]);

  const { filter, sort } = shown;
  const question = nameOf({ ledger, filter, sort });
  return useMemo(() => ({ ...shown, ...actions, question }), [shown, actions, question]);
}
