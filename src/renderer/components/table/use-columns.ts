import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useMemo } from 'react';
import { usePreference } from '../../state/preferences.tsx';
import { isRecord } from '../../state/route.ts';
import type { Column } from './column.ts';

/** Where the table has room for every column that is not asked for seldom. */
const wideWindow = '(min-width: 1560px)';

type Flags = Record<string, boolean>;
type Widths = Record<string, number>;

/** Which columns of a table are shown and how wide: remembered for the person. */
export function useColumns<Row>(id: string, columns: readonly Column<Row>[]) {
  const wide = useMediaQuery(wideWindow, undefined, { getInitialValueInEffect: false });
  const usual = useMemo(
    () =>
      Object.fromEntries(
        columns.map(({ id: name, hidden }) => [name, hidden === undefined || (hidden === 'narrow' && wide)]),
      ),
    [columns, wide],
  );
  const [chosen, setVisibility] = usePreference<Flags>(`${id}.colonne`, readFlags);
  const [sizing, writeSizing] = usePreference<Widths>(`${id}.larghezze`, readWidths);
  const visibility = useMemo(() => ({ ...usual, ...chosen }), [usual, chosen]);
  const setSizing = useCallback(
    (change: Widths | ((before: Widths) => Widths)) =>
      writeSizing(typeof change === 'function' ? change(sizing) : change),
    [sizing, writeSizing],
  );
  return { visibility, setVisibility, sizing, setSizing };
}

function readFlags(kept: unknown): Flags {
  const entries = isRecord(kept) ? Object.entries(kept) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
  );
}

function readWidths(kept: unknown): Widths {
  const entries = isRecord(kept) ? Object.entries(kept) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
