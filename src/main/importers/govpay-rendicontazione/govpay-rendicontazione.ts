import { isCodiceFiscale } from '../../../shared/domain/codice-fiscale.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { optionalText, verbatim } from '../check.ts';
import { enteInList } from '../table/ente-in-list.ts';
import type { Layout } from '../table/layout.ts';
import { ricevutaInList } from '../table/ricevuta-in-list.ts';
import { tableImporter } from '../table/table-importer.ts';

const layout = {
  pendenza: { headers: ['idPendenza'], required: true },
  debtorCode: { headers: ['identificativoDebitore'] },
  debtorName: { headers: ['anagraficaDebitore'] },
  dominio: { headers: ['identificativoDominio'] },
  iuv: { headers: ['identificativoUnivocoVersamento'], required: true },
  ccp: { headers: ['codiceContestoPagamento'] },
  index: { headers: ['indiceDati'], required: true },
  iur: { headers: ['identificativoUnivocoRiscossione'], required: true },
  amount: { headers: ['singoloImportoPagato'], required: true },
  date: { headers: ['dataEsitoSingoloPagamento'], required: true },
  description: { headers: ['causaleVersamento', 'descrizione'] },
  category: { headers: ['datiSpecificiRiscossione'] },
  pspName: { headers: ['denominazioneAttestante'] },
  pspCode: { headers: ['identificativoAttestante'] },
} satisfies Layout<string>;

/** The receipts of an export of GovPay (`govpay_rendicontazione.csv`): `docs/formati/govpay-rendicontazione.md`. */
export const govpayRendicontazione = tableImporter<keyof typeof layout>({
  name: 'govpay-rendicontazione',
  kind: 'ricevuta',
  layout,
  reader: () => ({
    row(record, check) {
      const iuv = check.code(record.get('iuv'), 'iuv');
      const iur = check.code(record.get('iur'));
      const index = check.integer(record.get('index'), 1, 1_000);
      const cents = check.euro(record.get('amount'));
      const paidOn = check.italianDay(record.get('date'));
      if (iuv === null || iur === null || index === null || cents === null || paidOn === null)
        return fail(check.known());
      // For receipts of the old model GovPay writes the IUV in this column.
      const dominio = enteInList(optionalText(record.get('dominio')) ?? '');
      return ok([
        ricevutaInList({
          iuv,
          iur,
          index,
          receiptId: optionalText(record.get('ccp')) ?? iur,
          paidOn,
          ente: isCodiceFiscale(dominio) ? dominio : '',
          cents,
          debtor: {
            codiceFiscale: optionalText(record.get('debtorCode')),
            name: optionalText(record.get('debtorName')),
          },
          pspCode: optionalText(record.get('pspCode')),
          pspName: optionalText(record.get('pspName')),
          description: verbatim(record.get('description')),
          category: optionalText(record.get('category')),
        }),
      ]);
    },
  }),
});
