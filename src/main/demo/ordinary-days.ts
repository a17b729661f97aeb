import { addDays } from '../../shared/domain/day.ts';
import type { Day } from '../../shared/domain/day.ts';
import { makeIuvAux0 } from '../../shared/domain/iuv.ts';
import { isWorkingDay } from '../../shared/domain/working-days.ts';
import { causaleOf } from './causali.ts';
import { inventedProvincia } from './invented-ente.ts';
import type { Office } from './office.ts';
import type { Paid } from './orders.ts';
import { pspList, psps } from './psp.ts';
import type { Psp } from './psp.ts';
import type { RicevutaShape } from './ricevuta-draft.ts';
import { busyServizi, oldApplication, servizi } from './servizi.ts';
import type { Stage } from './stage.ts';
import type { Provvisorio } from './treasury.ts';
import type { FlussoDraft } from './write-flusso.ts';

/** The days on which all goes well: paid today, sent and reported tomorrow. Gives back the money received. */
export function playOrdinaryDays({ office, days }: Stage): Provvisorio[] {
  const received: Provvisorio[] = [];
  let flows = 0;
  days.forEach((day, position) => {
    const next = days[position + 1];
    if (next === undefined) return;
    for (let flow = 0; flow < (position % 9 === 2 ? 2 : 1); flow++) {
      const psp = pspList[(position + flow * 2) % pspList.length] ?? psps.banca;
      const paid = Array.from({ length: office.random.int(7, 11) }, () =>
        ordinaryPayment(office, psp, payingDay(office, day)),
      );
      const reported = office.report({ psp, on: next, paid, draft: flowShape(flows) });
      received.push(office.settle(reported, causaleOf(reported.iuf, flows)));
      flows += 1;
    }
  });
  return received;
}

/** One payment in which nothing is wrong: half of the TARI also pays the TEFA of the Provincia. */
export function ordinaryPayment(office: Office, psp: Psp, on: Day): Paid {
  const servizio = office.random.pick(busyServizi);
  const cents = servizio.amount(office.random);
  const choice = office.random.next();
  if (servizio.id === servizi.tari.id && choice < 0.5) {
    const tefa = Math.max(1, Math.round(cents / 20));
    const transfers = [
      office.share(servizio, cents),
      {
        cents: tefa,
        enteCodiceFiscale: inventedProvincia.codiceFiscale,
        enteDenominazione: inventedProvincia.denominazione,
        category: '9/0201133IM/',
      },
    ];
    return office.pay({ servizio, psp, on, cents, draft: { transfers } });
  }
  if (servizio.id === servizi.tari.id && choice < 0.6) {
    const base = String(2_100_000_000_000 + office.random.int(1, 99_999_999)).padStart(13, '0');
    const iuv = makeIuvAux0(oldApplication, base);
    const noticeNumber = `0${oldApplication}${iuv}`;
    return office.pay({ servizio, psp, on, cents, iuv, draft: { shape: 'rt', noticeNumber } });
  }
  return office.pay({ servizio, psp, on, cents, draft: shapeOf(choice) });
}

/** Some pay on the Sunday before. */
function payingDay(office: Office, day: Day): Day {
  const before = addDays(day, -1);
  return !isWorkingDay(before) && office.random.next() < 0.3 ? before : day;
}

function shapeOf(choice: number): { readonly shape: RicevutaShape; readonly soap?: boolean } {
  if (choice < 0.7) return { shape: 'paSendRTV2' };
  if (choice < 0.8) return { shape: 'paSendRTV2', soap: false };
  if (choice < 0.88) return { shape: 'paSendRT' };
  return choice < 0.94 ? { shape: 'receipt' } : { shape: 'rt' };
}

/** Flows come with any prefix, on one line or on many, with as many decimals as the PSP likes. */
function flowShape(position: number): Partial<FlussoDraft> {
  return {
    prefix: ['pay_i', 'ns2', '', 'pay_i'][position % 4] ?? 'pay_i',
    indent: position % 3 === 0,
    decimals: position % 5 === 4 ? 'short' : 2,
    versioneOggetto: position % 6 === 5 ? '1.1' : '1.0',
  };
}
