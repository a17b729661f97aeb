import { dayOf, plainCents } from '../../../shared/domain/profile-row.ts';
import type { Profile } from '../../../shared/domain/profile.ts';
import { normalizeCodiceFiscale } from '../../../shared/domain/codice-fiscale.ts';
import { ok } from '../../../shared/domain/result.ts';
import { leftAside, type TableReader } from '../table/records.ts';
import { paymentCodes } from './payment-codes.ts';
import { firstProblem, rowOf, told } from './row-of.ts';

/** A line of a list of payments: the clerk's own lists are of our ente. */
export function ricevutaReader(profile: Profile, enteCodiceFiscale: string): TableReader<string> {
  return {
    row(record, check) {
      const row = rowOf(profile, record);
      const { iuv, noticeNumber } = paymentCodes(row, check);
      const iur = check.optionalCode(row.field('iur')) ?? '';
      if (check.problem !== null) return told(check.problem, row.field('iuv'));
      if (iuv === null) return row.refuse({ code: 'missing-value', field: 'iuv' });
      const paidOn = dayOf(profile, 'day', row.cellOf);
      const amount = plainCents(profile, row.cellOf);
      const problem = firstProblem(paidOn, amount);
      if (problem !== null) return row.refuse(problem);
      if (!paidOn.ok || !amount.ok) return told(null, row.field('amount'));
      if (amount.value === 0) return leftAside('zero-amount');
      const codiceFiscale = normalizeCodiceFiscale(row.text('debtorCf') ?? '');
      const rest = { pspCode: null, pspName: null, station: null, description: null, issuedAt: null };
      const transfer = {
        index: 1,
        iur,
        cents: amount.value,
        enteCodiceFiscale,
        bollo: false,
        paid: true,
        description: null,
        category: null,
      };
      const ricevuta = {
        ...rest,
        form: 'list' as const,
        iuv,
        receiptId: iur,
        noticeNumber,
        outcome: 'paid' as const,
        paidOn: paidOn.value,
        enteCodiceFiscale,
        totalCents: amount.value,
        debtor: {
          codiceFiscale: codiceFiscale === '' ? null : codiceFiscale,
          name: row.text('debtorName'),
        },
        transfers: [transfer],
      };
      return ok([{ type: 'ricevuta', ricevuta }]);
    },
  };
}
