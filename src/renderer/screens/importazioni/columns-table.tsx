import { NativeSelect } from '@mantine/core';
import { fieldOf, type ProfileDraft, type TableToMatch } from '../../../shared/domain/profile-draft.ts';
import { fieldsOfKind, type ProfileField } from '../../../shared/domain/profile.ts';
import { profileFieldLabels } from '../../../shared/wording/profiles.ts';
import classes from './columns.module.css';

const nothing = '';

/** The list as the bank wrote it: its headers, what each column is, its first three rows. */
export function ColumnsTable(props: {
  readonly table: TableToMatch;
  readonly draft: ProfileDraft;
  readonly onChoose: (column: number, field: ProfileField | null) => void;
}) {
  const { table, draft, onChoose } = props;
  const fields: readonly ProfileField[] = fieldsOfKind[draft.what];
  return (
    <div className={classes['scroll']} role="region" aria-label="Le colonne dell’elenco" tabIndex={0}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col" className={classes['row']}>
              Riga
            </th>
            {table.columns.map(({ header }, index) => (
              // Headers may be equal, or empty: a column is its place.
              <th key={index} scope="col">
                {nameOf(header, index)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className={classes['row']}>
              È
            </th>
            {table.columns.map(({ header }, index) => {
              const field = fieldOf(draft.columns, index);
              return (
                <td key={index} data-used={field !== null}>
                  <NativeSelect
                    size="xs"
                    aria-label={`Che cosa è la colonna ${index + 1}, ${nameOf(header, index)}`}
                    data={[
                      { value: nothing, label: 'non serve' },
                      ...fields.map((value) => ({ value, label: profileFieldLabels[value] })),
                    ]}
                    value={field ?? nothing}
                    onChange={({ currentTarget: { value } }) =>
                      onChoose(index, fields.find((one) => one === value) ?? null)
                    }
                  />
                </td>
              );
            })}
          </tr>
          {table.samples.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row" className={classes['row']}>
                {row}
              </th>
              {table.columns.map((_, index) => (
                <td key={index} data-used={fieldOf(draft.columns, index) !== null}>
                  <div className={classes['cell']}>{cells[index]?.text ?? ''}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function nameOf(header: string, index: number): string {
  return header === '' ? `Colonna ${index + 1}` : header;
}
