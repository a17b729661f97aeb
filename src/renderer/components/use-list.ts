import { useCallback } from 'react';
import type { Link } from '../../shared/contract/link.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Result } from '../../shared/domain/result.ts';
import { useApi } from '../state/api.tsx';
import type { BaseFilter, ListAsk, ListReading } from './list-ask.ts';
import type { LoadedPage, LoadPage, PageRequest } from './table/row-window.ts';
import { useDocumentName } from './use-document-name.ts';
import { useListView, type ListView } from './use-list-view.ts';

/** Which list a screen shows: its name in the address, how it reads that, and how a page of it is asked for. */
export interface ListOf<Row, Filter extends BaseFilter, By extends string> {
  readonly screen: string;
  readonly reading: ListReading<Filter, By>;
  readonly page: (
    link: Link,
    asked: Pick<ListAsk<Filter, By>, 'filter' | 'sort'> & PageRequest,
    options: { readonly signal: AbortSignal },
  ) => Promise<Result<LoadedPage<Row>, Problem>>;
}

/** A list as its address has it: what it shows, the ways to change that, and its rows page by page. */
export interface List<Row, Filter extends BaseFilter, By extends string> extends Pick<
  ListOf<Row, Filter, By>,
  'screen' | 'reading'
> {
  readonly view: ListView<Filter, By>;
  readonly load: LoadPage<Row>;
  /** Of the document that it is narrowed to; null until that is known. */
  readonly documentName: string | null;
}

export function useList<Row, Filter extends BaseFilter, By extends string>(
  { screen, reading, page }: ListOf<Row, Filter, By>,
  ask: Readonly<Record<string, unknown>>,
): List<Row, Filter, By> {
  const { link } = useApi();
  const view = useListView(screen, ask, reading);
  const { filter, sort } = view;
  const documentName = useDocumentName(filter.document);
  const load = useCallback(
    (request: PageRequest, signal: AbortSignal) => page(link, { filter, sort, ...request }, { signal }),
    [link, page, filter, sort],
  );
  return { screen, reading, view, load, documentName };
}
