import { ActionIcon, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { AltroPartner, Settings } from '../../../shared/domain/settings.ts';
import { sayCodice, sayCodiceComplaint } from '../../../shared/wording/codici.ts';
import { nameOf } from '../../state/api.tsx';
import { useSettings } from '../../state/settings.tsx';
import { checkPartnerCodice } from './codici.ts';
import classes from './impostazioni.module.css';
import type { Removal } from './save-note.tsx';
import { SavedSection } from './section.tsx';
import { useDraft } from '../../state/use-draft.ts';

const blank: AltroPartner = { codice: '', nome: '' };

/** Whose the other IUVs of the ente are. A line is saved when one leaves it. */
export function PartnerSection({ settings }: { readonly settings: Settings }) {
  const { altriPartner, codiciPropri } = settings;
  const { change } = useSettings();
  const [draft, setDraft] = useDraft(altriPartner);
  const [added, setAdded] = useState(blank);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [removal, setRemoval] = useState<Removal | null>(null);
  const lines = [...draft, added];
  const complaints = lines.map((line, index) =>
    isBlank(line) && index === draft.length
      ? null
      : complainOf(
          line,
          lines.filter((_other, at) => at !== index),
          codiciPropri,
        ),
  );
  const shown = complaints.map((complaint, index) => (left.has(index) ? complaint : null));
  const first = shown.findIndex((complaint) => complaint !== null);

  function set(index: number, line: AltroPartner): void {
    if (index < draft.length) setDraft(draft.with(index, line));
    else setAdded(line);
  }

  function leave(index: number): void {
    setLeft(new Set([...left, index]));
    if (complaints.some((complaint) => complaint !== null)) return;
    const next = lines.filter((line) => !isBlank(line)).map(trimmed);
    if (nameOf(next) === nameOf(altriPartner)) return;
    setAdded(blank);
    setLeft(new Set());
    setRemoval(null);
    change('altriPartner', next);
  }

  function remove(index: number): void {
    const gone = draft[index];
    if (gone === undefined) return;
    const before = altriPartner;
    setLeft(new Set());
    change(
      'altriPartner',
      draft
        .filter((_line, at) => at !== index)
        .filter(isWhole)
        .map(trimmed),
    );
    setRemoval({
      name: gone.nome.trim() === '' ? gone.codice : gone.nome,
      undo: () => {
        setRemoval(null);
        change('altriPartner', before);
      },
    });
  }

  return (
    <SavedSection
      part="altriPartner"
      name="partner"
      title="Altri Partner Tecnologici"
      complaint={first === -1 ? null : `Correggere la riga ${first + 1}`}
      removal={removal}
      about="Chi altro incassa per l’ente, con i suoi codici: i suoi flussi restano fuori dalla nostra differenza. Anche i servizi nazionali hanno un codice loro, per esempio 97 per lo sportello delle imprese e 99 per la carta d’identità."
    >
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col" className={classes['narrow']}>
              Codice
            </th>
            <th scope="col">Nome</th>
            <th scope="col" className={classes['actions']}>
              <span className="visually-hidden">Azioni</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr
              // Lines have no other name: their codice is what is being typed.
              key={index}
              onBlur={(event) => {
                if (!event.currentTarget.contains(event.relatedTarget)) leave(index);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && event.target instanceof HTMLInputElement) leave(index);
              }}
            >
              <td>
                <TextInput
                  aria-label={`Codice, riga ${index + 1}`}
                  placeholder={index === draft.length ? 'per esempio 05' : ''}
                  value={line.codice}
                  error={shown[index]?.codice}
                  classNames={{ input: 'code' }}
                  autoComplete="off"
                  onChange={(event) => set(index, { ...line, codice: event.currentTarget.value })}
                />
              </td>
              <td>
                <TextInput
                  aria-label={`Nome, riga ${index + 1}`}
                  placeholder={index === draft.length ? 'nome del Partner da aggiungere' : ''}
                  description={
                    complaints[index] === null && !isBlank(line) ? sayCodice(line.codice) : undefined
                  }
                  inputWrapperOrder={['input', 'error', 'description']}
                  value={line.nome}
                  error={shown[index]?.nome}
                  autoComplete="off"
                  onChange={(event) => set(index, { ...line, nome: event.currentTarget.value })}
                />
              </td>
              <td className={classes['actions']}>
                {index < draft.length && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={34}
                    aria-label={`Togli ${line.nome}`}
                    data-tip="Togli"
                    onClick={() => remove(index)}
                  >
                    <IconTrash size={18} stroke={1.7} />
                  </ActionIcon>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </SavedSection>
  );
}

function complainOf(
  line: AltroPartner,
  others: readonly AltroPartner[],
  codiciPropri: readonly string[],
): { readonly codice: string | undefined; readonly nome: string | undefined } | null {
  const { codice, nome } = trimmed(line);
  const complaint = checkPartnerCodice(codice, others, codiciPropri);
  const found = {
    codice: complaint === null ? undefined : sayCodiceComplaint(codice, complaint),
    nome: nome === '' ? 'Manca il nome.' : nome.length > 200 ? 'Al massimo 200 caratteri.' : undefined,
  };
  return found.codice === undefined && found.nome === undefined ? null : found;
}

const trimmed = ({ codice, nome }: AltroPartner): AltroPartner => ({
  codice: codice.trim(),
  nome: nome.trim(),
});
const isBlank = ({ codice, nome }: AltroPartner): boolean => codice.trim() === '' && nome.trim() === '';
const isWhole = ({ codice, nome }: AltroPartner): boolean => codice.trim() !== '' && nome.trim() !== '';
