import { Loader } from '@mantine/core';
import { MoreButton } from '../../components/more-button.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useApi } from '../../state/api.tsx';
import { useLongList } from '../../state/use-long-list.ts';
import { DocumentRow } from './document-row.tsx';
import classes from './importazioni.module.css';

const pageSize = 50;

/** The documents of one drop, page by page. */
export function DropDocuments({ importedAt }: { readonly importedAt: string }) {
  const { link } = useApi();
  const list = useLongList(importedAt, (after) =>
    link.call('documents.list', { drop: importedAt, after, limit: pageSize }),
  );
  if (list.first) return <Loader size="sm" m="sm" aria-label="Caricamento dei documenti" />;
  return (
    <>
      <ProblemNotice problem={list.problem} again={list.more} />
      <ul className={classes['documents']} aria-busy={list.loading}>
        {list.rows.map((document) => (
          <DocumentRow key={document.id} document={document} />
        ))}
      </ul>
      <MoreButton
        goesOn={list.goesOn}
        loading={list.loading}
        onMore={list.more}
        label="Mostra altri documenti"
      />
    </>
  );
}
