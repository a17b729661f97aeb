import { NativeSelect } from '@mantine/core';
import { listFields, type ListProfile } from '../../../../shared/domain/message/list-profile.ts';
import type { ListProposal, ProposedColumn } from '../../../../shared/domain/message/list-proposal.ts';
import { sayRata } from '../../../../shared/wording/messages/list.ts';
import { listFieldLabels } from '../../../../shared/wording/messages/list-profile.ts';
import { saySample } from '../../../../shared/wording/messages/list-samples.ts';
import {
  fieldOfUse,
  instalmentParts,
  nameOfUse,
  questionsOf,
  useNamed,
  useOf,
  type ColumnUse,
  type InstalmentPart,
} from './list-mapping.ts';
import classes from './mapping.module.css';

/** The columns of a list one below the other: the first values of each, what it is, and how that would be read. */
export function MappingTable(props: {
  readonly proposal: ListProposal;
  readonly profile: ListProfile;
  readonly onChoose: (column: number, use: ColumnUse) => void;
}) {
  const { proposal, profile, onChoose } = props;
  const choices = choicesFor(profile);
  const asked = questionsOf(profile, proposal);
  return (
    <div className={classes['scroll']} role="region" aria-label="Le colonne dell’elenco" tabIndex={0}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">Colonna</th>
            <th scope="col">Primi valori</th>
            <th scope="col">Che cos’è</th>
            <th scope="col">Si legge</th>
          </tr>
        </thead>
        <tbody>
          {proposal.columns.map((column, index) => {
            const use = useOf(profile, index);
            const header = column.header === '' ? `Colonna ${index + 1}` : column.header;
            return (
              // Headers may be equal, or empty: a column is its place.
              <tr key={index} data-used={use.kind !== 'none'}>
                <th scope="row">{header}</th>
                <td>
                  <Values texts={column.samples.map(({ text }) => text)} />
                </td>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={`Che cos’è la colonna ${index + 1}, ${header}`}
                    data={choices}
                    value={nameOfUse(use)}
                    onChange={(event) => onChoose(index, useNamed(event.currentTarget.value))}
                  />
                </td>
                <td>
                  <Values texts={readingsOf(column, use, profile, asked)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Values({ texts }: { readonly texts: readonly string[] }) {
  return texts.map((text, index) => (
    <div key={index} className={classes['value']}>
      {text}
    </div>
  ));
}

function readingsOf(
  column: ProposedColumn,
  use: ColumnUse,
  profile: ListProfile,
  asked: ReturnType<typeof questionsOf>,
): readonly string[] {
  const field = fieldOfUse(use);
  const isOpen =
    (field === 'amount' && asked.decimals !== null && profile.decimals === null) ||
    (field === 'due' && asked.days !== null && profile.days === null);
  if (isOpen) return ['si decide qui sotto'];
  // Of the other fields the reading is the value itself.
  if (field !== 'amount' && field !== 'due' && field !== 'rata') return [];
  return column.samples.map((cell) => saySample(field, cell, profile));
}

/** As many instalments as there are, and one more. */
function choicesFor({ instalments }: ListProfile) {
  const last = Math.max(2, ...instalments.map(({ rata }) => rata + 1));
  const ratas = Array.from({ length: last + 1 }, (_, rata) => rata);
  return [
    { value: '', label: 'non serve' },
    {
      group: 'Della persona e del suo avviso',
      items: listFields.map((field) => ({ value: field, label: listFieldLabels[field] })),
    },
    ...ratas.map((rata) => ({
      group: rata === 0 ? 'Rata unica, nella stessa riga' : `Rata ${rata}, nella stessa riga`,
      items: instalmentParts.map((part) => ({
        value: nameOfUse({ kind: 'instalment', rata, part }),
        label: `${partLabels[part]}, ${sayRata(rata === 0 ? { kind: 'unica' } : { kind: 'rata', n: rata, of: null })}`,
      })),
    })),
  ];
}

const partLabels: Readonly<Record<InstalmentPart, string>> = {
  notice: 'Numero avviso',
  amount: 'Importo',
  due: 'Scadenza',
};
