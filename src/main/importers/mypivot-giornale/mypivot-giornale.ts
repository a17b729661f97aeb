import { fail, ok } from '../../../shared/domain/result.ts';
import { optionalText, verbatim } from '../check.ts';
import { tableImporter } from '../table/table-importer.ts';
import { creditOf, esercizioOf, numeroOf, problemOf } from '../treasury/fields.ts';
import {
  estrattoReading,
  movimentoReading,
  numeroOfBolletta,
  toMovimento,
} from '../treasury/to-movimento.ts';

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
    row(record, check) {
      const esercizio = esercizioOf(check, record.get('esercizio'));
      const bolletta = numeroOf(check, record.get('bolletta'));
      const date = check.italianDay(record.get('date'));
      const amount = creditOf(check, check.euro(record.get('amount')), record.get('amount'));
      const valueDate = check.optionalItalianDay(record.get('valueDate'));
      if (
        check.problem !== null ||
        esercizio === null ||
        bolletta === null ||
        date === null ||
        amount === null
      )
        return fail(problemOf(check));
      const causale = verbatim(record.get('causale'));
      const movimento = toMovimento({
        conto: '',
        esercizio,
        numero: numeroOfBolletta(bolletta),
        bolletta,
        cents: amount,
        date,
        valueDate,
        causali: causale === null ? [] : [causale],
        payer: optionalText(record.get('payer')),
      });
      return ok([movimentoReading(movimento)]);
    },
  }),
});
