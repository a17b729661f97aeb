import { toldByName } from '../../../shared/domain/causale.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { optionalText, verbatim } from '../check.ts';
import { tableImporter } from '../table/table-importer.ts';
import { creditOf, esercizioOf, numeroOf, problemOf } from '../treasury/fields.ts';
import { estrattoReading, movimentoReading, toMovimento } from '../treasury/to-movimento.ts';

const name = 'piemonte-provvisori';

/** The sheet of provvisori of PiemontePAY, CSV or workbook: `docs/formati/piemonte-provvisori.md`. */
export const piemonteProvvisori = tableImporter({
  name,
  kind: 'tesoreria',
  layout: {
    iuf: { headers: ['Identificativo Flusso'], required: true },
    date: { headers: ['Data Movimento'], required: true },
    esercizio: { headers: ['Anno Esercizio'], required: true },
    numero: { headers: ['Numero Provvisorio'], required: true },
    year: { headers: ['Anno Provvisorio'], required: true },
    amount: { headers: ['Importo Provvisorio'], required: true },
    description: { headers: ['Descrizione'], required: true },
  },
  reader: () => ({
    begin: () => [estrattoReading(name)],
    row(record, check) {
      const date = check.italianDay(record.get('date'));
      const esercizio = esercizioOf(check, record.get('esercizio'));
      const numero = numeroOf(check, record.get('numero'));
      const year =
        optionalText(record.get('year')) === null ? esercizio : esercizioOf(check, record.get('year'));
      const amount = creditOf(check, check.euro(record.get('amount')), record.get('amount'));
      if (check.problem !== null || date === null || numero === null || year === null || amount === null)
        return fail(problemOf(check));
      const description = verbatim(record.get('description'));
      const movimento = toMovimento({
        conto: '',
        // The number is of the year in which it was given, also when it is worked off in the next one.
        esercizio: year,
        numero,
        cents: amount,
        date,
        valueDate: null,
        causali: description === null ? [] : [description],
        bankTexts: toldByName({ iuf: optionalText(record.get('iuf')), iuv: null }),
      });
      return ok([movimentoReading(movimento)]);
    },
  }),
});
