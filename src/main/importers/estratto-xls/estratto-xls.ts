import { cents, type Cents } from '../../../shared/domain/euro.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { optionalText, verbatim, type Check } from '../check.ts';
import type { TableField, TableRecord } from '../table/records.ts';
import { tableImporter } from '../table/table-importer.ts';
import { isEuro, problemOf } from '../treasury/fields.ts';
import { createLineNumbers } from '../treasury/line-numbers.ts';
import { estrattoReading, movimentoReading, toMovimento } from '../treasury/to-movimento.ts';
import { readExtendedDescription } from './extended-description.ts';

const name = 'estratto-xls';

const layout = {
  abi: { headers: ['ABI'], required: true },
  cab: { headers: ['CAB'], required: true },
  conto: { headers: ['CONTO'], required: true },
  divisa: { headers: ['DIVISA'] },
  date: { headers: ['DATA CONTABILE'], required: true },
  valueDate: { headers: ['DATA VALUTA'], required: true },
  amount: { headers: ['IMPORTO'], required: true },
  sign: { headers: ['SEGNO'], required: true },
  reference: { headers: ['RIF. BANCA'] },
  description: { headers: ['DESCRIZIONE'] },
  extended: { headers: ['DESCRIZIONE ESTESA'], required: true },
} as const;

type Row = TableRecord<keyof typeof layout>;

/** The statement of a bank as a workbook, one movement a row: `docs/formati/estratto-xls.md`. */
export const estrattoXls = tableImporter({
  name,
  kind: 'tesoreria',
  layout,
  marks: ['date', 'amount', 'sign'],
  reader: () => {
    const numberOf = createLineNumbers();
    return {
      begin: () => [estrattoReading(name)],
      row(record, check) {
        const conto = contoOf(record, check);
        const date = check.italianDay(record.get('date'));
        const valueDate = check.optionalItalianDay(record.get('valueDate'));
        if (!isEuro(record.get('divisa'))) check.refuse('invalid-value', record.get('divisa'));
        const amount = signedAmount(check, record.get('amount'), record.get('sign'));
        const extended = verbatim(record.get('extended')) ?? verbatim(record.get('description'));
        if (extended === null) check.text(record.get('extended'));
        if (check.problem !== null || conto === null || date === null || amount === null || extended === null)
          return fail(problemOf(check));
        const { causali, payer } = readExtendedDescription(extended);
        const line = { conto, date, cents: amount, causali };
        return ok([
          movimentoReading(
            toMovimento({
              ...line,
              esercizio: null,
              numero: numberOf(line),
              valueDate,
              bankTexts: causali.includes(extended) ? [] : [extended],
              reference: optionalText(record.get('reference')),
              payer,
            }),
          ),
        ]);
      },
    };
  },
});

/** ABI, CAB and number, with the zeros that a spreadsheet takes away. */
function contoOf(record: Row, check: Check): string | null {
  const parts = (
    [
      ['abi', 5],
      ['cab', 5],
      ['conto', 12],
    ] as const
  ).map(([key, width]) => {
    const text = check.text(record.get(key));
    if (text !== null && !/^[0-9A-Z]+$/i.test(text)) return check.refuse('invalid-value', record.get(key));
    return text?.padStart(width, '0') ?? null;
  });
  return parts.includes(null) ? null : parts.join(' ');
}

/** The amount by its sign; a debit may be written negative as well. */
function signedAmount(check: Check, field: TableField, sign: TableField): Cents | null {
  const amount = check.euro(field);
  const side = check.text(sign)?.toUpperCase() ?? null;
  if (amount === null || side === null) return null;
  if (side === '+' || side === 'C' || side === 'A')
    return amount > 0 ? amount : check.refuse('invalid-amount', field);
  if (side !== '-' && side !== 'D') return check.refuse('invalid-value', sign);
  return amount === 0 ? check.refuse('invalid-amount', field) : cents(-Math.abs(amount));
}
