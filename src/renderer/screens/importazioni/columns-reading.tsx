import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ProfileDraft, TableToMatch } from '../../../shared/domain/profile-draft.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { euro, italianDay } from '../../../shared/wording/figures.ts';
import { useQuestion } from '../../state/use-question.ts';
import classes from './columns.module.css';
import { readSample } from './read-sample.ts';

/** How the first rows would be read: seen before anything is kept. */
export function ColumnsReading(props: { readonly table: TableToMatch; readonly draft: ProfileDraft }) {
  const { table, draft } = props;
  const isTreasury = draft.what === 'tesoreria';
  if (table.samples.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Sotto l’intestazione non c’è ancora nessuna riga.
      </Text>
    );
  return (
    <div>
      <h3 className={classes['subtitle']}>Così si leggono le prime righe</h3>
      <table className={classes['reading']} aria-label="Così si leggono le prime righe">
        <thead>
          <tr>
            <th scope="col">Riga</th>
            <th scope="col">{draft.what === 'posizioni' ? 'Scadenza' : 'Giorno'}</th>
            <th scope="col">Importo</th>
            <th scope="col">{isTreasury ? 'IUF nella causale' : 'IUV'}</th>
          </tr>
        </thead>
        <tbody>
          {table.samples.map((sample) => {
            const { row, day, cents, causale, code } = readSample(draft, sample);
            return (
              <tr key={row}>
                <th scope="row">{row}</th>
                <td>{told(day, (value) => (value === null ? 'nessuno' : italianDay(value)))}</td>
                <td>
                  {told(cents, (value) =>
                    !isTreasury
                      ? euro(value)
                      : value < 0
                        ? `${euro(Math.abs(value))} in uscita`
                        : `${euro(value)} in entrata`,
                  )}
                </td>
                <td>
                  {isTreasury ? <CausaleRead text={causale} /> : <span className="code">{code || '–'}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function told<T>(result: Result<T, unknown> | null, say: (value: T) => string): ReactNode {
  if (result === null) return '–';
  return result.ok ? say(result.value) : <span className={classes['bad']}>non si legge</span>;
}

function CausaleRead({ text }: { readonly text: string }) {
  const { value } = useQuestion('causale.read', text === '' ? null : { text });
  if (text === '' || value === null) return '–';
  if (value.iuf !== null)
    return (
      <>
        sì: <span className="code">{value.iuf}</span>
      </>
    );
  if (value.iuv !== null)
    return (
      <>
        un singolo pagamento: <span className="code">{value.iuv}</span>
      </>
    );
  return value.kind === 'none' ? 'no: non è pagoPA' : 'no: il riferimento non si legge';
}
