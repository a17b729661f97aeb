import { join } from 'node:path';
import { LineFile } from './line-file.ts';

/** The tables of the yardstick: the facts that a reader would keep, with the indexes it needs to match them. */
const tables = {
  ricevute: {
    columns:
      'id, form, iuv, receipt_id, notice, outcome, paid_on, issued_at, ente, cents, debtor_cf, debtor, psp, psp_name, station, description',
    indexes: [],
  },
  transfers: {
    columns: 'id, ricevuta_id, iuv, iur, idx, cents, ente, bollo, paid, description, category',
    indexes: ['iuv', 'ricevuta_id'],
  },
  flussi: {
    columns: 'id, iuf, revision, created_at, regolamento, day, psp, psp_name, count, cents',
    indexes: ['iuf'],
  },
  righe: {
    columns: 'id, flusso_id, iuv, iur, declared_index, idx, cents, esito, day',
    indexes: ['iuv', 'flusso_id'],
  },
  movimenti: {
    columns:
      'id, conto, esercizio, numero, verso, documento, operazione, cents, day, value_day, causale, reference, payer, created_at',
    indexes: ['esercizio, numero, conto'],
  },
} as const;

type Table = keyof typeof tables;

/** The names of the tables, in the order in which they are filled. */
export const tableNames = Object.keys(tables).filter((name): name is Table => name in tables);

/** The statements that make the yardstick's tables and indexes. */
export function schemaSql(): string {
  return tableNames
    .flatMap((name) => {
      const columns = tables[name].columns.replace('id,', 'id INTEGER PRIMARY KEY,');
      const create = `CREATE TABLE ${name} (${columns});`;
      return [
        create,
        ...tables[name].indexes.map((on, number) => `CREATE INDEX ${name}_${number} ON ${name}(${on});`),
      ];
    })
    .join('\n');
}

/** The rows of the generated files, as CSV. */
export class Rows {
  readonly #files: ReadonlyMap<Table, LineFile>;
  readonly #counts = new Map<Table, number>();

  constructor(folder: string) {
    this.#files = new Map(tableNames.map((name) => [name, new LineFile(join(folder, `${name}.csv`))]));
  }

  /** Adds a row and gives back its id; the values follow the columns after `id`. */
  add(table: Table, values: readonly (string | number)[]): number {
    const id = (this.#counts.get(table) ?? 0) + 1;
    this.#counts.set(table, id);
    this.#files.get(table)?.write(`${id},${values.map(csvText).join(',')}`);
    return id;
  }

  close(): void {
    for (const file of this.#files.values()) file.close();
  }
}

function csvText(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
