import { Button, Group } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import { many, sayMoment } from '../../../shared/wording/figures.ts';
import { kindLabels } from '../../../shared/wording/labels.ts';
import { sayWarning } from '../../../shared/wording/warnings.ts';
import classes from './importazioni.module.css';
import { RefusedRowsButton } from './refused-rows-button.tsx';
import { ReportTable } from './report-table.tsx';
import { UndoDialog } from './undo-dialog.tsx';

type Document = Output<'documents.list'>['rows'][number];

/** A document that was imported: what there was to say, its report, and the way to take it back. */
export function DocumentRow({ document }: { readonly document: Document }) {
  const { id, name, kind, undoneAt, warnings, refusedRows, report, reportToday } = document;
  const [undoing, setUndoing] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  return (
    <li ref={row} tabIndex={-1} className={classes['document']} data-gone={undoneAt !== null}>
      <Group justify="space-between" align="baseline" wrap="nowrap" gap="sm">
        <div className={classes['documentWords']}>
          <span className={classes['name']}>{name}</span>
          <span className={classes['soft']}>{` · ${kindLabels[kind]}`}</span>
          {undoneAt !== null && (
            <span className={classes['undone']}>{` · annullato il ${sayMoment(undoneAt)}`}</span>
          )}
        </div>
        {undoneAt === null && (
          <Group gap={6} wrap="nowrap" className={classes['documentActions']}>
            {refusedRows.length > 0 && <RefusedRowsButton id={id} />}
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={`Annulla il documento ${name}`}
              onClick={() => setUndoing(true)}
            >
              Annulla…
            </Button>
          </Group>
        )}
      </Group>
      {undoneAt === null && (
        <>
          {warnings.map((warning, index) => (
            <div key={index} className={classes['sentence']}>
              {sayWarning(warning)}
            </div>
          ))}
          {refusedRows.length > 0 && (
            <div className={classes['sentence']}>
              {many(refusedRows.length, 'riga scartata', 'righe scartate')}: il resto del documento è nel
              registro.
            </div>
          )}
          {report !== null && (
            <details className={classes['fold']}>
              <summary>Rapporto del giornale, allora e oggi</summary>
              <ReportTable report={report} today={reportToday} document={id} />
            </details>
          )}
        </>
      )}
      <UndoDialog
        what={{ of: 'document', document }}
        opened={undoing}
        onClose={() => setUndoing(false)}
        onDone={() => row.current?.focus()}
      />
    </li>
  );
}
