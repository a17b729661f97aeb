import { iuvOfNotice } from '../../../shared/domain/iuv.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { optionalText, verbatim, type Check } from '../check.ts';
import { isPaid } from '../ricevuta/rt.ts';
import { enteInList } from '../table/ente-in-list.ts';
import type { Layout } from '../table/layout.ts';
import type { TableField, TableRecord } from '../table/records.ts';
import { ricevutaInList } from '../table/ricevuta-in-list.ts';
import { tableImporter } from '../table/table-importer.ts';

const layout = {
  iud: { headers: ['codIud'], required: true },
  code: { headers: ['codIuv'], required: true },
  iuv: { headers: ['identificativoUnivocoVersamento'], required: true },
  dominio: { headers: ['identificativoDominio'], required: true },
  station: { headers: ['identificativoStazioneRichiedente'] },
  message: { headers: ['identificativoMessaggioRicevuta'], required: true },
  issuedAt: { headers: ['dataOraMessaggioRicevuta'], required: true },
  pspCode: { headers: ['codiceIdentificativoUnivoco'] },
  pspName: { headers: ['denominazioneAttestante'] },
  debtorCode: { headers: ['soggPagCodiceIdentificativoUnivoco'] },
  debtorName: { headers: ['anagraficaPagatore'] },
  esito: { headers: ['codiceEsitoPagamento'], required: true },
  total: { headers: ['importoTotalePagato'], required: true },
  ccp: { headers: ['codiceContestoPagamento'] },
  amount: { headers: ['singoloImportoPagato'] },
  date: { headers: ['dataEsitoSingoloPagamento'] },
  iur: { headers: ['identificativoUnivocoRiscoss', 'identificativoUnivocoRiscossione'] },
  description: { headers: ['causaleVersamento'] },
  category: { headers: ['datiSpecificiRiscossione', 'cod_tassonomico_dovuto_pa1'] },
  index: { headers: ['indiceDatiSingoloPagamento'] },
  attachment: { headers: ['codRtDatiPagDatiSingPagAllegatoRicevutaTipo'] },
  ente: { headers: ['cod_fiscale_pa1'] },
} satisfies Layout<string>;

type Key = keyof typeof layout;

/** The receipts that the Piattaforma Unitaria and MyPivot exchange, versions 1.0 to 1.3: `docs/formati/ricevute-p4pa.md`. */
export const ricevuteP4pa = tableImporter<Key>({
  name: 'ricevute-p4pa',
  kind: 'ricevuta',
  layout,
  reader: () => ({
    row(record, check) {
      const iuv = toIuv(record, check);
      const message = check.code(record.get('message'));
      const dominio = check.text(record.get('dominio'));
      const messageDay = check.italianDay(record.get('issuedAt'));
      const esito = check.integer(record.get('esito'), 0, 4);
      const total = check.euro(record.get('total'));
      const single = optionalText(record.get('amount')) === null ? total : check.euro(record.get('amount'));
      const day = check.optionalItalianDay(record.get('date'));
      const index = check.optionalInteger(record.get('index'), 1, 1_000) ?? 1;
      const iur = check.optionalCode(record.get('iur')) ?? message;
      if (check.problem !== null) return fail(check.problem);
      if (iuv === null || dominio === null || esito === null || total === null || single === null)
        return fail(check.known());
      return ok([
        ricevutaInList({
          ...iuv,
          iur: iur ?? '',
          index,
          receiptId: optionalText(record.get('ccp')) ?? message ?? '',
          paid: isPaid(esito, single),
          paidOn: day ?? messageDay,
          issuedAt: optionalText(record.get('issuedAt')),
          issuer: enteInList(dominio),
          ente: enteInList(optionalText(record.get('ente')) ?? dominio),
          cents: single,
          totalCents: total,
          // BD is the marca da bollo digitale, ES the outcome of the PSP.
          bollo: optionalText(record.get('attachment')) === 'BD',
          debtor: {
            codiceFiscale: optionalText(record.get('debtorCode')),
            name: optionalText(record.get('debtorName')),
          },
          pspCode: optionalText(record.get('pspCode')),
          pspName: optionalText(record.get('pspName')),
          station: optionalText(record.get('station')),
          description: verbatim(record.get('description')),
          category: optionalText(record.get('category')),
        }),
      ]);
    },
  }),
});

/** Both columns must say the same IUV, or one of them the avviso that contains it: a row that does not is not trusted. */
function toIuv(record: TableRecord<Key>, check: Check): { iuv: string; noticeNumber: string | null } | null {
  const iuv = check.code(record.get('iuv'), 'iuv');
  const field: TableField = record.get('code');
  const code = check.code(field, 'iuv');
  if (iuv === null || code === null) return null;
  if (code === iuv) return { iuv, noticeNumber: null };
  return iuvOfNotice(code) === iuv ? { iuv, noticeNumber: code } : check.refuse('invalid-value', field);
}
