import { fail, ok } from '../../../shared/domain/result.ts';
import { verbatim } from '../check.ts';
import { tableImporter } from '../table/table-importer.ts';
import { debitOrCredit, isEuro, problemOf } from '../treasury/fields.ts';
import { createLineNumbers } from '../treasury/line-numbers.ts';
import { estrattoReading, movimentoReading, toMovimento } from '../treasury/to-movimento.ts';
import { findColumns, ibanIn, layout } from './columns.ts';

const name = 'poste-estratto';

/** The statement of a conto of Poste, in columns: `docs/formati/poste-estratto.md`. */
export const posteEstratto = tableImporter({
  name,
  kind: 'tesoreria',
  layout,
  find: findColumns,
  reader: () => {
    const numberOf = createLineNumbers();
    let conto = '';
    return {
      begin({ above }) {
        const [title] = above;
        conto = ibanIn(title?.cells.map(({ text }) => text) ?? []) ?? '';
        return [estrattoReading(name, conto)];
      },
      row(record, check) {
        const date = check.italianDay(record.get('date'));
        const valueDate = check.optionalItalianDay(record.get('valueDate'));
        if (!isEuro(record.get('divisa'))) check.refuse('invalid-value', record.get('divisa'));
        const cents = debitOrCredit(check, record.get('debit'), record.get('credit'));
        if (check.problem !== null || date === null || cents === null) return fail(problemOf(check));
        const causale = verbatim(record.get('causale')) ?? verbatim(record.get('description'));
        const causali = causale === null ? [] : [causale];
        const bankTexts = (['code', 'description', 'extra'] as const)
          .map((key) => verbatim(record.get(key)))
          .filter((text) => text !== null && text !== causale);
        const line = { conto, date, cents, causali };
        return ok([
          movimentoReading(
            toMovimento({
              ...line,
              esercizio: null,
              numero: numberOf(line),
              valueDate,
              bankTexts: bankTexts.flatMap((text) => text ?? []),
            }),
          ),
        ]);
      },
    };
  },
});
