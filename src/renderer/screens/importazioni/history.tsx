import { useEffect } from 'react';
import { MoreButton } from '../../components/more-button.tsx';
import { Sheet } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useApi } from '../../state/api.tsx';
import { useLongList } from '../../state/use-long-list.ts';
import { DropRow } from './drop-row.tsx';
import classes from './importazioni.module.css';

const pageSize = 30;

/** Everything that was imported, newest first. */
export function History({ open }: { readonly open: string | null }) {
  const { link } = useApi();
  const list = useLongList('drops', (after) => link.call('drops.list', { after, limit: pageSize }));
  const { rows, goesOn, loading, more } = list;
  const last = rows.at(-1)?.importedAt;

  // The drop that is asked for may be further down.
  useEffect(() => {
    if (open !== null && last !== undefined && last > open && goesOn && !loading) more();
  }, [open, last, goesOn, loading, more]);

  if (list.first || (rows.length === 0 && list.problem === null)) return null;
  return (
    <Sheet title="Importazioni fatte">
      <ProblemNotice problem={list.problem} again={more} />
      <ul className={classes['drops']} aria-busy={loading}>
        {rows.map((drop) => (
          <DropRow key={drop.importedAt} drop={drop} asked={drop.importedAt === open} />
        ))}
      </ul>
      <MoreButton goesOn={goesOn} loading={loading} onMore={more} label="Mostra altre importazioni" />
    </Sheet>
  );
}
