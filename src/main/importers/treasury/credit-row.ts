import { fail, ok } from '../../../shared/domain/result.ts';
import { optionalText, verbatim, type Check } from '../check.ts';
import type { RowReading, TableRecord } from '../table/records.ts';
import { creditOf, esercizioOf, problemOf } from './fields.ts';
import { movimentoReading, toMovimento } from './to-movimento.ts';

type Key = 'esercizio' | 'date' | 'payer' | 'causale' | 'amount' | 'valueDate';

interface Numbered {
  readonly numero: string;
  readonly bolletta?: string;
}

/**
 * A row that tells a credit by its esercizio, its day, its causale and a number, as the short lists of treasurers do.
 * `numberOf` reads how the line is numbered; null when that cannot be read.
 */
export function creditRow(
  record: TableRecord<Key>,
  check: Check,
  numberOf: () => Numbered | null,
): RowReading {
  const esercizio = esercizioOf(check, record.get('esercizio'));
  const numbered = numberOf();
  const date = check.italianDay(record.get('date'));
  const amount = creditOf(check, check.euro(record.get('amount')), record.get('amount'));
  const valueDate = check.optionalItalianDay(record.get('valueDate'));
  if (check.problem !== null || esercizio === null || numbered === null || date === null || amount === null)
    return fail(problemOf(check));
  const causale = verbatim(record.get('causale'));
  const movimento = toMovimento({
    conto: '',
    esercizio,
    ...numbered,
    cents: amount,
    date,
    valueDate,
    causali: causale === null ? [] : [causale],
    payer: optionalText(record.get('payer')),
  });
  return ok([movimentoReading(movimento)]);
}
