import type { Ricevuta, Transfer } from '../../shared/domain/ricevuta.ts';
import { inventedEnte } from './invented-ente.ts';

/** A transfer to write; a `Transfer` is itself a draft. */
export interface TransferDraft extends Partial<Omit<Transfer, 'cents'>> {
  readonly cents: number;
  readonly enteDenominazione?: string;
}

/** The four shapes in which a receipt reaches an ente. */
export type RicevutaShape = 'paSendRTV2' | 'paSendRT' | 'receipt' | 'rt';

/**
 * A receipt to write; a `Ricevuta` is itself a draft. Only `iuv` has no sensible default, and either
 * `cents` (one transfer to us) or `transfers` tells the money.
 */
export interface RicevutaDraft extends Partial<
  Omit<Ricevuta, 'iuv' | 'transfers' | 'paidOn' | 'totalCents'>
> {
  readonly iuv: string;
  readonly cents?: number;
  readonly transfers?: readonly TransferDraft[];
  readonly paidOn?: string | null;
  readonly totalCents?: number;
  /** Default: `rt` for the form `rt`, otherwise `paSendRTV2`. */
  readonly shape?: RicevutaShape;
  /** Whether a SOAP envelope stands around; default true for the two `paSend…` shapes. */
  readonly soap?: boolean;
  /** Prefix of the RT (default `pay_i`, may be empty), or of the `paSend…` root (default `pafn`). */
  readonly prefix?: string;
  readonly enteDenominazione?: string;
  readonly payer?: { readonly codiceFiscale: string; readonly name: string };
  readonly feeCents?: number;
  readonly indent?: boolean;
  readonly declaration?: string;
}

/** A draft in which everything the formats need has been decided. */
export interface CompleteRicevuta {
  readonly draft: RicevutaDraft;
  readonly shape: RicevutaShape;
  readonly receiptId: string;
  readonly noticeNumber: string | null;
  readonly paid: boolean;
  readonly paidOn: string;
  readonly issuedAt: string;
  readonly enteCodiceFiscale: string;
  readonly enteDenominazione: string;
  readonly description: string;
  readonly debtorCode: string;
  readonly debtorName: string;
  readonly pspCode: string;
  readonly pspName: string;
  readonly station: string;
  readonly totalCents: number;
  readonly transfers: readonly Required<TransferDraft>[];
}

/** Fills what the draft leaves out. */
export function completeRicevuta(draft: RicevutaDraft): CompleteRicevuta {
  const paidOn = draft.paidOn ?? '2026-01-15';
  const receiptId = draft.receiptId ?? draft.iuv.toLowerCase().padStart(32, '0');
  const description = draft.description ?? 'Pagamento al Comune';
  const ente = draft.enteCodiceFiscale ?? inventedEnte.codiceFiscale;
  const given: readonly TransferDraft[] =
    draft.transfers ?? (draft.cents === undefined ? [] : [{ cents: draft.cents }]);
  const transfers = given.map((transfer, position) => ({
    index: transfer.index ?? position + 1,
    iur: transfer.iur ?? receiptId,
    cents: transfer.cents,
    enteCodiceFiscale: transfer.enteCodiceFiscale ?? ente,
    enteDenominazione: transfer.enteDenominazione ?? draft.enteDenominazione ?? inventedEnte.denominazione,
    bollo: transfer.bollo ?? false,
    paid: transfer.paid ?? true,
    description: transfer.description ?? null,
    category: transfer.category ?? '9/0101108TS/',
  }));
  return {
    draft,
    shape: draft.shape ?? (draft.form === 'rt' ? 'rt' : 'paSendRTV2'),
    receiptId,
    noticeNumber: draft.noticeNumber === undefined ? noticeOf(draft.iuv) : draft.noticeNumber,
    paid: (draft.outcome ?? 'paid') === 'paid',
    paidOn,
    issuedAt: draft.issuedAt ?? `${paidOn}T10:24:31`,
    enteCodiceFiscale: ente,
    enteDenominazione: draft.enteDenominazione ?? inventedEnte.denominazione,
    description,
    debtorCode: draft.debtor?.codiceFiscale ?? 'ANONIMO',
    debtorName: draft.debtor?.name ?? 'ANONIMO',
    pspCode: draft.pspCode ?? 'BINVIT9X',
    pspName: draft.pspName ?? 'Banca Invenzione',
    station: draft.station ?? '99000001111_01',
    totalCents: draft.totalCents ?? transfers.reduce((sum, transfer) => sum + transfer.cents, 0),
    transfers,
  };
}

/** Aux digit 3 for the 17 digits of today, 0 with application code 01 for the 15 of yesterday. */
function noticeOf(iuv: string): string | null {
  if (/^\d{17}$/.test(iuv)) return `3${iuv}`;
  return /^\d{15}$/.test(iuv) ? `001${iuv}` : null;
}
