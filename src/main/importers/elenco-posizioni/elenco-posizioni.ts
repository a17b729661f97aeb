import { fail, ok } from '../../../shared/domain/result.ts';
import { optionalText, verbatim } from '../check.ts';
import { noticeWarnings } from '../ricevuta/notice.ts';
import { neededIuv } from '../table/iuv-and-notice.ts';
import type { TableRecord } from '../table/records.ts';
import { tableImporter } from '../table/table-importer.ts';
import { columns } from './columns.ts';

type Key = keyof typeof columns;

/** A list of avvisi from any program, recognised by the names of its columns: `docs/formati/elenco-posizioni.md`. */
export const elencoPosizioni = tableImporter<Key>({
  name: 'elenco-posizioni',
  kind: 'posizioni',
  layout: columns,
  reader: (warn) => ({
    row(record, check) {
      const codes = neededIuv(check, record.get('iuv'), record.get('notice'));
      const cents = check.euro(record.get('amount'));
      const dueDay = check.optionalItalianDay(record.get('dueDay'));
      if (check.problem !== null || codes === null || cents === null) return fail(check.known());
      for (const warning of noticeWarnings(codes)) warn(warning);
      const posizione = {
        iud: optionalText(record.get('iud')),
        ...codes,
        debtor: { codiceFiscale: optionalText(record.get('debtorCode')), name: nameOf(record) },
        tipoDovuto: optionalText(record.get('tipoDovuto')),
        description: verbatim(record.get('description')),
        category: optionalText(record.get('category')),
        cents,
        dueDay,
        action: 'keep' as const,
      };
      return ok([{ type: 'posizione', posizione }]);
    },
  }),
});

function nameOf(record: TableRecord<Key>): string | null {
  const whole = optionalText(record.get('debtorName'));
  if (whole !== null) return whole;
  const parts = [record.get('surname'), record.get('givenName')].flatMap(
    (field) => optionalText(field) ?? [],
  );
  return parts.length === 0 ? null : parts.join(' ');
}
