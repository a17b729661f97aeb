import type { Output } from '../../../shared/contract/api.ts';
import { noteLabels, statusLabels } from '../../../shared/wording/labels.ts';
import { sayDots } from '../../../shared/wording/dots.ts';
import { euro, italianDay } from '../../../shared/wording/figures.ts';
import { Pallini } from '../../components/pallino.tsx';
import type { Column } from '../../components/table/column.ts';
import type { PaymentFilter, PaymentSort } from './reading.ts';

export type Payment = Output<'payments.list'>['rows'][number];

/** The columns of the payments; a cell can narrow the list to what it says. */
export function paymentColumns(
  serviceName: (id: string) => string,
  setFilter: (part: Partial<PaymentFilter>) => void,
): readonly (Column<Payment> & { readonly sort?: PaymentSort })[] {
  /** Narrows by a text of the row, where it has one. */
  const by =
    (text: (row: Payment) => string | null, part: (text: string) => Partial<PaymentFilter>) =>
    (row: Payment) => {
      const said = text(row);
      return said === null || said === '' ? null : () => setFilter(part(said));
    };
  const bySearch = (text: (row: Payment) => string | null) => by(text, (search) => ({ search }));
  return [
    {
      id: 'pallini',
      title: 'Pallini',
      width: 104,
      text: (row) => sayDots(row.dots),
      show: (row) => <Pallini dots={row.dots} />,
      explain: 'Pagato, rendicontato, riconciliato',
    },
    {
      id: 'stato',
      title: 'Stato',
      width: 222,
      sort: 'status',
      text: (row) => statusLabels[row.status],
      narrow: (row) => () => setFilter({ statuses: [row.status] }),
    },
    {
      id: 'importo',
      title: 'Importo',
      width: 112,
      align: 'right',
      sort: 'cents',
      text: (row) => euro(row.cents),
      narrow: (row) => () => setFilter({ centsFrom: row.cents, centsTo: row.cents }),
    },
    {
      id: 'pagato',
      title: 'Pagato il',
      width: 116,
      sort: 'paidOn',
      text: (row) => italianDay(row.paidOn),
      narrow: by(
        (row) => row.paidOn,
        (day) => ({ from: day, to: day }),
      ),
    },
    {
      id: 'servizio',
      title: 'Servizio',
      width: 152,
      least: 110,
      sort: 'service',
      text: (row) => (row.service === null ? '' : serviceName(row.service)),
      narrow: (row) => () => setFilter({ services: [row.service ?? ''] }),
    },
    {
      id: 'debitore',
      title: 'Debitore',
      width: 176,
      least: 124,
      sort: 'debtor',
      text: (row) => row.debtor?.name ?? '',
      narrow: bySearch((row) => row.debtor?.name ?? null),
    },
    {
      id: 'iuv',
      title: 'IUV',
      width: 160,
      sort: 'iuv',
      text: (row) => row.iuv,
      show: (row) => <span className="code">{row.iuv}</span>,
      personal: 'codice',
      narrow: bySearch((row) => row.iuv),
    },
    {
      id: 'descrizione',
      title: 'Descrizione',
      width: 220,
      least: 130,
      hidden: 'narrow',
      text: (row) => row.description ?? '',
    },
    {
      id: 'iuf',
      title: 'IUF',
      width: 270,
      least: 190,
      hidden: 'narrow',
      text: (row) => row.iuf ?? '',
      narrow: by(
        (row) => row.iuf,
        (iuf) => ({ iuf }),
      ),
    },
    {
      id: 'provvisori',
      title: 'Provvisori',
      width: 120,
      hidden: 'narrow',
      text: (row) => row.provvisori.map(({ esercizio, numero }) => `${numero}/${esercizio}`).join(', '),
    },
    {
      id: 'avviso',
      title: 'Numero avviso',
      width: 186,
      hidden: true,
      text: (row) => row.noticeNumber ?? '',
      personal: 'codice',
      narrow: bySearch((row) => row.noticeNumber),
    },
    { id: 'iur', title: 'IUR', width: 220, hidden: true, text: (row) => row.iur },
    {
      id: 'indice',
      title: 'Indice',
      width: 80,
      align: 'right',
      hidden: true,
      text: (row) => String(row.index),
    },
    {
      id: 'codice-fiscale',
      title: 'Codice fiscale',
      width: 170,
      hidden: true,
      text: (row) => row.debtor?.codiceFiscale ?? '',
      personal: 'cf',
      narrow: bySearch((row) => row.debtor?.codiceFiscale ?? null),
    },
    {
      id: 'partner',
      title: 'Partner',
      width: 150,
      hidden: true,
      text: (row) => row.partner ?? '',
      narrow: by(
        (row) => row.partner,
        (partner) => ({ partners: [partner] }),
      ),
    },
    {
      id: 'altro',
      title: 'Altro da sapere',
      width: 260,
      least: 140,
      hidden: true,
      text: (row) => row.reasons.map((reason) => sayReason(reason)).join(', '),
    },
  ];
}

/** What else holds of a payment, beside its status. */
export function sayReason(reason: Payment['reasons'][number]): string {
  return isNote(reason) ? noteLabels[reason] : statusLabels[reason].toLowerCase();
}

function isNote(reason: Payment['reasons'][number]): reason is keyof typeof noteLabels {
  return reason in noteLabels;
}
