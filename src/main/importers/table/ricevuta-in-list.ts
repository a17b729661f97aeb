import type { Day } from '../../../shared/domain/day.ts';
import type { Reading } from '../../../shared/domain/document.ts';
import type { Cents } from '../../../shared/domain/euro.ts';
import type { Ricevuta } from '../../../shared/domain/ricevuta.ts';

/** What a line of a list tells of a payment. */
export interface ListedRicevuta {
  readonly iuv: string;
  readonly noticeNumber?: string | null;
  /** Empty, like the IUR, where the list does not tell it. */
  readonly receiptId?: string;
  readonly iur?: string;
  readonly index?: number;
  readonly paid?: boolean;
  readonly paidOn: Day | null;
  readonly issuedAt?: string | null;
  /** Who issued the notice, and who gets this amount; empty where the list does not tell it. */
  readonly issuer?: string;
  readonly ente?: string;
  readonly cents: Cents;
  /** All that was paid, where it is told beside this amount. */
  readonly totalCents?: Cents;
  readonly bollo?: boolean;
  readonly debtor: Ricevuta['debtor'];
  readonly pspCode?: string | null;
  readonly pspName?: string | null;
  readonly station?: string | null;
  readonly description: string | null;
  readonly category?: string | null;
}

/** A line of a list as a receipt of one amount. */
export function ricevutaInList(line: ListedRicevuta): Reading & { readonly type: 'ricevuta' } {
  const { paid = true, ente = '', issuer = ente } = line;
  const ricevuta: Ricevuta = {
    form: 'list',
    iuv: line.iuv,
    receiptId: line.receiptId ?? '',
    noticeNumber: line.noticeNumber ?? null,
    outcome: paid ? 'paid' : 'failed',
    paidOn: paid ? line.paidOn : null,
    issuedAt: line.issuedAt ?? null,
    enteCodiceFiscale: issuer,
    totalCents: line.totalCents ?? line.cents,
    debtor: line.debtor,
    pspCode: line.pspCode ?? null,
    pspName: line.pspName ?? null,
    station: line.station ?? null,
    description: line.description,
    transfers: [
      {
        index: line.index ?? 1,
        iur: line.iur ?? '',
        cents: line.cents,
        enteCodiceFiscale: ente,
        bollo: line.bollo ?? false,
        paid,
        description: line.description,
        category: line.category ?? null,
      },
    ],
  };
  return { type: 'ricevuta', ricevuta };
}
