import { addDays } from '../../shared/domain/day.ts';
import type { Day } from '../../shared/domain/day.ts';
import { makeIuvAux3 } from '../../shared/domain/iuv.ts';
import { inventedEnte } from './invented-ente.ts';
import type { FlowOrder, Intended, Paid, PayOrder, Reported } from './orders.ts';
import { inventPerson } from './people.ts';
import { makeIuf } from './psp.ts';
import type { Psp } from './psp.ts';
import type { Random } from './random.ts';
import { segregations } from './servizi.ts';
import type { DemoServizio } from './servizi.ts';
import { Treasury } from './treasury.ts';
import type { Provvisorio } from './treasury.ts';
import type { FlussoDraft } from './write-flusso.ts';
import type { RicevutaDraft, TransferDraft } from './write-ricevuta.ts';

/** The invented town hall: everything that happens in it leaves papers, and an intention. */
export class Office {
  readonly treasury = new Treasury();
  readonly ricevute: (RicevutaDraft & { readonly paidOn: Day })[] = [];
  readonly flussi: FlussoDraft[] = [];
  readonly intended: Intended[] = [];
  readonly random: Random;
  readonly #notices = new Map<string, number>();
  #flows = 0;

  constructor(random: Random) {
    this.random = random;
  }

  /** A citizen pays; the receipt comes unless the order says no. */
  pay(order: PayOrder): Paid {
    const { servizio, psp, on } = order;
    const iuv = order.iuv ?? this.newIuv(segregations.ours, servizio.group);
    const iur = this.random.hex(32);
    const cents = order.cents ?? servizio.amount(this.random);
    if (order.receipt !== false) {
      this.receive(psp, on, {
        iuv,
        receiptId: iur,
        description: `${servizio.nome} ${on.slice(0, 4)}`,
        transfers: [this.share(servizio, cents)],
        ...order.draft,
      });
    }
    this.intend({ iuv, iur, index: 1, status: order.status ?? 'complete' });
    return { iuv, iur, index: 1, cents, paidOn: on };
  }

  /** Files a receipt and nothing else. */
  receive(psp: Psp, on: Day, draft: RicevutaDraft): void {
    const hour = String(this.random.int(7, 22)).padStart(2, '0');
    const minute = String(this.random.int(0, 59)).padStart(2, '0');
    this.ricevute.push({
      issuedAt: `${on}T${hour}:${minute}:${String(this.random.int(0, 59)).padStart(2, '0')}`,
      pspCode: psp.code,
      pspName: psp.name,
      debtor: inventPerson(this.random),
      ...draft,
      paidOn: on,
    });
  }

  /** A transfer to the Comune for a service. */
  share(servizio: DemoServizio, cents: number): TransferDraft {
    return { cents, category: servizio.category, enteCodiceFiscale: inventedEnte.codiceFiscale };
  }

  intend(intended: Intended): void {
    this.intended.push(intended);
  }

  /** A PSP reports payments in one flow, the day on which it sends the money. */
  report(order: FlowOrder): Reported {
    this.#flows += 1;
    const { psp, on, paid, rows = {}, draft = {} } = order;
    const iuf = makeIuf(psp, on, this.#flows);
    const righe = paid.map((one, position) => ({
      iuv: one.iuv,
      iur: one.iur,
      index: one.index,
      cents: one.cents,
      date: one.paidOn,
      ...rows[position],
    }));
    this.flussi.push({
      iuf,
      righe,
      createdAt: `${addDays(on, 1)}T0${this.#flows % 10}:12:31`,
      pspCode: psp.code,
      pspCodeType: psp.codeType,
      pspName: psp.name,
      ...draft,
    });
    const cents = (draft.righe ?? righe).reduce((sum, riga) => sum + riga.cents, 0);
    return { iuf, psp, date: on, cents: draft.declaredCents ?? cents };
  }

  /** The money of a flow reaches the treasurer, with the causale of the specification or another. */
  settle(reported: Reported, causale?: string, cents = reported.cents, day = reported.date): Provvisorio {
    return this.treasury.credit(day, cents, causale ?? cumulative(reported.iuf), {
      payer: `${reported.psp.name} Servizio pagoPA`,
      reference: `9909${this.random.int(100_000_000, 999_999_999)}`,
      bankTexts: ['48'],
    });
  }

  /** The next notice number of a service: 13 digits of group, and count, then the check. */
  newIuv(segregation: string, group: string): string {
    const count = (this.#notices.get(group) ?? 4100) + 1;
    this.#notices.set(group, count);
    return makeIuvAux3(segregation, `${group}${String(26_000_000_000 + count * 7).padStart(11, '0')}`);
  }
}

/** The causale that SACI asks for; `progressive` 1 to 9 for a supplementary transfer. */
export function cumulative(iuf: string, progressive = 0): string {
  return `/PUR/LGPE-RIVERSAMENTO/TXT/${progressive}/URI/${iuf}`;
}
