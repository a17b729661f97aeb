import { tableImporter } from '../table/table-importer.ts';
import { creditRow } from '../treasury/credit-row.ts';
import { numeroOf } from '../treasury/fields.ts';
import { estrattoReading } from '../treasury/to-movimento.ts';

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
    row: (record, check) =>
      creditRow(record, check, () => {
        const numero = numeroOf(check, record.get('numero'));
        return numero === null ? null : { numero };
      }),
  }),
});
