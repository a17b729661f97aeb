import type { Ricevuta, Transfer } from '../../../shared/domain/ricevuta.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import { Check, optionalText, verbatim, type ValueProblem } from '../check.ts';
import { byName, clearAll, type Field, type Shape } from '../shape.ts';
import {
  childrenOf,
  receiptFields,
  receiptTransferFields,
  type ReceiptFields,
  type ReceiptTransferFields,
} from './receipt-fields.ts';

/** A `receipt` of the new model, as `paSendRT` and `paSendRTV2` bring it. */
export function receiptShape(
  station: Field,
  onReceipt: (read: Result<Ricevuta, ValueProblem>) => void,
): Shape {
  const fields = receiptFields();
  const transfer = receiptTransferFields();
  let check = new Check();
  let transfers: TransferDraft[] = [];
  let bollo = false;
  const transferShape: Shape = {
    children: { ...byName(transfer), MBDAttachment: { open: () => void (bollo = true) } },
    close() {
      const draft = toTransfer(transfer, check, transfers.length + 1, bollo);
      if (draft !== null) transfers.push(draft);
      clearAll(transfer);
      bollo = false;
    },
  };
  return {
    children: childrenOf(fields, transferShape),
    close() {
      onReceipt(toRicevuta(fields, check, transfers, optionalText(station)));
      clearAll(fields);
      station.clear();
      check = new Check();
      transfers = [];
    },
  };
}

/** A transfer before it is known whether the receipt was paid. */
export type TransferDraft = Omit<Transfer, 'iur' | 'paid'>;

/** Turns the texts of a transfer into values. */
export function toTransfer(
  fields: ReceiptTransferFields,
  check: Check,
  position: number,
  bollo: boolean,
): TransferDraft | null {
  const index = check.optionalInteger(fields.index, 1, 5) ?? position;
  const cents = check.amount(fields.amount);
  const enteCodiceFiscale = check.text(fields.enteCodiceFiscale);
  if (cents === null || enteCodiceFiscale === null) return null;
  const description = verbatim(fields.description);
  return { index, cents, enteCodiceFiscale, bollo, description, category: optionalText(fields.category) };
}

/** Turns the texts of a receipt into values; `check` remembers what was wrong with its transfers. */
export function toRicevuta(
  fields: ReceiptFields,
  check: Check,
  transfers: readonly TransferDraft[],
  station: string | null,
): Result<Ricevuta, ValueProblem> {
  const receiptId = check.text(fields.receiptId);
  const iuv = check.text(fields.iuv);
  const enteCodiceFiscale = check.text(fields.enteCodiceFiscale);
  const totalCents = check.amount(fields.total);
  const outcome = toOutcome(fields.outcome, check);
  const instant = [fields.paymentDateTime, fields.applicationDate, fields.transferDate].find(optionalText);
  const day = instant === undefined ? null : check.optionalInstant(instant);
  if (transfers.length === 0) check.text({ name: 'transfer', value: null });
  const needed = check.all({ receiptId, iuv, enteCodiceFiscale, totalCents, outcome });
  if (!needed.ok) return needed;
  const paid = needed.value.outcome === 'paid';
  return ok({
    form: 'receipt',
    ...needed.value,
    noticeNumber: optionalText(fields.noticeNumber),
    paidOn: paid ? day : null,
    issuedAt: instant === undefined ? null : optionalText(instant),
    debtor: {
      codiceFiscale: optionalText(fields.debtorCode),
      name: optionalText(fields.debtorName),
    },
    pspCode: optionalText(fields.pspCode),
    pspName: optionalText(fields.pspName),
    station,
    description: verbatim(fields.description),
    transfers: withDistinctIndexes(transfers).map((transfer) => ({
      ...transfer,
      iur: needed.value.receiptId,
      paid,
    })),
  });
}

/** Two transfers under one `idTransfer` are two amounts all the same: the second gets the next free index. */
function withDistinctIndexes(transfers: readonly TransferDraft[]): TransferDraft[] {
  const used = new Set<number>();
  return transfers.map((transfer) => {
    let { index } = transfer;
    while (used.has(index)) index += 1;
    used.add(index);
    return { ...transfer, index };
  });
}

function toOutcome(field: Field, check: Check): 'paid' | 'failed' | null {
  const text = check.text(field);
  if (text === null) return null;
  if (text === 'OK') return 'paid';
  return text === 'KO' ? 'failed' : check.refuse('invalid-value', field);
}
