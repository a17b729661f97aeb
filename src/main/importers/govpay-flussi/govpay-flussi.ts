import type { FlussoHeader, RigaFlusso } from '../../../shared/domain/flusso.ts';
import { optionalText, type Check } from '../check.ts';
import { enteInList } from '../table/ente-in-list.ts';
import { flussiReader, type ListedFlusso } from '../table/flussi-in-list.ts';
import type { Layout } from '../table/layout.ts';
import type { TableField, TableRecord } from '../table/records.ts';
import { tableImporter } from '../table/table-importer.ts';

const layout = {
  iuf: { headers: ['identificativoFlusso'], required: true },
  createdAt: { headers: ['dataOraFlusso'], required: true },
  dominio: { headers: ['identificativoDominio'] },
  regolamento: { headers: ['identificativoUnivocoRegolamento'], required: true },
  date: { headers: ['dataRegolamento'], required: true },
  count: { headers: ['numeroTotalePagamenti'], required: true },
  total: { headers: ['importoTotalePagamenti'], required: true },
  iuv: { headers: ['identificativoUnivocoVersamento'], required: true },
  iur: { headers: ['identificativoUnivocoRiscossione'], required: true },
  index: { headers: ['indiceDatiSingoloPagamento'] },
  amount: { headers: ['singoloImportoPagato'], required: true },
  esito: { headers: ['codiceEsitoSingoloPagamento'], required: true },
  rowDate: { headers: ['dataEsitoSingoloPagamento'], required: true },
  pspName: { headers: ['denominazioneMittente'] },
  pspCode: { headers: ['identificativoMittente'] },
  enteName: { headers: ['denominazioneRicevente'] },
  enteCode: { headers: ['identificativoRicevente'] },
} satisfies Layout<string>;

type Key = keyof typeof layout;

/**
 * The flussi of an export of GovPay (`govpay_flussi_rendicontazione.csv`), told as their XML would tell them:
 * `docs/formati/govpay-flussi.md`.
 */
export const govpayFlussi = tableImporter<Key>({
  name: 'govpay-flussi',
  kind: 'flusso',
  layout,
  reader: () => flussiReader(toHead, toRiga),
});

const manyRows = 1_000_000_000;

function toHead(record: TableRecord<Key>, check: Check): ListedFlusso | null {
  const iuf = check.text(record.get('iuf'));
  const createdAt = toInstant(record.get('createdAt'), check);
  const regolamento = check.text(record.get('regolamento'));
  const date = check.italianDay(record.get('date'));
  const count = check.integer(record.get('count'), 0, manyRows);
  const total = check.euro(record.get('total'));
  const pspCode = check.text(record.get('pspCode'));
  const enteCode = optionalText(record.get('enteCode')) ?? check.text(record.get('dominio'));
  if (
    iuf === null ||
    createdAt === null ||
    regolamento === null ||
    date === null ||
    count === null ||
    total === null ||
    pspCode === null ||
    enteCode === null
  )
    return null;
  return {
    iuf,
    // The list does not tell it.
    revision: 1,
    createdAt,
    regolamento,
    date,
    pspCode,
    pspName: optionalText(record.get('pspName')),
    enteCodiceFiscale: enteInList(enteCode),
    enteDenominazione: optionalText(record.get('enteName')),
    declared: { count, cents: total },
  };
}

function toRiga(record: TableRecord<Key>, check: Check): RigaFlusso | null {
  const iuv = check.code(record.get('iuv'), 'iuv');
  const iur = check.code(record.get('iur'));
  const index = check.optionalInteger(record.get('index'), 0, manyRows);
  const cents = check.euro(record.get('amount'));
  const esito = check.integer(record.get('esito'), 0, 999);
  const date = check.italianDay(record.get('rowDate'));
  if (check.problem !== null) return null;
  if (iuv === null || iur === null || cents === null || esito === null || date === null) return null;
  return { iuv, iur, index, cents, esito, date };
}

const italianTime = /[ T](\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/;

/**
 * `dataOraFlusso` as the XML has it: GovPay adds three decimals of a second, a spreadsheet writes it the Italian way.
 * An Italian day without its time stays a day.
 */
function toInstant(field: TableField, check: Check): FlussoHeader['createdAt'] | null {
  const day = check.italianDay(field);
  const text = field.value?.trim() ?? '';
  if (day === null) return null;
  if (/^\d{4}-/.test(text)) return text.replace(' ', 'T').replace(/\.000$/, '');
  const [, hour, minute, second = '00'] = italianTime.exec(text) ?? [];
  return hour === undefined ? day : `${day}T${hour.padStart(2, '0')}:${minute}:${second}`;
}
