import { ActionIcon, Autocomplete, Group, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import { euro, italianDay } from '../../shared/wording/figures.ts';
import { useQuestion } from '../state/use-question.ts';
import { DecisionDialog, NoteField } from './decision-dialog.tsx';
import { isRepeated, sharesOfRows, withEmptyRow, withRow, type ShareRow } from './share-rows.ts';
import { typedAmount } from './typed-values.ts';

type Provvisorio = Output<'provvisori.read'>['provvisorio'];

const shown = 12;

/** «Ripartisci…»: so much of the money to each flusso; what is left over waits to be cleared up. */
export function ShareDialog(props: {
  readonly provvisorio: Provvisorio;
  /** What stands in the rows at first. */
  readonly begin: readonly { readonly iuf: string; readonly cents: number | null }[];
  readonly onClose: () => void;
}) {
  const { esercizio, numero, conto, cents } = props.provvisorio;
  const [rows, setRows] = useState(() => rowsOf(props.begin));
  const [note, setNote] = useState('');
  const { shares, left, ready } = sharesOfRows(rows, cents);
  return (
    <DecisionDialog
      title="Ripartisci fra più flussi"
      size="lg"
      sentence={`I ${euro(cents)} del provvisorio ${numero}/${esercizio} conteranno per i flussi indicati, qualunque cosa dica la causale. Quello che avanza resta da chiarire.`}
      confirm="Ripartisci"
      decision={
        ready ? { kind: 'share', provvisorio: { esercizio, numero, conto }, shares, note: note.trim() } : null
      }
      done="Provvisorio ripartito fra i flussi."
      onClose={props.onClose}
    >
      <div role="group" aria-label="Quote">
        {rows.map((row, index) => (
          <ShareLine
            key={row.id}
            row={row}
            place={index + 1}
            left={left}
            repeated={isRepeated(rows, row)}
            onChange={(changed) => setRows(withRow(rows, changed))}
            onRemove={
              index === rows.length - 1
                ? null
                : () => setRows(withEmptyRow(rows.filter(({ id }) => id !== row.id)))
            }
          />
        ))}
      </div>
      <Text size="sm" fw={600} role="status" className="figures" c={left < 0 ? 'red' : ''}>
        {left < 0 ? `Le quote superano il provvisorio di ${euro(-left)}` : `Restano ${euro(left)}`}
      </Text>
      <NoteField label="Nota (facoltativa)" value={note} onChange={setNote} rows={1} />
    </DecisionDialog>
  );
}

/** A flusso and its part: choosing a flusso that awaits money proposes what it misses. */
function ShareLine(props: {
  readonly row: ShareRow;
  readonly place: number;
  readonly left: number;
  readonly repeated: boolean;
  readonly onChange: (row: ShareRow) => void;
  readonly onRemove: (() => void) | null;
}) {
  const { row, place, left, repeated, onChange, onRemove } = props;
  const wanted = useDeferredValue(row.iuf.trim());
  const answer = useQuestion('flussi.list', {
    filter: wanted === '' ? { buckets: ['awaiting', 'missing', 'partial'] } : { search: wanted },
    sort: { by: 'attention' },
    limit: shown,
  });
  const found = new Map((answer.value?.rows ?? []).map((flusso) => [flusso.iuf, flusso]));
  const typed = typedAmount(row.amount);

  function choose(iuf: string): void {
    const flusso = found.get(iuf);
    const missing = flusso === undefined ? 0 : flusso.cents - flusso.receivedCents;
    const proposed = row.amount.trim() === '' ? Math.min(missing, left) : 0;
    onChange({ ...row, iuf, amount: proposed > 0 ? plainAmount(proposed) : row.amount });
  }

  return (
    <Group align="flex-start" gap="xs" wrap="nowrap" mb="xs">
      <Autocomplete
        aria-label={`Flusso della quota ${place}`}
        placeholder="IUF, o una parte"
        flex={1}
        data-autofocus={place === 1 || undefined}
        data={[...found.keys()]}
        filter={({ options }) => options}
        maxLength={35}
        spellCheck={false}
        value={row.iuf}
        error={repeated ? 'Questo flusso ha già una quota' : undefined}
        onChange={(iuf) => onChange({ ...row, iuf })}
        onOptionSubmit={choose}
        renderOption={({ option: { value } }) => {
          const flusso = found.get(value);
          return (
            <div>
              <span className="code">{value}</span>
              {flusso !== undefined && (
                <Text size="xs" c="dimmed">
                  {italianDay(flusso.date)} · {euro(flusso.cents)} · ricevuti {euro(flusso.receivedCents)}
                </Text>
              )}
            </div>
          );
        }}
      />
      <TextInput
        aria-label={`Importo della quota ${place}`}
        placeholder="0,00"
        w={130}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        value={row.amount}
        error={typed.ok ? undefined : 'Importo non valido'}
        onChange={(event) => onChange({ ...row, amount: event.currentTarget.value })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="input-sm"
        aria-label={`Togli la quota ${place}`}
        disabled={onRemove === null}
        onClick={() => onRemove?.()}
      >
        <IconTrash size={17} aria-hidden="true" />
      </ActionIcon>
    </Group>
  );
}

function rowsOf(
  begin: readonly { readonly iuf: string; readonly cents: number | null }[],
): readonly ShareRow[] {
  return withEmptyRow(
    begin.map(({ iuf, cents }, id) => ({ id, iuf, amount: cents === null ? '' : plainAmount(cents) })),
  );
}

/** `1.234,56`, as one types it. */
const plainAmount = (cents: number): string => euro(cents).replace(/[^\d.,]/g, '');
