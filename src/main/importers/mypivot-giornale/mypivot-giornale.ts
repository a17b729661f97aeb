import { tableImporter } from '../table/table-importer.ts';
import { creditRow } from '../treasury/credit-row.ts';
import { numeroOf } from '../treasury/fields.ts';
import { estrattoReading, numeroOfBolletta } from '../treasury/to-movimento.ts';

const name = 'mypivot-giornale';

/** The giornale di cassa of MyPivot in columns: `docs/formati/mypivot-giornale.md`. */
export const mypivotGiornale = tableImporter({
  name,
  kind: 'tesoreria',
  layout: {
    esercizio: { headers: ['anno_bolletta'], required: true },
    bolletta: { headers: ['cod_bolletta'], required: true },
    date: { headers: ['dt_contabile'], required: true },
    payer: { headers: ['denominazione'] },
    causale: { headers: ['causale'], required: true },
    amount: { headers: ['importo'], required: true },
    valueDate: { headers: ['dt_valuta'] },
  },
  reader: () => ({
    begin: () => [estrattoReading(name)],
    row: (record, check) =>
      creditRow(record, check, () => {
        const bolletta = numeroOf(check, record.get('bolletta'));
        return bolletta === null ? null : { numero: numeroOfBolletta(bolletta), bolletta };
      }),
  }),
});
