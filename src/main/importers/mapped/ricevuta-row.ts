import { normalizeCodiceFiscale } from '../../../shared/domain/codice-fiscale.ts';
import { dayOf, plainCents } from '../../../shared/domain/profile-row.ts';
import type { Profile } from '../../../shared/domain/profile.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { neededIuv } from '../table/iuv-and-notice.ts';
import { leftAside, type TableReader } from '../table/records.ts';
import { ricevutaInList } from '../table/ricevuta-in-list.ts';
import { firstProblem, rowOf, told } from './row-of.ts';

/** A line of a list of payments. It names no ente: the clerk's own lists are ours. */
export function ricevutaReader(profile: Profile): TableReader<string> {
  return {
    row(record, check) {
      const row = rowOf(profile, record);
      const codes = neededIuv(check, row.field('iuv'), row.field('notice'));
      const iur = check.optionalCode(row.field('iur')) ?? '';
      if (check.problem !== null || codes === null) return fail(check.known());
      const paidOn = dayOf(profile, 'day', row.cellOf);
      const amount = plainCents(profile, row.cellOf);
      const problem = firstProblem(paidOn, amount);
      if (problem !== null) return row.refuse(problem);
      if (!paidOn.ok || !amount.ok) return told(null, row.field('amount'));
      if (amount.value === 0) return leftAside('zero-amount');
      const codiceFiscale = normalizeCodiceFiscale(row.text('debtorCf') ?? '');
      return ok([
        ricevutaInList({
          ...codes,
          receiptId: iur,
          iur,
          paidOn: paidOn.value,
          cents: amount.value,
          debtor: {
            codiceFiscale: codiceFiscale === '' ? null : codiceFiscale,
            name: row.text('debtorName'),
          },
          description: null,
        }),
      ]);
    },
  };
}
