import type { Output } from '../../../../shared/contract/api.ts';
import { euro, italianDay, sayMoment } from '../../../../shared/wording/figures.ts';
import { sayReason } from '../../../../shared/wording/messages/reasons.ts';
import { messageStateLabels } from '../../../../shared/wording/messages/states.ts';
import type { Column } from '../../../components/table/column.ts';
import { StateBadge } from '../state-badge.tsx';
import type { MessageFilter } from './reading.ts';

export type Message = Output<'outbox.messages'>['rows'][number];

export function messageColumns(
  setFilter: (part: Partial<MessageFilter>) => void,
  campaignName: (id: number) => string,
): readonly Column<Message>[] {
  const bySearch = (read: (row: Message) => string | null) => (row: Message) => {
    const search = read(row);
    return search === null ? null : () => setFilter({ search });
  };
  return [
    {
      id: 'stato',
      title: 'Stato',
      width: 218,
      least: 170,
      text: ({ state }) => messageStateLabels[state],
      show: ({ state }) => <StateBadge state={state} />,
      narrow:
        ({ state }) =>
        () =>
          setFilter({ states: [state] }),
    },
    {
      id: 'riga',
      title: 'Riga',
      explain: 'Riga dell’elenco da cui viene',
      width: 70,
      align: 'right',
      text: ({ row }) => row.toLocaleString('it-IT'),
    },
    {
      id: 'cittadino',
      title: 'Cittadino',
      width: 186,
      least: 130,
      text: ({ name }) => name ?? '',
      narrow: bySearch(({ name }) => name),
    },
    {
      id: 'avviso',
      title: 'Numero avviso',
      width: 178,
      text: ({ noticeNumber }) => noticeNumber ?? '',
      personal: 'codice',
      show: ({ noticeNumber }) => <span className="code">{noticeNumber ?? ''}</span>,
      narrow: bySearch(({ noticeNumber }) => noticeNumber),
    },
    {
      id: 'importo',
      title: 'Importo',
      width: 108,
      align: 'right',
      text: ({ cents }) => (cents === null ? '' : euro(cents)),
    },
    { id: 'scadenza', title: 'Scadenza', width: 106, text: ({ dueDay }) => italianDay(dueDay) },
    {
      id: 'motivo',
      title: 'Motivo',
      width: 330,
      least: 180,
      text: whyHere,
    },
    {
      id: 'tentativi',
      title: 'Tentativi',
      width: 92,
      hidden: 'narrow',
      align: 'right',
      text: ({ attempts }) => (attempts === 0 ? '' : attempts.toLocaleString('it-IT')),
    },
    {
      id: 'campagna',
      title: 'Campagna',
      width: 190,
      least: 120,
      hidden: 'narrow',
      text: ({ campaign }) => campaignName(campaign),
      narrow:
        ({ campaign }) =>
        () =>
          setFilter({ campaign }),
    },
    {
      id: 'cambiato',
      title: 'Ultimo cambiamento',
      width: 176,
      text: ({ changedAt }) => sayMoment(changedAt),
    },
    {
      id: 'non-prima',
      title: 'Non prima del',
      width: 116,
      hidden: true,
      text: (row) => italianDay(row.notBefore),
    },
    {
      id: 'codice-fiscale',
      title: 'Codice fiscale',
      width: 172,
      hidden: true,
      text: ({ fiscalCode }) => fiscalCode,
      narrow: bySearch(({ fiscalCode }) => fiscalCode),
    },
  ];
}

function whyHere({ reason, late, state, notBefore }: Message): string {
  if (reason !== null) return sayReason(reason);
  if (late) return 'Da troppo tempo senza esito: lo sa solo l’assistenza di IO.';
  // What has its turn later stands in the queue all the same.
  return state === 'queued' && notBefore !== null ? `Parte dal ${italianDay(notBefore)}.` : '';
}
