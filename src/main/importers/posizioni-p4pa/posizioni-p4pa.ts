import type { Posizione } from '../../../shared/domain/posizione.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { optionalText, verbatim, type Check } from '../check.ts';
import { iuvAndNotice } from '../table/iuv-and-notice.ts';
import type { Layout } from '../table/layout.ts';
import type { TableField } from '../table/records.ts';
import { tableImporter } from '../table/table-importer.ts';

/** Version 2.0 has each column under an Italian and an English name. */
const layout = {
  iud: { headers: ['IUD'], required: true },
  iuv: { headers: ['codIuv', 'iuv'] },
  debtorCode: { headers: ['codiceIdentificativoUnivoco', 'fiscalCode'], required: true },
  debtorName: { headers: ['anagraficaPagatore', 'fullName'] },
  dueDay: { headers: ['dataEsecuzionePagamento', 'dataScadenzaPagamento', 'dueDate'] },
  amount: { headers: ['importoDovuto', 'amount'], required: true },
  tipoDovuto: { headers: ['tipoDovuto', 'debtPositionTypeCode'], required: true },
  description: { headers: ['causaleVersamento', 'remittanceInformation'] },
  category: { headers: ['datiSpecificiRiscossione', 'legacyPaymentMetadata'] },
  action: { headers: ['azione', 'action'], required: true },
} satisfies Layout<string>;

const noNotice = { name: '', value: null };

/**
 * The positions that MyPivot and the Piattaforma Unitaria take, versions 1.0 to 1.4 and 2.0: each row is one instalment.
 * `docs/formati/posizioni-p4pa.md`.
 */
export const posizioniP4pa = tableImporter<keyof typeof layout>({
  name: 'posizioni-p4pa',
  kind: 'posizioni',
  layout,
  reader: () => ({
    row(record, check) {
      const iud = optionalText(record.get('iud'));
      const codes = iuvAndNotice(check, record.get('iuv'), noNotice);
      const cents = check.euro(record.get('amount'));
      const dueDay = check.optionalItalianDay(record.get('dueDay'));
      const action = toAction(record.get('action'), check);
      if (iud === null && codes?.iuv === null) check.text(record.get('iud'));
      if (check.problem !== null || codes === null || cents === null || action === null)
        return fail(check.known());
      const posizione: Posizione = {
        iud,
        ...codes,
        debtor: {
          codiceFiscale: optionalText(record.get('debtorCode')),
          name: optionalText(record.get('debtorName')),
        },
        tipoDovuto: optionalText(record.get('tipoDovuto')),
        description: verbatim(record.get('description')),
        category: optionalText(record.get('category')),
        cents,
        dueDay,
        action,
      };
      return ok([{ type: 'posizione', posizione }]);
    },
  }),
});

/** I makes the position, M changes it, A takes it away. */
function toAction(field: TableField, check: Check): Posizione['action'] | null {
  const text = check.text(field)?.toUpperCase();
  if (text === undefined) return null;
  if (text === 'I' || text === 'M') return 'keep';
  return text === 'A' ? 'cancel' : check.refuse('invalid-value', field);
}
