import type { RigaFlusso } from '../../../shared/domain/flusso.ts';
import { iufDay } from '../../../shared/domain/iuf.ts';
import type { Check } from '../check.ts';
import { enteInList } from '../table/ente-in-list.ts';
import { flussiReader, type ListedFlusso } from '../table/flussi-in-list.ts';
import type { Layout } from '../table/layout.ts';
import type { TableField, TableRecord } from '../table/records.ts';
import { tableImporter } from '../table/table-importer.ts';

const layout = {
  iuf: { headers: ['IDFLUSSO'], required: true },
  pspCode: { headers: ['IDPSP'], required: true },
  dominio: { headers: ['IDDOMINIO'], required: true },
  iuv: { headers: ['IUV'], required: true },
  iur: { headers: ['IUR'], required: true },
  amount: { headers: ['IMPORTO'], required: true },
  date: { headers: ['DATA'], required: true },
  esito: { headers: ['ESITO'], required: true },
} satisfies Layout<string>;

type Key = keyof typeof layout;

/**
 * One flusso as the console of GovPay writes it out: without totals, moment and regolamento, so that any XML of the same
 * flusso tells more. `docs/formati/govpay-console.md`.
 */
export const govpayConsole = tableImporter<Key>({
  name: 'govpay-console',
  kind: 'flusso',
  layout,
  reader: () => flussiReader(toHead, toRiga),
});

function toHead(record: TableRecord<Key>, check: Check): ListedFlusso | null {
  const iuf = check.text(record.get('iuf'));
  const pspCode = check.text(record.get('pspCode'));
  const dominio = check.text(record.get('dominio'));
  if (iuf === null || pspCode === null || dominio === null) return null;
  // The day of the transfer stands nowhere else.
  const date = iufDay(iuf) ?? check.refuse('invalid-value', record.get('iuf'));
  if (date === null) return null;
  return {
    iuf,
    revision: 1,
    createdAt: '',
    regolamento: '',
    date,
    pspCode,
    pspName: null,
    enteCodiceFiscale: enteInList(dominio),
    enteDenominazione: null,
    declared: null,
  };
}

function toRiga(record: TableRecord<Key>, check: Check): RigaFlusso | null {
  const iuv = check.code(record.get('iuv'), 'iuv');
  const iur = check.code(record.get('iur'));
  const cents = check.euro(record.get('amount'));
  const esito = toEsito(record.get('esito'), check);
  const date = check.italianDay(record.get('date'));
  if (iuv === null || iur === null || cents === null || esito === null || date === null) return null;
  return { iuv, iur, index: null, cents, esito, date };
}

/** GovPay's names for the outcomes; some versions write the code. */
const esiti: ReadonlyMap<string, number> = new Map([
  ['ESEGUITO', 0],
  ['REVOCATO', 3],
  ['STAND_IN', 4],
  ['STAND_IN_SENZA_RPT', 8],
  ['ESEGUITO_SENZA_RPT', 9],
]);

function toEsito(field: TableField, check: Check): number | null {
  const known = esiti.get(field.value?.trim().toUpperCase() ?? '');
  return known ?? check.integer(field, 0, 999);
}
