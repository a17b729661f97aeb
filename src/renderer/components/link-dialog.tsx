import { Loader, Radio, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import { flowLabels } from '../../shared/wording/labels.ts';
import { euro, italianDay } from '../../shared/wording/figures.ts';
import { useQuestion } from '../state/use-question.ts';
import { DecisionDialog, NoteField } from './decision-dialog.tsx';
import classes from './evidence.module.css';

type Provvisorio = Output<'provvisori.read'>['provvisorio'];

const shown = 8;

/** «Abbina a un flusso…»: looked for by its IUF, its PSP or its amount. */
export function LinkDialog(props: { readonly provvisorio: Provvisorio; readonly onClose: () => void }) {
  const { esercizio, numero, conto, cents } = props.provvisorio;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const answer = useQuestion('flussi.list', {
    filter: wanted === '' ? { buckets: ['awaiting', 'missing', 'partial'] } : { search: wanted },
    sort: { by: 'attention' },
    limit: shown,
  });
  const found = answer.value?.rows ?? [];
  const iuf = found.some((flusso) => flusso.iuf === chosen) ? chosen : null;
  return (
    <DecisionDialog
      title="Abbina a un flusso"
      size="lg"
      sentence={`I ${euro(cents)} del provvisorio ${numero}/${esercizio} conteranno per il flusso scelto, qualunque cosa dica la causale.`}
      confirm="Abbina"
      decision={
        iuf === null
          ? null
          : { kind: 'link', provvisorio: { esercizio, numero, conto }, iuf, note: note.trim() }
      }
      done="Provvisorio abbinato al flusso."
      onClose={props.onClose}
    >
      <TextInput
        label="Cerca il flusso"
        description="Una parte dell’IUF, il PSP, o l’importo del flusso (1.234,56)"
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        rightSection={answer.waiting ? <Loader size="xs" aria-hidden="true" /> : null}
      />
      <Radio.Group
        label={wanted === '' ? 'Flussi che aspettano denaro' : 'Flussi trovati'}
        value={iuf ?? ''}
        onChange={setChosen}
      >
        <div className={classes['choices']} role="presentation">
          {found.map((flusso) => (
            <Radio
              key={flusso.iuf}
              value={flusso.iuf}
              label={<span className="code">{flusso.iuf}</span>}
              description={`${italianDay(flusso.date)} · ${euro(flusso.cents)} · ricevuti ${euro(flusso.receivedCents)} · ${flowLabels[flusso.bucket]}`}
            />
          ))}
        </div>
        {found.length === 0 && !answer.waiting && (
          <Text size="sm" c="dimmed" role="status">
            {wanted === ''
              ? 'Nessun flusso aspetta denaro: cercarne uno qui sopra.'
              : 'Nessun flusso corrisponde: controllare quello che si è scritto, o importare il flusso.'}
          </Text>
        )}
        {found.length === shown && (
          <Text size="xs" c="dimmed">
            Se ne mostrano {shown}: scrivere di più per trovare gli altri.
          </Text>
        )}
      </Radio.Group>
      <NoteField label="Nota (facoltativa)" value={note} onChange={setNote} rows={1} />
    </DecisionDialog>
  );
}
