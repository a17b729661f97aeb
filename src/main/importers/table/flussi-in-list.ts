import type { Reading } from '../../../shared/domain/document.ts';
import { cents, type Cents } from '../../../shared/domain/euro.ts';
import type { FlussoHeader, RigaFlusso } from '../../../shared/domain/flusso.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { Check } from '../check.ts';
import type { TableReader, TableRecord } from './records.ts';

/** The head of a flusso as each of its rows repeats it; null where the list tells no totals. */
export interface ListedFlusso extends Omit<FlussoHeader, 'declaredCount' | 'declaredCents'> {
  readonly declared: { readonly count: number; readonly cents: Cents } | null;
}

/**
 * Reads the rows of a list of flussi. A row whose head is bad belongs to no flusso; one that is bad otherwise is counted
 * in its own.
 */
export function flussiReader<Key extends string>(
  toHead: (record: TableRecord<Key>, check: Check) => ListedFlusso | null,
  toRiga: (record: TableRecord<Key>, check: Check) => RigaFlusso | null,
): TableReader<Key> {
  const flussi = new FlussiInList();
  return {
    row(record, check) {
      const head = toHead(record, check);
      if (head === null) return fail(check.known());
      const riga = toRiga(record, check);
      flussi.add(head, riga, record.row);
      return riga === null ? fail(check.known()) : ok([]);
    },
    end: () => flussi.readings(),
  };
}

interface Gathered {
  readonly head: ListedFlusso;
  readonly righe: { readonly riga: RigaFlusso; readonly row: number }[];
  /** Rows that name it, refused ones included. */
  rows: number;
}

/** The flussi of a list whose rows may come in any order: they are told one by one, each after its head. */
class FlussiInList {
  readonly #flussi = new Map<string, Gathered>();

  /** A row, or the sign that one was refused. Rows with different heads are different versions. */
  add(head: ListedFlusso, riga: RigaFlusso | null, row: number): void {
    const key = JSON.stringify(head);
    const flusso = this.#flussi.get(key) ?? { head, righe: [], rows: 0 };
    this.#flussi.set(key, flusso);
    flusso.rows += 1;
    if (riga !== null) flusso.righe.push({ riga, row });
  }

  /**
   * Where the list tells no totals, what was found counts as declared; a row that was refused counts as well, so that
   * the flusso does not look complete without it.
   */
  *readings(): Generator<{ readonly reading: Reading; readonly row: number | null }> {
    for (const { head, righe, rows } of this.#flussi.values()) {
      if (righe.length === 0) continue;
      const { declared, ...rest } = head;
      const found = righe.reduce((sum, { riga }) => sum + riga.cents, 0);
      const header: FlussoHeader = {
        ...rest,
        declaredCount: declared?.count ?? rows,
        declaredCents: declared?.cents ?? cents(found),
      };
      yield { reading: { type: 'flusso', header }, row: null };
      for (const { riga, row } of righe) yield { reading: { type: 'riga', riga }, row };
    }
  }
}
