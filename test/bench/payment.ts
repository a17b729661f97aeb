import { inventedEnte, inventedProvincia } from '../../src/main/demo/invented-ente.ts';
import { inventPerson } from '../../src/main/demo/people.ts';
import type { Psp } from '../../src/main/demo/psp.ts';
import { busyServizi, segregations } from '../../src/main/demo/servizi.ts';
import type { RigaDraft } from '../../src/main/demo/write-flusso.ts';
import { makeIuvAux3 } from '../../src/shared/domain/iuv.ts';
import type { DayPlan, Desk, Serials } from './desk.ts';

/** Invents one payment: its receipt (1 % have none) and its row (0.5 % tell another amount). */
export function writePayment(
  desk: Desk,
  serials: Serials,
  plan: DayPlan,
  psp: Psp,
  settled: boolean,
): RigaDraft {
  const { random, rows, tally } = desk;
  serials.payment += 1;
  const servizio = random.pick(busyServizi);
  // A multiplicative hash: notices are paid out of order.
  const scattered = (serials.payment * 7_368_787) % 99_999_999_977;
  const iuv = makeIuvAux3(segregations.ours, `${servizio.group}${String(scattered).padStart(11, '0')}`);
  const iur = random.hex(32);
  const cents = servizio.amount(random);
  const hasReceipt = serials.payment % 100 !== 0;
  const rowCents = serials.payment % 200 === 100 - 1 ? cents + 1 : cents;
  if (hasReceipt)
    writeReceipt(desk, plan, psp, { iuv, iur, cents, servizio: servizio.nome, category: servizio.category });
  tally.payments += 1;
  tally.cents += hasReceipt ? cents : rowCents;
  const status = !hasReceipt
    ? 'receipt-missing'
    : rowCents !== cents
      ? 'reported-amount-differs'
      : settled
        ? 'complete'
        : 'settlement-missing';
  tally.byStatus[status] = (tally.byStatus[status] ?? 0) + 1;
  rows.add('righe', [serials.flusso, iuv, iur, 1, 1, rowCents, 0, plan.paidOn]);
  return { iuv, iur, cents: rowCents, date: plan.paidOn };
}

interface ReceiptFacts {
  readonly iuv: string;
  readonly iur: string;
  readonly cents: number;
  readonly servizio: string;
  readonly category: string;
}

/** One receipt in five also pays the Provincia. */
function writeReceipt(desk: Desk, plan: DayPlan, psp: Psp, facts: ReceiptFacts): void {
  const { iuv, iur, cents, servizio, category } = facts;
  const { rows, receipts, random } = desk;
  const debtor = inventPerson(random);
  const shared = random.next() < 0.2;
  const transfers = [
    { cents, enteCodiceFiscale: inventedEnte.codiceFiscale, category },
    ...(shared ? [{ cents: 100, enteCodiceFiscale: inventedProvincia.codiceFiscale, category }] : []),
  ];
  const issuedAt = `${plan.paidOn}T10:24:31`;
  const common = { iuv, receiptId: iur, paidOn: plan.paidOn, issuedAt, debtor, description: servizio };
  receipts.add({ ...common, pspCode: psp.code, pspName: psp.name, transfers });
  const total = shared ? cents + 100 : cents;
  const what = ['receipt', iuv, iur, `3${iuv}`, 'paid', plan.paidOn, issuedAt];
  const who = [debtor.codiceFiscale, debtor.name, psp.code, psp.name, '99000001111_01', servizio];
  const id = rows.add('ricevute', [...what, inventedEnte.codiceFiscale, total, ...who]);
  transfers.forEach((transfer, position) => {
    const text = `/RFB/${iuv}/${transfer.cents}/TXT/${servizio}`;
    const about = [id, iuv, iur, position + 1, transfer.cents, transfer.enteCodiceFiscale];
    rows.add('transfers', [...about, 0, 1, text, category]);
  });
}
