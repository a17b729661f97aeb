import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import { kindLabels } from '../../../shared/wording/labels.ts';
import { GuideLink } from '../../components/guide-link.tsx';
import { ColumnsDialog } from './columns-dialog.tsx';
import { RefusedRowsButton } from './refused-rows-button.tsx';
import type { Remark } from './remarks-of.ts';
import classes from './importazioni.module.css';
import { useFileName } from '../../components/personal.tsx';

const shownAtFirst = 20;

/** The documents of which there is something to say, the refused ones first. */
export function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  const [shown, setShown] = useState(shownAtFirst);
  const shownName = useFileName();
  const [matched, setMatched] = useState<string | null>(null);
  return (
    <>
      <ul className={classes['remarks']}>
        {remarks.slice(0, shown).map((remark, index) => (
          // Two documents may have the same name.
          <li key={index} className={classes['remark']} data-bad={remark.bad}>
            {remark.bad ? (
              <IconCircleX size={18} aria-hidden="true" className={classes['remarkIcon']} />
            ) : (
              <IconAlertTriangle size={18} aria-hidden="true" className={classes['remarkIcon']} />
            )}
            <div className={classes['remarkWords']}>
              <div>
                <strong className={classes['name']}>{shownName(remark.name)}</strong>
                <span className={classes['soft']}>
                  {remark.kind !== null && ` · ${kindLabels[remark.kind]}`}
                  {remark.bad && ' · rifiutato'}
                </span>
              </div>
              {remark.sentences.map((sentence) => (
                <div key={sentence}>{shownName(sentence)}</div>
              ))}
              {remark.voce !== null && (
                <div>
                  <GuideLink voce={remark.voce}>Leggere nella guida</GuideLink>
                </div>
              )}
            </div>
            {remark.refusedRowsOf !== null && <RefusedRowsButton id={remark.refusedRowsOf} />}
            {remark.hasColumnsToMatch && (
              <Button
                size="compact-sm"
                variant="light"
                aria-label={`Abbina le colonne di ${shownName(remark.name)}`}
                onClick={() => setMatched(remark.name)}
              >
                Abbina le colonne…
              </Button>
            )}
          </li>
        ))}
      </ul>
      {remarks.length > shown && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + 200)}>
          Mostra altri {(remarks.length - shown).toLocaleString('it-IT')}
        </Button>
      )}
      {matched !== null && <ColumnsDialog document={matched} onClose={() => setMatched(null)} />}
    </>
  );
}
