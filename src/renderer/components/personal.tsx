import { UnstyledButton } from '@mantine/core';
import { mask, maskCodiceFiscale } from '../../shared/domain/masked.ts';
import { maskFileName } from '../../shared/domain/without-people.ts';
import { useMoment, usePrivacy } from '../state/privacy.tsx';
import classes from './evidence.module.css';
import type { Column } from './table/column.ts';
import { useMemo } from 'react';

/** A codice fiscale, hidden until one asks: the card may be open in front of a counter. It hides itself again. */
export function CodiceFiscale({ text }: { readonly text: string }) {
  const { sharing, revealed } = usePrivacy();
  const [asked, show, cover] = useMoment();
  const isShown = !sharing && (asked || revealed);
  return (
    <span className={classes['code']}>
      <span className="code">{isShown ? text : hiddenCode(text)}</span>
      {!sharing && (
        <UnstyledButton
          className={classes['inlineButton']}
          aria-label={isShown ? 'Nascondi il codice fiscale' : 'Mostra il codice fiscale'}
          data-tip={isShown ? undefined : 'Per 30 secondi'}
          onClick={asked ? cover : show}
        >
          {isShown ? 'Nascondi' : 'Mostra'}
        </UnstyledButton>
      )}
    </span>
  );
}

/** A IUV or a numero avviso: whole, unless others look on. */
export function Iuv({ text }: { readonly text: string }) {
  return <span className="code">{useCodice(text)}</span>;
}

/** A code of a payment as it may be shown now. */
export function useCodice(text: string): string {
  return usePrivacy().sharing ? mask('codice', text) : text;
}

/** How names of files may be shown now, where they come from no answer, or stay what files are found by. */
export function useFileName(): (name: string) => string {
  return usePrivacy().sharing ? maskFileName : whole;
}

const whole = (name: string): string => name;

/** Columns as they may be shown, and copied, now. */
export function useSafeColumns<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const { sharing, revealed } = usePrivacy();
  return useMemo(
    () => columns.map((column) => safeColumn(column, sharing, revealed)),
    [columns, sharing, revealed],
  );
}

function safeColumn<Row>(column: Column<Row>, sharing: boolean, revealed: boolean): Column<Row> {
  const kind = column.personal;
  const isHidden = kind === 'cf' ? !revealed : kind === 'codice' && sharing;
  const narrow = sharing && column.narrow !== undefined ? { narrow: narrowUnlessHidden(column) } : {};
  if (kind === undefined || !isHidden) return { ...column, ...narrow };
  const text = (row: Row): string => hide(kind, column.text(row));
  const show = (row: Row) => <span className="code">{text(row)}</span>;
  return { ...column, ...narrow, text, show };
}

function hide(kind: 'cf' | 'codice', text: string): string {
  return kind === 'cf' ? hiddenCode(text) : mask(kind, text);
}

/** What is hidden already comes hidden: it is not hidden twice. */
function hiddenCode(text: string): string {
  return text.includes('•') ? text : maskCodiceFiscale(text);
}

/** Nobody looks for dots. */
function narrowUnlessHidden<Row>(column: Column<Row>): (row: Row) => (() => void) | null {
  return (row) => (column.text(row).includes('•') ? null : (column.narrow?.(row) ?? null));
}
