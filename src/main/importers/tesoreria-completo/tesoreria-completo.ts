import { toldByName } from '../../../shared/domain/causale.ts';
import type { Reading } from '../../../shared/domain/document.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { optionalText, verbatim, type Check } from '../check.ts';
import type { TableRecord } from '../table/records.ts';
import { tableImporter } from '../table/table-importer.ts';
import { creditOf, esercizioOf, numeroOf, optionalNumero, problemOf } from '../treasury/fields.ts';
import {
  estrattoReading,
  movimentoReading,
  numeroOfBolletta,
  toMovimento,
} from '../treasury/to-movimento.ts';
import { layout } from './columns.ts';

const name = 'tesoreria-completo';

type Row = TableRecord<keyof typeof layout>;

/** The long list of provvisori of the Piattaforma Unitaria, in whole cents: `docs/formati/tesoreria-completo.md`. */
export const tesoreriaCompleto = tableImporter({
  name,
  kind: 'tesoreria',
  layout,
  reader: () => ({
    begin: () => [estrattoReading(name)],
    row(record, check) {
      const key = keyOf(record, check);
      const amount = creditOf(check, check.wholeCents(record.get('cents')), record.get('cents'));
      const date = check.italianDay(record.get('date'));
      const valueDate = check.optionalItalianDay(record.get('valueDate'));
      const iuv = check.optionalCode(record.get('iuv'), 'iuv');
      if (check.problem !== null || key === null || amount === null || date === null)
        return fail(problemOf(check));
      const causale = verbatim(record.get('causale'));
      const movimento = toMovimento({
        ...key,
        conto: optionalText(record.get('conto')) ?? '',
        bolletta: optionalNumero(record.get('bolletta')),
        cents: amount,
        date,
        valueDate,
        causali: causale === null ? [] : [causale],
        endToEnd: verbatim(record.get('endToEnd')),
        bankTexts: toldByName({ iuf: optionalText(record.get('iuf')), iuv }),
        payer: payerOf(record),
      });
      const readings: Reading[] = [movimentoReading(movimento)];
      // The list says that it is covered, and not by which reversale.
      if (optionalText(record.get('regolarizzata'))?.toUpperCase() === 'Y')
        readings.push(movimentoReading({ ...movimento, operazione: 'REGOLARIZZATO' }));
      return ok(readings);
    },
  }),
});

/** The number of the provvisorio, else that of the document, which is the same for a sospeso, else the bolletta. */
function keyOf(record: Row, check: Check): { esercizio: number; numero: string } | null {
  for (const [number, year] of [
    ['provvisorio', 'annoProvvisorio'],
    ['documento', 'annoDocumento'],
  ] as const) {
    if (optionalNumero(record.get(number)) === null) continue;
    const told = record.get(optionalText(record.get(year)) === null ? 'annoBolletta' : year);
    const esercizio = esercizioOf(check, told);
    const numero = numeroOf(check, record.get(number));
    return esercizio === null || numero === null ? null : { esercizio, numero };
  }
  const esercizio = esercizioOf(check, record.get('annoBolletta'));
  const bolletta = numeroOf(check, record.get('bolletta'));
  return esercizio === null || bolletta === null ? null : { esercizio, numero: numeroOfBolletta(bolletta) };
}

function payerOf(record: Row): string | null {
  const names = [optionalText(record.get('pspCognome')), optionalText(record.get('pspNome'))];
  return names.filter((part) => part !== null).join(' ') || null;
}
