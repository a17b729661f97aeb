import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aDesk, settle } from './command-line.ts';
import { wholeFlusso } from './day-of-papers.ts';
import { ricevuta } from './papers.ts';
import { ask, flussoShape, paymentShape } from './shapes.ts';

// Paid on Tuesday the 3rd; regulated on Wednesday the 4th; Saturday and Sunday are the 7th and the 8th.
describe('due days', () => {
  const desk = aDesk(async (it_) => {
    await settle(it_);
    await it_.run(['importa', it_.write('f.xml', wholeFlusso), it_.write('r.xml', ricevuta(7, 700))]);
  });

  it.each([
    ['2026-03-06', 'awaiting', 'awaiting-settlement'],
    ['2026-03-07', 'missing', 'settlement-missing'],
  ])('on %s money that did not come is %s', async (today, bucket, reason) => {
    const flussi = await ask(desk, ['flussi', '--oggi', today], z.array(flussoShape));
    expect(flussi).toMatchObject([{ bucket, receivedCents: 0, provvisori: [] }]);
    const listed = await ask(
      desk,
      ['pagamenti', '--oggi', today, '--cerca', wholeFlussoIuv],
      z.array(paymentShape),
    );
    expect(listed).toMatchObject([{ status: 'receipt-missing', reasons: [reason] }]);
  });

  it.each([
    ['2026-03-05', 'awaiting-report', 'waiting'],
    ['2026-03-06', 'not-reported', 'problem'],
  ])('on %s a payment that nobody reports is %s', async (today, status, dot) => {
    const listed = await ask(
      desk,
      ['pagamenti', `--oggi=${today}`, '--stato', status],
      z.array(paymentShape),
    );
    expect(listed).toMatchObject([
      { status, dots: { pagamento: 'yes', rendicontazione: dot, riconciliazione: dot } },
    ]);
  });
});

const wholeFlussoIuv = /<identificativoUnivocoVersamento>(\d+)/.exec(wholeFlusso)?.[1] ?? '';
