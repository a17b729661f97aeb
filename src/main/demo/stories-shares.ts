import { inventedProvincia } from './invented-ente.ts';
import { psps } from './psp.ts';
import { servizi } from './servizi.ts';
import type { Stage } from './stage.ts';

/** Receipts that pay more than one thing: a bollo, two shares to us, a notice that another ente issued. */
export function playShares({ office, back }: Stage): void {
  const psp = psps.app;
  const on = back(17);
  const withBollo = office.pay({
    servizio: servizi.cie,
    psp,
    on,
    cents: 52,
    draft: {
      description: 'Certificato in bollo',
      transfers: [office.share(servizi.cie, 52), { ...office.share(servizi.cie, 1600), bollo: true }],
    },
  });
  const twoShares = office.pay({
    servizio: servizi.centroEstivo,
    psp,
    on,
    cents: 9000,
    draft: {
      transfers: [
        office.share(servizi.centroEstivo, 9000),
        { cents: 500, enteCodiceFiscale: inventedProvincia.codiceFiscale },
        office.share(servizi.mensa, 2600),
      ],
    },
  });
  const thirdShare = { ...twoShares, index: 3, cents: 2600 };
  office.intend({ iuv: twoShares.iuv, iur: twoShares.iur, index: 3, status: 'complete' });
  const issuedByOthers = {
    iuv: office.newIuv('22', servizi.tari.group),
    iur: office.random.hex(32),
    index: 2,
    cents: 3300,
    paidOn: on,
  };
  office.receive(psp, on, {
    iuv: issuedByOthers.iuv,
    receiptId: issuedByOthers.iur,
    enteCodiceFiscale: inventedProvincia.codiceFiscale,
    enteDenominazione: inventedProvincia.denominazione,
    description: 'Canone provinciale con quota comunale',
    transfers: [
      { cents: 5000, enteCodiceFiscale: inventedProvincia.codiceFiscale },
      office.share(servizi.tari, issuedByOthers.cents),
    ],
  });
  office.intend({ iuv: issuedByOthers.iuv, iur: issuedByOthers.iur, index: 2, status: 'complete' });
  office.settle(
    office.report({ psp, on: back(16), paid: [withBollo, twoShares, thirdShare, issuedByOthers] }),
  );
}

/** A flow that the PSP publishes again with the payment that it had forgotten. */
export function playRevision({ office, back }: Stage): void {
  const psp = psps.rurale;
  const paid = Array.from({ length: 4 }, () => office.pay({ servizio: servizi.mensa, psp, on: back(11) }));
  const first = office.report({ psp, on: back(10), paid: paid.slice(0, 3), draft: { revision: 1 } });
  const last = office.report({
    psp,
    on: back(10),
    paid,
    draft: { iuf: first.iuf, revision: 2, createdAt: `${back(9)}T16:40:00` },
  });
  office.settle({ ...last, iuf: first.iuf });
}
