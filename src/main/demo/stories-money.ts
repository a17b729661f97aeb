import { addDays } from '../../shared/domain/day.ts';
import { makeRf } from '../../shared/domain/iuv.ts';
import { cumulative } from './office.ts';
import type { Paid } from './orders.ts';
import { psps } from './psp.ts';
import type { Psp } from './psp.ts';
import { segregations, servizi } from './servizi.ts';
import type { DemoServizio } from './servizi.ts';
import type { Stage } from './stage.ts';
import type { Status } from '../../shared/domain/verdict.ts';
import { amountText } from './xml-lines.ts';

function several(
  { office, back }: Stage,
  count: number,
  steps: number,
  psp: Psp,
  servizio: DemoServizio,
  status: Status,
): Paid[] {
  return Array.from({ length: count }, () => office.pay({ servizio, psp, on: back(steps), status }));
}

/** What is still to come, and what should have come by now. */
export function playWaiting(stage: Stage): void {
  const { office, back, today } = stage;
  several(stage, 3, 5, psps.rurale, servizi.tari, 'not-reported');
  for (const servizio of [servizi.tari, servizi.mensa, servizi.mensa, servizi.cie, servizi.centroEstivo]) {
    office.pay({ servizio, psp: psps.app, on: addDays(today, -1), status: 'awaiting-report' });
  }
  const awaited = several(stage, 5, 1, psps.posta, servizi.mensa, 'awaiting-settlement');
  office.report({ psp: psps.posta, on: back(0), paid: awaited });
  // The money of this flow did arrive, but the bank cut its causale: a person must say so.
  const cut = several(stage, 4, 5, psps.app, servizi.centroEstivo, 'settlement-missing');
  const missing = office.report({ psp: psps.app, on: back(4), paid: cut });
  office.settle(missing, `/PUR/LGPE-RIVERSAMENTO/URI/${missing.iuf.slice(0, 26)}`);
  const lost = several(stage, 3, 7, psps.estero, servizi.tari, 'settlement-missing');
  office.report({ psp: psps.estero, on: back(6), paid: lost });
}

/** Money that is not what its flow announced: twice, in part, in two transfers, called back. */
export function playWrongMoney(stage: Stage): void {
  const { office, back, later } = stage;
  const over = several(stage, 3, 9, psps.rurale, servizi.mensa, 'over-settled');
  const twice = office.report({ psp: psps.rurale, on: back(8), paid: over });
  office.settle(twice);
  office.settle(twice, cumulative(twice.iuf), twice.cents, back(7));

  const partly = several(stage, 3, 8, psps.app, servizi.tari, 'partly-settled');
  const short = office.report({ psp: psps.app, on: back(7), paid: partly });
  office.settle(short, cumulative(short.iuf), Math.floor(short.cents * 0.6));

  const split = several(stage, 4, 18, psps.banca, servizi.tari, 'complete');
  const supplemented = office.report({ psp: psps.banca, on: back(17), paid: split });
  const ordinary = Math.floor(supplemented.cents * 0.6);
  office.settle(supplemented, cumulative(supplemented.iuf), ordinary);
  const rest = supplemented.cents - ordinary;
  office.settle(supplemented, cumulative(supplemented.iuf, 1), rest, back(16));

  const kept = several(stage, 3, 20, psps.posta, servizi.mensa, 'complete');
  const repeated = office.report({ psp: psps.posta, on: back(19), paid: kept });
  office.settle(repeated);
  const mistaken = office.settle(repeated);
  office.treasury.mark(later(mistaken.day, 1), mistaken, 'STORNATO');
}

/** Single transfers, as they were before 2022: no flow is due. */
export function playSingleTransfers({ office, back }: Stage): void {
  const common = { servizio: servizi.tari, psp: psps.banca, status: 'settled-singly' } as const;
  const plain = office.pay({ ...common, on: back(15), cents: 12_360, draft: { shape: 'rt' } });
  const payer = { payer: 'INVENTANI OTTAVIO', bankTexts: ['48'] };
  const text = `/RFB/${plain.iuv}/${amountText(plain.cents)}/TXT/TARI`;
  office.treasury.credit(back(14), plain.cents, text, payer);
  const reference = makeRf(`${segregations.ours}26B00000522`);
  const rf = office.pay({ ...common, on: back(14), cents: 6870, iuv: reference, draft: { shape: 'rt' } });
  const groups = (reference.match(/.{1,4}/g) ?? []).join(' ');
  office.treasury.credit(back(13), rf.cents, `/RFS/${groups}/${amountText(rf.cents, 'short')}`, payer);
}
