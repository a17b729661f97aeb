import { useCallback, useMemo, useRef } from 'react';
import { euro, many } from '../../../../shared/wording/figures.ts';
import { ok } from '../../../../shared/domain/result.ts';
import { Drawer } from '../../../components/drawer.tsx';
import list from '../../../components/list-screen.module.css';
import { StatusBar } from '../../../components/status-bar.tsx';
import { copyRows } from '../../../components/table/copy-rows.ts';
import { RecordsTable, type TableHandle } from '../../../components/table/records-table.tsx';
import type { PageRequest } from '../../../components/table/row-window.ts';
import { useColumns } from '../../../components/table/use-columns.ts';
import { useSelection } from '../../../components/table/use-selection.ts';
import { nameOf, useApi } from '../../../state/api.tsx';
import { useQuestion } from '../../../state/use-question.ts';
import classes from './coda.module.css';
import { messageColumns, type Message } from './columns.tsx';
import { EmptyMessages } from './empty-messages.tsx';
import { MessageCard } from './message-card.tsx';
import type { CodaAsk, MessageFilter } from './reading.ts';

const tableId = 'messaggi';

/** Every message, and the card of the one that is open. */
export function MessageTable(props: {
  readonly shown: CodaAsk;
  readonly campaignName: (id: number) => string;
  readonly setFilter: (part: Partial<MessageFilter>) => void;
  readonly openCard: (id: number | null) => void;
}) {
  const { shown, campaignName, setFilter, openCard } = props;
  const { filter, open } = shown;
  const { link, ledger } = useApi();
  const table = useRef<TableHandle>(null);
  const drawer = useRef<HTMLElement>(null);
  const selection = useSelection(keyOf, centsOf);
  const columns = useMemo(() => messageColumns(setFilter, campaignName), [setFilter, campaignName]);
  const { visibility } = useColumns(tableId, columns);
  const count = useQuestion('outbox.messages', { filter, limit: 1 }).value?.count ?? null;
  const load = useCallback(
    async ({ after, ...page }: PageRequest, signal: AbortSignal) => {
      const asked = { filter, ...page, after: Number(after ?? 0) };
      const told = await link.call('outbox.messages', asked, { signal });
      if (!told.ok) return told;
      const { rows, previous, next } = told.value;
      return ok({ rows, previous: previous?.toString() ?? null, next: next?.toString() ?? null });
    },
    [link, filter],
  );
  const isNarrowed = filter.campaign !== null || filter.states.length > 0 || filter.search !== null;

  function close(): void {
    openCard(null);
    table.current?.focus();
  }
  function onKeyDownCapture(event: React.KeyboardEvent): void {
    if (event.key !== 'Escape' || open === null || !(event.target instanceof HTMLElement)) return;
    if (event.target.closest('input, [role=menu]') !== null) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }
  return (
    <div className={classes['split']} onKeyDownCapture={onKeyDownCapture}>
      <div className={list['list']}>
        <RecordsTable
          aside
          handle={table}
          id={tableId}
          label="Messaggi"
          columns={columns}
          load={load}
          question={nameOf({ ledger, filter })}
          total={count}
          rowKey={keyOf}
          sort={inOrder}
          onSort={noSort}
          onOpen={(row) => (row.id === open ? drawer.current?.focus() : openCard(row.id))}
          opened={open === null ? null : String(open)}
          selection={selection}
          empty={<EmptyMessages narrowed={isNarrowed} onClear={() => setFilter(noFilter)} />}
        />
        <StatusBar
          summary={count === null ? 'Si contano i messaggi…' : many(count, 'messaggio', 'messaggi')}
          narrowed={isNarrowed}
          selected={selection.size}
          selectedAmount={euro(selection.cents)}
          onCopy={() =>
            void copyRows(
              columns.filter((column) => visibility[column.id] === true),
              selection.rows(),
            )
          }
          onClear={() => {
            selection.clear();
            table.current?.focus();
          }}
        />
      </div>
      {open !== null && (
        <Drawer
          ref={drawer}
          subject={String(open)}
          kind="Messaggio"
          title={<MessageTitle id={open} />}
          onClose={close}
          onStep={(by) => table.current?.step(by)}
        >
          <MessageCard id={open} campaignName={campaignName} />
        </Drawer>
      )}
    </div>
  );
}

function MessageTitle({ id }: { readonly id: number }) {
  const message = useQuestion('outbox.message', { id }).value?.message;
  return <>{message?.name ?? (message === undefined ? `Messaggio ${id}` : `Riga ${message.row}`)}</>;
}

const noFilter: MessageFilter = { campaign: null, states: [], search: null };
/** The messages stand as they were prepared. */
const inOrder = { by: 'id', descending: false };
const noSort = (): void => undefined;
const keyOf = ({ id }: Message): string => String(id);
const centsOf = ({ cents }: Message): number => cents ?? 0;
