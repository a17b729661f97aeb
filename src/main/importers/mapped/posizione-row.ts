import { normalizeCodiceFiscale } from '../../../shared/domain/codice-fiscale.ts';
import { dayOf, plainCents } from '../../../shared/domain/profile-row.ts';
import type { Profile } from '../../../shared/domain/profile.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { iuvAndNotice } from '../table/iuv-and-notice.ts';
import type { TableReader } from '../table/records.ts';
import { firstProblem, rowOf, told } from './row-of.ts';

/** A line of a list of what people owe. */
export function posizioneReader(profile: Profile): TableReader<string> {
  return {
    row(record, check) {
      const row = rowOf(profile, record);
      const codes = iuvAndNotice(check, row.field('iuv'), row.field('notice'));
      const iud = check.optionalCode(row.field('iud'));
      if (check.problem !== null || codes === null) return fail(check.known());
      if (codes.iuv === null && iud === null) return row.refuse({ code: 'missing-value', field: 'iuv' });
      const dueDay = dayOf(profile, 'due', row.cellOf);
      const amount = plainCents(profile, row.cellOf);
      const problem = firstProblem(dueDay, amount);
      if (problem !== null) return row.refuse(problem);
      if (!dueDay.ok || !amount.ok) return told(null, row.field('amount'));
      const codiceFiscale = normalizeCodiceFiscale(row.text('debtorCf') ?? '');
      const [description = null] = row.texts('causale');
      const posizione = {
        iud,
        ...codes,
        debtor: {
          codiceFiscale: codiceFiscale === '' ? null : codiceFiscale,
          name: row.text('debtorName'),
        },
        tipoDovuto: row.text('tipo'),
        description,
        category: null,
        cents: amount.value,
        dueDay: dueDay.value,
        action: 'keep' as const,
      };
      return ok([{ type: 'posizione', posizione }]);
    },
  };
}
