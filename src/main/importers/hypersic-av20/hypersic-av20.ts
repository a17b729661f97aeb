import { parseItalianDay } from '../../../shared/domain/day.ts';
import { areDigits } from '../../../shared/domain/iuv.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { optionalText, verbatim } from '../check.ts';
import { neededIuv } from '../table/iuv-and-notice.ts';
import type { Headless, Layout } from '../table/layout.ts';
import { leftAside } from '../table/records.ts';
import { ricevutaInList } from '../table/ricevuta-in-list.ts';
import { tableImporter } from '../table/table-importer.ts';
import { noticeWarnings } from '../ricevuta/notice.ts';

const layout = {
  service: { headers: ['CodiceServizio'], required: true },
  debtorCode: { headers: ['CFPIVADebitore'] },
  debtorName: { headers: ['NominativoDebitore'] },
  description: { headers: ['CausaleDebito'] },
  notice: { headers: ['CodiceAvviso'], required: true },
  iuv: { headers: ['CodiceIUV'], required: true },
  paidOn: { headers: ['DataPagamento'], required: true },
  paid: { headers: ['ImportoPagato'], required: true },
  pspName: { headers: ['IstitutoMittente'] },
} satisfies Layout<string>;

type Key = keyof typeof layout;

/** The 21 columns of the tracciato; up to ten triples of accounting codes follow. */
const columns: readonly (Key | null)[] = [
  'service',
  null,
  null,
  'debtorCode',
  'debtorName',
  null,
  null,
  'description',
  null,
  null,
  'notice',
  'iuv',
  null,
  'paidOn',
  'paid',
  'pspName',
  ...Array.from({ length: 5 + 10 * 3 }, () => null),
];

const fewest = 21;

/** Dates and amounts in cents where the tracciato has them, and an IUV or an avviso. */
const headless: Headless<Key> = {
  columns,
  isRow(cells) {
    const at = (index: number): string => cells[index]?.trim() ?? '';
    const isDayOrEmpty = (index: number): boolean => at(index) === '' || parseItalianDay(at(index)).ok;
    const isCentsOrEmpty = (index: number): boolean => at(index) === '' || areDigits(at(index));
    return (
      cells.length >= fewest &&
      cells.length <= columns.length + 1 &&
      [6, 12, 13, 19].every(isDayOrEmpty) &&
      at(6) !== '' &&
      areDigits(at(8)) &&
      isCentsOrEmpty(14) &&
      (at(10) !== '' || at(11) !== '')
    );
  },
};

/** What was paid, as hyperSIC of APKappa takes it (tracciato AV20), with or without a header: `docs/formati/hypersic-av20.md`. */
export const hypersicAv20 = tableImporter<Key>({
  name: 'hypersic-av20',
  kind: 'ricevuta',
  layout,
  headless,
  reader: (warn) => ({
    row(record, check) {
      if (optionalText(record.get('paidOn')) === null) return leftAside('not-paid');
      const codes = neededIuv(check, record.get('iuv'), record.get('notice'));
      const paidOn = check.italianDay(record.get('paidOn'));
      const cents = check.wholeCents(record.get('paid'));
      if (codes === null || paidOn === null || cents === null) return fail(check.known());
      if (cents === 0) return leftAside('zero-amount');
      const reading = ricevutaInList({
        ...codes,
        paidOn,
        cents,
        debtor: {
          codiceFiscale: optionalText(record.get('debtorCode')),
          name: optionalText(record.get('debtorName')),
        },
        pspName: optionalText(record.get('pspName')),
        description: verbatim(record.get('description')),
      });
      for (const warning of noticeWarnings(reading.ricevuta)) warn(warning);
      return ok([reading]);
    },
  }),
});
