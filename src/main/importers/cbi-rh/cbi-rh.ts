import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import { decodeText } from '../decode.ts';
import type { Importer, Sink } from '../importer.ts';
import { Refusal } from '../refusal.ts';
import { createLineNumbers } from '../treasury/line-numbers.ts';
import { estrattoReading, movimentoReading } from '../treasury/to-movimento.ts';
import { cbiRecords, type CbiRecord } from './records.ts';
import { Statement } from './statement.ts';

const name = 'cbi-rh';

/** Balances and movements as banks send them to companies (CBI, RH and EC): `docs/formati/cbi-rh.md`. */
export const cbiRh: Importer = {
  name,
  kind: 'tesoreria',
  claims: ({ kind, text }) => kind === 'text' && opening.test(text),
  knowsNamespace: () => true,
  read([part], sink) {
    if (part === undefined) throw new Error('a statement without a part');
    try {
      return read(part, sink);
    } catch (error) {
      if (error instanceof Refusal) return fail(error.problem);
      throw error;
    }
  },
};

/** The sender is the ABI of the bank, the receiver the SIA code of the holder; then the day, `ddmmyy`. */
const opening = /^\s?(?:RH|EC)[0-9A-Z ]{5}[0-9A-Z ]{5}\d{6}/;

function read(part: ByteSource, sink: Sink): Result<void, DocumentProblem> {
  const text = decodeText(part);
  if (!text.ok) return text;
  sink.reading(estrattoReading(name));
  const reader = new Reader(sink);
  for (const record of cbiRecords(text.value.pieces())) reader.take(record);
  return reader.finish();
}

class Reader {
  readonly #sink: Sink;
  readonly #numberOf = createLineNumbers();
  #statement: Statement | null = null;
  #movement: { readonly record: CbiRecord; readonly texts: CbiRecord[] } | null = null;
  /** Records and statements since the opening one; null outside. */
  #counted: { records: number; statements: number } | null = null;
  #kept = 0;
  #refused = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  take(record: CbiRecord): void {
    if (record.type === 'RH' || record.type === 'EC') {
      // One that was not closed was cut.
      if (this.#counted !== null) throw new Refusal({ code: 'incomplete-file' });
      this.#counted = { records: 0, statements: 0 };
    }
    if (this.#counted === null) throw new Refusal({ code: 'incomplete-file' });
    this.#counted.records += 1;
    if (record.type === '63') {
      this.#movement?.texts.push(record);
      return;
    }
    this.#endMovement();
    if (record.type === '61') {
      this.#counted.statements += 1;
      this.#statement = new Statement(record);
    } else if (record.type === '62') this.#movement = { record, texts: [] };
    else if (record.type === '64') this.#closeStatement(record);
    else if (record.type === 'EF') this.#close(record, this.#counted);
  }

  finish(): Result<void, DocumentProblem> {
    if (this.#counted !== null) return fail({ code: 'incomplete-file' });
    if (this.#kept === 0 && this.#refused > 0)
      return fail({ code: 'no-usable-rows', refused: this.#refused });
    return ok(undefined);
  }

  #endMovement(): void {
    if (this.#movement === null) return;
    const { record, texts } = this.#movement;
    this.#movement = null;
    if (this.#statement === null) throw new Refusal({ code: 'missing-field', field: 'record 61' });
    const movimento = this.#statement.movimento(record, texts, this.#numberOf);
    if (movimento.ok) {
      this.#kept += 1;
      this.#sink.reading(movimentoReading(movimento.value));
    } else {
      this.#refused += 1;
      this.#sink.refusedRow({ row: record.line, ...movimento.problem });
    }
  }

  #closeStatement(record: CbiRecord): void {
    const warning = this.#statement?.close(record) ?? null;
    if (warning !== null) this.#sink.warning(warning);
    this.#statement = null;
  }

  #close(record: CbiRecord, counted: { records: number; statements: number }): void {
    for (const [field, stated, found] of [
      ['numero rendicontazioni', record.at(46, 52), counted.statements],
      ['numero record', record.at(83, 89), counted.records],
    ] as const) {
      // Some banks leave the counts blank, or zero.
      if (/^\d{7}$/.test(stated) && Number(stated) !== 0 && Number(stated) !== found)
        this.#sink.warning({ code: 'counts-disagree', field, stated: Number(stated), found });
    }
    this.#counted = null;
    this.#statement = null;
  }
}
