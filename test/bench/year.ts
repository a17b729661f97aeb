import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { esercizioOf } from '../../src/main/demo/calendar.ts';
import type { MovimentoDraft } from '../../src/main/demo/giornale-draft.ts';
import { cumulative } from '../../src/main/demo/office.ts';
import { makeIuf, pspList } from '../../src/main/demo/psp.ts';
import type { Psp } from '../../src/main/demo/psp.ts';
import { flussoXml } from '../../src/main/demo/write-flusso.ts';
import type { RigaDraft } from '../../src/main/demo/write-flusso.ts';
import { giornaleXml } from '../../src/main/demo/write-giornale.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import type { DayPlan, Desk, Serials } from './desk.ts';
import { writePayment } from './payment.ts';

/** Writes the flows, the receipts and the giornale of one day. */
export function writeDay(desk: Desk, serials: Serials, plan: DayPlan): void {
  const movimenti: MovimentoDraft[] = [];
  for (const rowCount of plan.flows) {
    serials.flusso += 1;
    const psp = pspList[serials.flusso % pspList.length];
    if (psp === undefined) continue;
    // 4 % of the flows stay without money.
    const settled = serials.flusso % 25 !== 0;
    const iuf = makeIuf(psp, plan.day, serials.flusso);
    const righe: RigaDraft[] = [];
    for (let row = 0; row < rowCount; row++) righe.push(writePayment(desk, serials, plan, psp, settled));
    const cents = writeFlusso(desk, plan, psp, iuf, righe);
    if (settled)
      movimenti.push(movimento(serials, plan.day, cents, cumulative(iuf), `${psp.name} Servizio pagoPA`));
    // 30 % of the movements are other people's business.
    if (desk.random.next() < 0.43) {
      movimenti.push(
        movimento(serials, plan.day, desk.random.int(500, 900_000), 'F24 IMU ACCONTO', 'ERARIO INVENTATO'),
      );
    }
  }
  writeGiornale(desk, plan.day, movimenti);
}

function writeFlusso(desk: Desk, plan: DayPlan, psp: Psp, iuf: string, righe: readonly RigaDraft[]): number {
  const cents = righe.reduce((sum, riga) => sum + riga.cents, 0);
  const createdAt = `${plan.day}T18:30:00`;
  const codes = { pspCode: psp.code, pspCodeType: psp.codeType, pspName: psp.name };
  writeXml(desk, 'flussi', `${iuf}.xml`, flussoXml({ iuf, righe, createdAt, ...codes }));
  desk.rows.add('flussi', [
    iuf,
    1,
    createdAt,
    `TRN${iuf}`,
    plan.day,
    psp.code,
    psp.name,
    righe.length,
    cents,
  ]);
  desk.tally.flussi += 1;
  return cents;
}

function movimento(
  serials: Serials,
  day: Day,
  cents: number,
  causale: string,
  payer: string,
): MovimentoDraft {
  const year = esercizioOf(day);
  const numero = (serials.provvisori.get(year) ?? 0) + 1;
  serials.provvisori.set(year, numero);
  return { numero: String(numero), cents, date: day, causale, payer, reference: `9909${100_000 + numero}` };
}

function writeGiornale(desk: Desk, day: Day, movimenti: readonly MovimentoDraft[]): void {
  const createdAt = `${day}T22:15:00`;
  writeXml(desk, 'giornali', `giornale-di-cassa-${day}.xml`, giornaleXml({ to: day, createdAt, movimenti }));
  for (const { numero, cents, causale, payer, reference } of movimenti) {
    const key = ['0000100', esercizioOf(day), numero, 'ENTRATA', 'SOSPESO ENTRATA', 'ESEGUITO'];
    const texts = [causale ?? '', reference ?? '', payer ?? '', createdAt];
    desk.rows.add('movimenti', [...key, cents, day, day, ...texts]);
  }
  desk.tally.movimenti += movimenti.length;
}

function writeXml(desk: Desk, kind: string, name: string, text: string): void {
  const folder = join(desk.folder, kind);
  mkdirSync(folder, { recursive: true });
  const bytes = Buffer.from(text, 'utf8');
  writeFileSync(join(folder, name), bytes);
  desk.tally.xmlBytes += bytes.length;
}
