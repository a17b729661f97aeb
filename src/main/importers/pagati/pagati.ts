import { fail, ok } from '../../../shared/domain/result.ts';
import { optionalText, verbatim } from '../check.ts';
import { neededIuv } from '../table/iuv-and-notice.ts';
import type { Layout } from '../table/layout.ts';
import { leftAside } from '../table/records.ts';
import { ricevutaInList } from '../table/ricevuta-in-list.ts';
import { tableImporter } from '../table/table-importer.ts';

const layout = {
  iud: { headers: ['IUD'], required: true },
  iuv: { headers: ['codIuv'], required: true },
  debtorCode: { headers: ['codiceIdentificativoUnivoco'] },
  debtorName: { headers: ['anagraficaPagatore'] },
  date: { headers: ['dataEsecuzionePagamento'], required: true },
  amount: { headers: ['importoDovutoPagato'], required: true },
  description: { headers: ['causaleVersamento'] },
  category: { headers: ['datiSpecificiRiscossione'] },
} satisfies Layout<string>;

const noNotice = { name: '', value: null };

/**
 * The list of what was paid that MyPivot, the Piattaforma Unitaria and GovPay write; it tells no IUR:
 * `docs/formati/pagati.md`.
 */
export const pagati = tableImporter<keyof typeof layout>({
  name: 'pagati',
  kind: 'ricevuta',
  layout,
  reader: () => ({
    row(record, check) {
      const codes = neededIuv(check, record.get('iuv'), noNotice);
      const paidOn = check.italianDay(record.get('date'));
      const cents = check.euro(record.get('amount'));
      if (codes === null || paidOn === null || cents === null) return fail(check.known());
      if (cents === 0) return leftAside('zero-amount');
      return ok([
        ricevutaInList({
          ...codes,
          paidOn,
          cents,
          debtor: {
            codiceFiscale: optionalText(record.get('debtorCode')),
            name: optionalText(record.get('debtorName')),
          },
          description: verbatim(record.get('description')),
          category: optionalText(record.get('category')),
        }),
      ]);
    },
  }),
});
