import { inventedProvincia } from './invented-ente.ts';
import { psps } from './psp.ts';
import { segregations, servizi } from './servizi.ts';
import type { Stage } from './stage.ts';

/** Payments that are not ours to chase: of another ente, of another partner, never made, called back. */
export function playElsewhere({ office, back }: Stage): void {
  const iuv = office.newIuv('22', servizi.tari.group);
  const iur = office.random.hex(32);
  office.receive(psps.app, back(8), {
    iuv,
    receiptId: iur,
    enteCodiceFiscale: inventedProvincia.codiceFiscale,
    enteDenominazione: inventedProvincia.denominazione,
    description: 'Canone provinciale',
    transfers: [{ cents: 4100, enteCodiceFiscale: inventedProvincia.codiceFiscale }],
  });
  office.intend({ iuv, iur, index: 1, status: 'not-ours' });
  office.pay({
    servizio: servizi.mensa,
    psp: psps.estero,
    on: back(7),
    status: 'not-paid',
    draft: { outcome: 'failed' },
  });
  const common = { servizio: servizi.tari, psp: psps.posta, on: back(12) };
  const elsewhere = (segregation: string): ReturnType<typeof office.pay> =>
    office.pay({ ...common, iuv: office.newIuv(segregation, '77'), receipt: false, status: 'other-partner' });
  const { riscossioni, multe } = segregations;
  const others = [riscossioni, riscossioni, riscossioni, riscossioni].map(elsewhere);
  office.settle(office.report({ psp: psps.posta, on: back(11), paid: others }));
  const mixed = [office.pay(common), office.pay(common), elsewhere(multe), elsewhere(multe)];
  office.settle(office.report({ psp: psps.posta, on: back(11), paid: mixed }));
}

/** Payments whose row tells something else than the receipt, or has no receipt at all. */
export function playWrongRows({ office, back }: Stage): void {
  const psp = psps.banca;
  const pay = { servizio: servizi.mensa, psp, on: back(10) } as const;
  const first = [
    office.pay(pay),
    office.pay({ ...pay, status: 'revoked' }),
    office.pay({ ...pay, status: 'paid-without-receipt', receipt: false }),
    office.pay({ ...pay, status: 'paid-without-receipt', receipt: false }),
    office.pay(pay),
  ];
  const revokedCents = first[1]?.cents ?? 0;
  const rows = { 1: { esito: 3, cents: -revokedCents }, 2: { esito: 9 }, 3: { esito: 8 }, 4: { esito: 4 } };
  // What is called back must be less than what the same flow pays.
  const rich = office.pay({ ...pay, servizio: servizi.tari, cents: 41_200 });
  office.settle(office.report({ psp, on: back(9), paid: [...first, rich], rows }));
  const second = [
    office.pay({ ...pay, status: 'receipt-missing', receipt: false }),
    office.pay({ ...pay, status: 'receipt-missing', receipt: false, servizio: servizi.cie }),
    office.pay({ ...pay, status: 'receipt-missing', receipt: false, servizio: servizi.tari }),
    office.pay({ ...pay, status: 'reported-amount-differs', servizio: servizi.tari, cents: 15_000 }),
    office.pay(pay),
  ];
  office.settle(office.report({ psp, on: back(9), paid: second, rows: { 3: { cents: 14_900 } } }));
}

/** The same notice paid twice, in two flows; and a flow that does not add up. */
export function playDoubtfulFlows({ office, back }: Stage): void {
  const once = { servizio: servizi.centroEstivo, psp: psps.app, on: back(14), cents: 9000 } as const;
  const first = office.pay({ ...once, status: 'double-payment' });
  const again = {
    ...once,
    psp: psps.rurale,
    on: back(13),
    iuv: first.iuv,
    status: 'double-payment',
  } as const;
  const second = office.pay(again);
  office.settle(office.report({ psp: psps.app, on: back(13), paid: [first] }));
  office.settle(office.report({ psp: psps.rurale, on: back(12), paid: [second] }));
  const doubtful = Array.from({ length: 3 }, () =>
    office.pay({ servizio: servizi.mensa, psp: psps.estero, on: back(16), status: 'flow-anomalous' }),
  );
  const draft = { declaredCount: doubtful.length + 1 };
  office.settle(office.report({ psp: psps.estero, on: back(15), paid: doubtful, draft }));
}
