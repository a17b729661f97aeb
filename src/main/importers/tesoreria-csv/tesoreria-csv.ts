import { fail, ok } from '../../../shared/domain/result.ts';
import { optionalText, verbatim } from '../check.ts';
import { tableImporter } from '../table/table-importer.ts';
import { creditOf, esercizioOf, numeroOf, problemOf } from '../treasury/fields.ts';
import { estrattoReading, movimentoReading, toMovimento } from '../treasury/to-movimento.ts';

const name = 'tesoreria-csv';

/** The short list of provvisori that platforms take from treasurers: `docs/formati/tesoreria-csv.md`. */
export const tesoreriaCsv = tableImporter({
  name,
  kind: 'tesoreria',
  layout: {
    esercizio: { headers: ['ESERCIZIO'], required: true },
    numero: { headers: ['N.PROVV.', 'N_PROVVISORIO', 'N. PROVVISORIO'], required: true },
    date: { headers: ['DATA ESEC.', 'DATA_ESECUZIONE'], required: true },
    payer: { headers: ['ANAGRAFICA CLIENTE'] },
    causale: { headers: ['DESCRIZIONE CAUSALE'], required: true },
    amount: { headers: ['IMPORTO PROVVISORIO'], required: true },
    valueDate: { headers: ['VALUTA ENTE'] },
  },
  reader: () => ({
    begin: () => [estrattoReading(name)],
    row(record, check) {
      const esercizio = esercizioOf(check, record.get('esercizio'));
      const numero = numeroOf(check, record.get('numero'));
      const date = check.italianDay(record.get('date'));
      const amount = creditOf(check, check.euro(record.get('amount')), record.get('amount'));
      const valueDate = check.optionalItalianDay(record.get('valueDate'));
      if (check.problem !== null || esercizio === null || numero === null || date === null || amount === null)
        return fail(problemOf(check));
      const causale = verbatim(record.get('causale'));
      const movimento = toMovimento({
        conto: '',
        esercizio,
        numero,
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
