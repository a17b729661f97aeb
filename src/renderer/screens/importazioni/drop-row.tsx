import { Button } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import { many, sayMoment } from '../../../shared/wording/figures.ts';
import { DropDocuments } from './drop-documents.tsx';
import classes from './importazioni.module.css';
import { sayKinds, sayReport } from './report-words.ts';
import { UndoDialog } from './undo-dialog.tsx';

type Drop = Output<'drops.list'>['rows'][number];

/** One drop of the history; opened, it shows its documents. */
export function DropRow({ drop, asked }: { readonly drop: Drop; readonly asked: boolean }) {
  const [open, setOpen] = useState(asked);
  const [undoing, setUndoing] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const inside = useId();
  const gone = drop.undone === drop.documents;

  useEffect(() => {
    if (!asked) return;
    setOpen(true);
    toggle.current?.scrollIntoView({ block: 'start' });
    toggle.current?.focus();
  }, [asked]);

  return (
    <li className={classes['drop']} data-gone={gone}>
      <button
        ref={toggle}
        type="button"
        className={classes['toggle']}
        aria-expanded={open}
        aria-controls={inside}
        onClick={() => setOpen(!open)}
      >
        <IconChevronRight size={18} aria-hidden="true" className={classes['chevron']} />
        <span className={`${classes['when']} figures`}>{sayMoment(drop.importedAt)}</span>
        <span className={classes['what']}>
          <span className={classes['kinds']}>{sayKinds(drop.kinds)}</span>
          <span className={classes['soft']}>
            {drop.report === null || drop.report.new === 0 ? sayNames(drop) : sayReport(drop.report)}
          </span>
        </span>
        <Marks drop={drop} gone={gone} />
      </button>
      <div id={inside} hidden={!open} className={classes['inside']}>
        {open && (
          <>
            {!gone && (
              <div className={classes['undoAll']}>
                <Button color="red" variant="outline" size="xs" onClick={() => setUndoing(true)}>
                  Annulla tutta l’importazione…
                </Button>
              </div>
            )}
            <DropDocuments importedAt={drop.importedAt} />
          </>
        )}
      </div>
      <UndoDialog
        what={{ of: 'drop', drop }}
        opened={undoing}
        onClose={() => setUndoing(false)}
        onDone={() => toggle.current?.focus()}
      />
    </li>
  );
}

function Marks({ drop, gone }: { readonly drop: Drop; readonly gone: boolean }) {
  const { warnings, refusedRows, undone, documents } = drop;
  const toLookAt = [
    ...(warnings > 0 ? [many(warnings, 'avviso', 'avvisi')] : []),
    ...(refusedRows > 0 ? [many(refusedRows, 'riga scartata', 'righe scartate')] : []),
  ];
  return (
    <span className={classes['marks']}>
      {gone ? (
        <span className={classes['undone']}>annullata</span>
      ) : (
        undone > 0 && (
          <span className={classes['undone']}>
            {`${undone.toLocaleString('it-IT')} di ${documents.toLocaleString('it-IT')} annullati`}
          </span>
        )
      )}
      {!gone && toLookAt.length > 0 && (
        <span className={classes['warned']}>
          <IconAlertTriangle size={15} aria-hidden="true" />
          {toLookAt.join(', ')}
        </span>
      )}
    </span>
  );
}

function sayNames({ names, documents }: Drop): string {
  const left = documents - names.length;
  return `${names.join(', ')}${left > 0 ? ` e ${left === 1 ? 'un altro' : `altri ${left.toLocaleString('it-IT')}`}` : ''}`;
}
