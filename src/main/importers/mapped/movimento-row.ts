import { columnsOf, type Profile } from '../../../shared/domain/profile.ts';
import { dayOf, moneyOf } from '../../../shared/domain/profile-row.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { leftAside, type TableReader } from '../table/records.ts';
import { createLineNumbers } from '../treasury/line-numbers.ts';
import {
  estrattoReading,
  movimentoReading,
  numeroOfBolletta,
  toMovimento,
} from '../treasury/to-movimento.ts';
import { firstProblem, rowOf, told } from './row-of.ts';

/** What a statement says of the account itself, between or around the movements. */
const balance =
  /^(?:saldo|riporto|fondo di cassa)\s*(?:iniziale|finale|contabile|disponibile|liquido|precedente|attuale|(?:al|alla data|a)\b.*|:?)\s*:?$/i;

/** A line of a statement, or of a list of provvisori. A debit is kept as a fact, and is no provvisorio of entrata. */
export function movimentoReader(profile: Profile): TableReader<string> {
  const numberOf = createLineNumbers();
  const hasNumbers = columnsOf(profile.columns, 'numero').length > 0;
  return {
    begin: () => [estrattoReading(profile.name, profile.conto)],
    row(record, check) {
      const row = rowOf(profile, record);
      const causali = row.texts('causale');
      if (causali.some((text) => balance.test(text.trim()))) return leftAside('balance');
      const date = dayOf(profile, 'day', row.cellOf);
      const valueDate = dayOf(profile, 'valueDay', row.cellOf);
      const money = moneyOf(profile, row.cellOf);
      const problem = firstProblem(date, valueDate, money);
      if (problem !== null) return row.refuse(problem);
      if (!date.ok || !valueDate.ok || !money.ok) return told(null, row.field('day'));
      if (date.value === null) return row.refuse({ code: 'missing-value', field: 'day' });
      if (money.value === 0) return leftAside('zero-amount');
      const esercizio = check.optionalInteger(row.field('esercizio'), 1999, 2099);
      const written = check.optionalCode(row.field('numero'))?.replace(/^0+/, '') ?? '';
      // A debit may have no number in a list of provvisori; money that came in without its own would be counted twice.
      if (hasNumbers && written === '' && money.value > 0) check.refuse('missing-value', row.field('numero'));
      if (check.problem !== null) return fail(check.problem);
      const conto = row.text('conto') ?? profile.conto;
      const line = { conto, date: date.value, cents: money.value, causali };
      const bolletta = row.text('bolletta')?.replace(/^0+/, '') ?? '';
      const ownNumber = bolletta === '' ? numberOf(line) : numeroOfBolletta(bolletta);
      const movimento = toMovimento({
        ...line,
        esercizio,
        numero: written === '' ? ownNumber : written,
        valueDate: valueDate.value,
        bolletta: bolletta === '' ? null : bolletta,
        payer: row.text('payer'),
      });
      return ok([movimentoReading(movimento)]);
    },
  };
}
