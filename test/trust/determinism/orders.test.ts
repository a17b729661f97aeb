import { describe, expect, it } from 'vitest';
import { demoComune } from '../../../src/main/demo/comune.ts';
import { createRandom } from '../../../src/main/demo/random.ts';
import { demoSettings } from '../../../src/main/demo/servizi.ts';
import { dayOf, openOffice, type Office, type Paper } from '../../helpers/office.ts';
import {
  aFlusso,
  aGiornale,
  aPayment,
  aReversale,
  aRicevuta,
  aSospeso,
  again,
  anIuf,
  anOffice,
  causaleOf,
  ordersOf,
} from '../../scenarios/papers.ts';
import { found, times } from '../figures.ts';

import { shuffled } from './shuffled.ts';

const today = '2026-03-31';

describe('the order in which papers arrive decides nothing', { timeout: times(1_200_000, 7_200_000) }, () => {
  it('R27 six papers that touch each other, in every order: one digest', async () => {
    const [first, second] = [aPayment(1, 10_000), aPayment(2, 4_000)];
    const sospeso = aSospeso('1', 14_000, causaleOf(anIuf()));
    const papers: [string, Paper][] = Object.entries({
      'rt.xml': aRicevuta(first),
      'fdr-1.xml': aFlusso(anIuf(), [first]),
      'fdr-2.xml': aFlusso(anIuf(), [first, second], { revision: 2 }),
      'gdc-12.xml': aGiornale([sospeso]),
      'gdc-13.xml': aGiornale([again(sospeso, 'STORNATO', { cents: 4_000 })], { to: '2026-03-13' }),
      'gdc-14.xml': aGiornale([aReversale('77', 10_000, [{ numero: '1', cents: 10_000 }])], {
        to: '2026-03-14',
      }),
    });
    const office = await anOffice(today);
    await office.drop(Object.fromEntries(papers));
    const digest = await office.digest();
    const dots = await dotsOf(office);
    const orders = shuffled(ordersOf(papers), createRandom(6)).slice(0, times(30, 720));
    for (const order of orders) {
      await clear(office);
      for (const paper of order) await office.drop(Object.fromEntries([paper]));
      expect(await office.digest()).toBe(digest);
      expect(await dotsOf(office)).toEqual(dots);
    }
    found('R27', `${orders.length} ordini di 6 file, un solo esito`);
  });

  it('R27 forty papers of an office, in random orders and drops, with the program closed in between', async () => {
    const random = createRandom(40);
    const papers = shuffled(loosePapers(), random).slice(0, 40);
    let office = await openOffice({ settings: demoSettings, today });
    await office.drop(Object.fromEntries(papers));
    const digest = await office.digest();
    const orders = times(12, 500);
    let closed = 0;
    for (let n = 0; n < orders; n++) {
      await clear(office);
      for (const drop of dealt(shuffled(papers, random), random)) {
        await office.drop(Object.fromEntries(drop));
        if (random.next() < 0.01) {
          office = await office.reopened();
          closed += 1;
        }
      }
      expect(await office.digest()).toBe(digest);
    }
    found(
      'R27',
      `${orders} ordini di 40 file, in mucchi a caso e con ${closed} chiusure in mezzo: un solo esito`,
    );
  });

  it('R28 receipt, flusso, money, correction and storno late: the same dots, and none goes back without a reason', async () => {
    const payment = aPayment(1, 10_000);
    const sospeso = aSospeso('1', 10_000, causaleOf(anIuf()));
    const papers: [string, Paper][] = Object.entries({
      'rt.xml': aRicevuta(payment),
      'fdr.xml': aFlusso(anIuf(), [payment]),
      'gdc.xml': aGiornale([sospeso]),
      'fdr-2.xml': aFlusso(anIuf(), [{ ...payment, cents: 10_100 }], { revision: 2 }),
      'storno.xml': aGiornale([again(sospeso, 'STORNATO')], { to: '2026-03-13' }),
    });
    const office = await anOffice(today);
    const ends = new Set<string>();
    let back = 0;
    const orders = shuffled(ordersOf(papers), createRandom(28)).slice(0, times(24, 120));
    for (const order of orders) {
      await clear(office);
      let before: Dots = {};
      for (const paper of order) {
        await office.drop(Object.fromEntries([paper]));
        const now = await dotsOf(office);
        for (const [key, { dots, says }] of Object.entries(now)) {
          const wentBack = dots.some((dot, i) => before[key]?.dots[i] === 'yes' && dot !== 'yes');
          if (!wentBack) continue;
          back += 1;
          expect([paper[0], says], 'a dot that goes back says why').toEqual([
            paper[0],
            expect.stringMatching(/./),
          ]);
          expect(says).not.toMatch(/^(?:complete|settled-singly|awaiting)/);
        }
        before = now;
      }
      ends.add(JSON.stringify(before));
    }
    expect(ends.size).toBe(1);
    expect(back).toBeGreaterThan(0);
    found(
      'R28',
      `${orders.length} ordini, un solo esito; ${back} pallini tornati indietro, tutti con la loro ragione`,
    );
  });
});

type Dots = Readonly<Record<string, { readonly dots: readonly string[]; readonly says: string }>>;

/** The dots of each payment, with its status and the other reasons that hold. */
async function dotsOf(office: Office): Promise<Dots> {
  const payments = await office.payments();
  return Object.fromEntries(
    payments.map(({ iuv, iur, index, dots, status, reasons }) => [
      `${iuv}/${iur}/${index}`,
      {
        dots: [dots.pagamento, dots.rendicontazione, dots.riconciliazione],
        says: [status, ...reasons].join(' '),
      },
    ]),
  );
}

async function clear(office: Office): Promise<void> {
  for (const { id, undoneAt } of await office.history()) if (undoneAt === null) await office.undo(id);
}

/** The papers of the invented Comune that lie loose. */
function loosePapers(): [string, Paper][] {
  const { files } = demoComune(dayOf(today));
  return files.filter(({ path }) => path.endsWith('.xml')).map(({ path, bytes }) => [path, bytes]);
}

function dealt(
  papers: readonly [string, Paper][],
  random: ReturnType<typeof createRandom>,
): [string, Paper][][] {
  const drops: [string, Paper][][] = [];
  for (const paper of papers) {
    if (drops.length === 0 || random.next() < 0.4) drops.push([]);
    drops.at(-1)?.push(paper);
  }
  return drops;
}
