import { Radio, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import type { DecisionTarget } from '../../shared/domain/decision.ts';
import { useQuestion } from '../state/use-question.ts';
import { DecisionDialog, NoteField } from './decision-dialog.tsx';

type ProvvisorioKey = Pick<Output<'provvisori.read'>['provvisorio'], 'esercizio' | 'numero' | 'conto'>;

interface Closing {
  readonly onClose: () => void;
}

/** «Nota…»: a remark on a payment, a flusso or a provvisorio. */
export function NoteDialog({
  target,
  current,
  onClose,
}: Closing & { readonly target: DecisionTarget; readonly current: string }) {
  const [text, setText] = useState(current);
  const bare = text.trim();
  return (
    <DecisionDialog
      title="Nota"
      sentence="La nota resta nel registro con il vostro nome e la data. Non cambia nessun pallino."
      confirm="Scrivi la nota"
      decision={bare === current ? null : { kind: 'note', target, text: bare }}
      done={bare === '' ? 'Nota tolta.' : 'Nota scritta.'}
      onClose={onClose}
    >
      <NoteField
        label="Testo"
        description={current === '' ? '' : 'Per togliere la nota, cancellare il testo.'}
        value={text}
        rows={4}
        focus
        onChange={setText}
      />
    </DecisionDialog>
  );
}

const somebodyElse = 'altro';

/** «È di un altro partner…». */
export function PartnerDialog({ target, onClose }: Closing & { readonly target: DecisionTarget }) {
  const settings = useQuestion('settings.read', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const names = [...new Set((settings.value?.altriPartner ?? []).map(({ nome }) => nome))];
  const types = names.length === 0 || chosen === somebodyElse;
  const partner = (types ? typed : (chosen ?? '')).trim();
  return (
    <DecisionDialog
      title="È di un altro partner"
      sentence={partnerSentences[target.type]}
      confirm="Assegna"
      decision={partner === '' ? null : { kind: 'partner', target, partner, note: note.trim() }}
      done={`Assegnato a ${partner}.`}
      onClose={onClose}
    >
      {names.length > 0 && (
        <Select
          label="Partner Tecnologico"
          placeholder="Scegliere"
          required
          allowDeselect={false}
          data={[
            ...names.map((name) => ({ value: `nome ${name}`, label: name })),
            { value: somebodyElse, label: 'Un altro…' },
          ]}
          value={chosen === null || chosen === somebodyElse ? chosen : `nome ${chosen}`}
          onChange={(value) =>
            setChosen(value === null || value === somebodyElse ? value : value.slice('nome '.length))
          }
        />
      )}
      {types && (
        <TextInput
          label="Nome del partner"
          required
          maxLength={200}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <NoteField label="Nota (facoltativa)" value={note} onChange={setNote} />
    </DecisionDialog>
  );
}

const partnerSentences: Readonly<Record<DecisionTarget['type'], string>> = {
  payment:
    'Tutti i pagamenti di questo IUV escono dai nostri conti: li segue il programma dell’altro partner.',
  flusso:
    'Tutti i pagamenti di questo flusso escono dai nostri conti: li segue il programma dell’altro partner.',
  provvisorio:
    'Il denaro di questo provvisorio esce dai nostri conti: lo segue il programma dell’altro partner.',
};

/** «Non è pagoPA…»: only with a reason. */
export function ExcludeDialog({ provvisorio, onClose }: Closing & { readonly provvisorio: ProvvisorioKey }) {
  const [note, setNote] = useState('');
  const bare = note.trim();
  return (
    <DecisionDialog
      title="Non è pagoPA"
      sentence="Il provvisorio non sarà più cercato fra i flussi e non farà differenza. Serve dire perché."
      confirm="Escludi"
      decision={bare === '' ? null : { kind: 'exclude', provvisorio, note: bare }}
      done="Provvisorio escluso: non è pagoPA."
      onClose={onClose}
    >
      <NoteField
        label="Perché non è pagoPA"
        description="Per esempio: contributo regionale, affitto di una sala."
        value={note}
        required
        max={200}
        focus
        onChange={setNote}
      />
    </DecisionDialog>
  );
}

/** «Non è di questo flusso…», or of these. */
export function UnlinkDialog({
  provvisorio,
  iufs,
  onClose,
}: Closing & { readonly provvisorio: ProvvisorioKey; readonly iufs: readonly string[] }) {
  const [note, setNote] = useState('');
  return (
    <DecisionDialog
      title={iufs.length > 1 ? 'Non è di questi flussi' : 'Non è di questo flusso'}
      sentence={
        <>
          Il denaro non conterà più per {iufs.length > 1 ? 'i flussi' : 'il flusso'}{' '}
          <span className="code">{iufs.join(', ')}</span>, qualunque cosa dica la causale, e tornerà da
          chiarire.
        </>
      }
      confirm="Stacca"
      decision={{ kind: 'unlink', provvisorio, note: note.trim() }}
      done={iufs.length > 1 ? 'Provvisorio staccato dai flussi.' : 'Provvisorio staccato dal flusso.'}
      onClose={onClose}
    >
      <NoteField label="Nota (facoltativa)" value={note} onChange={setNote} focus />
    </DecisionDialog>
  );
}

type Reads = 'iuf' | 'iuv' | 'unreadable';

/** «Correggi la lettura…»: what the causale says, when it was read wrongly. */
export function CorrectDialog({ provvisorio, onClose }: Closing & { readonly provvisorio: ProvvisorioKey }) {
  const [reads, setReads] = useState<Reads>('iuf');
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const bare = typed.trim();
  const reading =
    reads === 'unreadable'
      ? { kind: reads }
      : bare === ''
        ? null
        : reads === 'iuf'
          ? { kind: reads, iuf: bare }
          : { kind: reads, iuv: bare };
  return (
    <DecisionDialog
      title="Correggi la lettura"
      sentence="Quello che si indica qui vale al posto di ciò che il programma ha letto nella causale, anche quando il giornale viene importato di nuovo."
      confirm="Correggi"
      decision={reading === null ? null : { kind: 'correct', provvisorio, reading, note: note.trim() }}
      done="Lettura corretta."
      onClose={onClose}
    >
      <Radio.Group
        label="La causale nomina"
        value={reads}
        onChange={(value) => setReads(value === 'iuv' || value === 'unreadable' ? value : 'iuf')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="iuf" label="un flusso, con il suo IUF" />
          <Radio value="iuv" label="un solo pagamento, con il suo IUV o numero avviso" />
          <Radio value="unreadable" label="qualcosa di pagoPA che non si legge" />
        </Stack>
      </Radio.Group>
      {reads !== 'unreadable' && (
        <TextInput
          label={reads === 'iuf' ? 'IUF' : 'IUV o numero avviso'}
          required
          maxLength={35}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <NoteField label="Nota (facoltativa)" value={note} onChange={setNote} rows={1} />
    </DecisionDialog>
  );
}
