import type { MessageReason } from '../../../shared/domain/message/reason.ts';
import type { Rata } from '../../../shared/domain/message/recipient.ts';
import type { MessageState } from '../../../shared/domain/message/state.ts';
import { sayMoment } from '../../../shared/wording/figures.ts';
import { sayRata } from '../../../shared/wording/messages/list.ts';
import { sayReason } from '../../../shared/wording/messages/reasons.ts';
import { messageStateLabels } from '../../../shared/wording/messages/states.ts';
import type { List } from '../tesoriere/list-sheet.ts';
import type { People } from './people.ts';

/** One message, as a report tells it. Instants are ISO. */
export interface ReportedMessage {
  readonly row: number;
  readonly fiscalCode: string;
  readonly name: string | null;
  readonly noticeNumber: string | null;
  readonly cents: number | null;
  readonly dueDay: string | null;
  readonly rata: Rata | null;
  readonly state: MessageState;
  readonly reason: MessageReason | null;
  readonly attempts: number;
  /** Of the service. */
  readonly ioId: string | null;
  readonly acceptedAt: string | null;
  readonly changedAt: string;
}

/** Every message of a campaign, and what became of it. */
export function messageList(people: People): List<ReportedMessage> {
  return {
    name: 'Messaggi',
    printed: 9,
    columns: [
      { title: 'Riga', width: 9, kind: 'count', value: ({ row }) => row },
      {
        title: 'Codice fiscale',
        width: 21,
        kind: 'text',
        value: ({ fiscalCode }) => people.fiscalCode(fiscalCode),
      },
      { title: 'Nome', width: 26, kind: 'text', value: ({ name }) => people.name(name) },
      { title: 'Numero avviso', width: 21, kind: 'text', value: ({ noticeNumber }) => noticeNumber },
      { title: 'Importo', width: 14, kind: 'euro', total: true, value: ({ cents }) => cents },
      { title: 'Scadenza', width: 11, kind: 'day', value: ({ dueDay }) => dueDay },
      {
        title: 'Rata',
        width: 12,
        kind: 'text',
        value: ({ rata }) => (rata === null ? null : sayRata(rata)),
      },
      { title: 'Stato', width: 26, kind: 'text', value: ({ state }) => messageStateLabels[state] },
      {
        title: 'Motivo',
        width: 52,
        kind: 'long',
        value: ({ reason }) => (reason === null ? null : people.sentence(sayReason(reason))),
      },
      { title: 'Tentativi', width: 11, kind: 'count', value: ({ attempts }) => attempts },
      { title: 'Identificativo IO', width: 30, kind: 'text', value: ({ ioId }) => ioId },
      {
        title: 'Preso in carico',
        width: 24,
        kind: 'text',
        value: ({ acceptedAt }) => (acceptedAt === null ? null : sayMoment(acceptedAt)),
      },
      {
        title: 'Ultimo cambiamento',
        width: 24,
        kind: 'text',
        value: ({ changedAt }) => sayMoment(changedAt),
      },
    ],
  };
}
