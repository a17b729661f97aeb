import { maskCodiceFiscale, maskName } from '../../../shared/domain/masked.ts';
import { dotNames, dotOrder } from '../../../shared/wording/dots.ts';
import { statusLabels } from '../../../shared/wording/labels.ts';
import type { PaymentRow } from '../pagamenti.ts';
import { dotNumbers } from '../workbook/model.ts';
import type { List, ListColumn } from './list-sheet.ts';
import { sayNumeri, sayReason } from './words.ts';

/** Every payment with its three dots. */
export function paymentList(clear: boolean): List<PaymentRow> {
  const dots: readonly ListColumn<PaymentRow>[] = dotOrder.map((which) => ({
    title: dotNames[which],
    width: 16,
    kind: 'dot',
    value: (p) => dotNumbers[p.dots[which]],
  }));
  return {
    name: 'Pagamenti',
    printed: 12,
    columns: [
      { title: 'IUV', width: 20, kind: 'text', value: (p) => p.iuv },
      { title: 'Pagato il', width: 11, kind: 'day', value: (p) => p.paidOn },
      { title: 'Importo', width: 14, kind: 'euro', total: true, value: (p) => p.cents },
      { title: 'Servizio', width: 26, kind: 'text', value: (p) => p.service?.nome ?? null },
      { title: 'Capitolo', width: 11, kind: 'text', value: (p) => p.service?.capitolo ?? null },
      { title: 'Accertamento', width: 16, kind: 'text', value: (p) => p.service?.accertamento ?? null },
      { title: 'Debitore', width: 25, kind: 'text', value: (p) => shown(p.debtor?.name, clear, maskName) },
      {
        title: 'Codice fiscale',
        width: 21,
        kind: 'text',
        value: (p) => shown(p.debtor?.codiceFiscale, clear, maskCodiceFiscale),
      },
      ...dots,
      { title: 'Stato', width: 30, kind: 'text', value: (p) => statusLabels[p.status] },
      { title: 'Provvisori', width: 14, kind: 'text', value: (p) => sayNumeri(p.provvisori) },
      { title: 'Flusso', width: 37, kind: 'text', value: (p) => p.iuf },
      { title: 'Data del flusso', width: 11, kind: 'day', value: (p) => p.flowDate },
      { title: 'Numero avviso', width: 21, kind: 'text', value: (p) => p.noticeNumber },
      { title: 'IUR', width: 36, kind: 'text', value: (p) => p.iur },
      { title: 'Altro partner', width: 20, kind: 'text', value: (p) => p.partner },
      {
        title: 'Altro da sapere',
        width: 40,
        kind: 'text',
        value: (p) => p.reasons.map(sayReason).join('; '),
      },
    ],
  };
}

/** A person as the workbook tells it. */
export function shown(
  text: string | null | undefined,
  clear: boolean,
  mask: (text: string) => string,
): string | null {
  if (text === null || text === undefined) return null;
  return clear ? text : mask(text);
}
