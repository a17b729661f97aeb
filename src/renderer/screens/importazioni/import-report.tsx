import { Button, Group, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import { many } from '../../../shared/wording/figures.ts';
import { Sheet } from '../../components/page.tsx';
import { useApi } from '../../state/api.tsx';
import { useImporting, type Unreadable } from '../../state/importing.tsx';
import { addressOf } from '../../state/route.ts';
import { useQuestion } from '../../state/use-question.ts';
import { DropDocuments } from './drop-documents.tsx';
import { unreadRemark } from './import-preview.tsx';
import { GiornaliTable } from './giornali-table.tsx';
import classes from './importazioni.module.css';
import { remarkOf } from './remarks-of.ts';
import { Remarks } from './remarks.tsx';
import { ReportTable } from './report-table.tsx';
import { sayKinds } from './report-words.ts';
import { useKeys } from '../../components/use-keys.ts';

type Result = Output<'documents.import'>;

/** What an import brought. */
export function ImportReport(props: { readonly result: Result; readonly unreadable: readonly Unreadable[] }) {
  const { result, unreadable } = props;
  const { ledger } = useApi();
  const { close } = useImporting();
  const heading = useRef<HTMLSpanElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useKeys({ onEscape: close });

  const told = result.documents.flatMap((document) => ('from' in document ? [] : [document]));
  const giornali = told.flatMap(({ id, name, report }) =>
    id === null || report === null ? [] : [{ id, name, report }],
  );
  const [only] = giornali;
  const remarks = [
    ...unreadable.map(unreadRemark),
    ...told
      .toSorted((a, b) => Number(b.problem !== null) - Number(a.problem !== null))
      .flatMap((document) => remarkOf(document, document.refusedRows.length, document.id) ?? []),
  ];

  return (
    <Sheet
      title={
        <span ref={heading} tabIndex={-1} className={classes['done']}>
          {result.importedAt !== null && <IconCircleCheck size={22} aria-hidden="true" />}
          {result.importedAt === null ? 'Nulla di nuovo da importare' : 'Importazione finita'}
        </span>
      }
      aside={
        <Group gap="xs">
          <Button
            component="a"
            size="xs"
            variant="default"
            href={addressOf({ ledger, screen: 'cruscotto', ask: {} })}
          >
            Vai al cruscotto
          </Button>
          <Button size="xs" onClick={close}>
            Chiudi
          </Button>
        </Group>
      }
    >
      <div className={classes['stack']}>
        <Brought result={result} />
        {result.report !== null && (
          <ReportTable report={result.report} document={giornali.length === 1 ? (only?.id ?? null) : null} />
        )}
        {giornali.length > 1 && <GiornaliTable giornali={giornali} />}
        {remarks.length > 0 && (
          <div>
            <h3 className={classes['subtitle']}>Da guardare ({remarks.length.toLocaleString('it-IT')})</h3>
            <Remarks remarks={remarks} />
          </div>
        )}
        {result.importedAt !== null && <AllDocuments importedAt={result.importedAt} />}
      </div>
    </Sheet>
  );
}

/** How many papers of each kind; a drop may have a hundred thousand, which are counted by the ledger. */
function Brought({ result }: { readonly result: Result }) {
  const { importedAt, documents } = result;
  const newest = useQuestion('drops.list', importedAt === null ? null : { limit: 20 });
  const drop = newest.value?.rows.find((one) => one.importedAt === importedAt);
  const known = countOf(documents, 'already-imported');
  const refused = countOf(documents, 'refused');
  const words = [
    ...(drop === undefined ? [] : [`Importati: ${sayKinds(drop.kinds)}`]),
    ...(known > 0 ? [many(known, 'documento era già noto', 'documenti erano già noti')] : []),
    ...(refused > 0 ? [many(refused, 'documento rifiutato', 'documenti rifiutati')] : []),
  ];
  return <Text role="status">{words.length === 0 ? '\u00a0' : `${words.join('; ')}.`}</Text>;
}

/** Of how many documents, told one by one or as ranges, that became. */
function countOf(documents: Result['documents'], outcome: 'already-imported' | 'refused'): number {
  return documents.reduce((sum, one) => {
    if (!('from' in one)) return sum + (one.outcome === outcome ? 1 : 0);
    const isSo = one.known !== null && outcome === 'already-imported';
    return sum + (isSo ? one.to - one.from + 1 : 0);
  }, 0);
}

function AllDocuments({ importedAt }: { readonly importedAt: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={classes['fold']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Tutti i documenti importati</summary>
      {open && <DropDocuments importedAt={importedAt} />}
    </details>
  );
}
