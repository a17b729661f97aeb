import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aDesk } from './command-line.ts';
import { importDay, iufs } from './day-of-papers.ts';
import { ask } from './shapes.ts';

const cents = z.int();
const amount = z.strictObject({ count: z.int(), cents });
const part = z.strictObject({
  iuf: z.string().nullable(),
  service: z.string().nullable(),
  partner: z.string().nullable(),
  capitolo: z.string().nullable(),
  accertamento: z.string().nullable(),
  cents,
  payments: z.int(),
  reason: z.string().optional(),
});
const regularisation = z.strictObject({
  esercizio: z.int(),
  numero: z.string(),
  conto: z.string(),
  date: z.string(),
  cents,
  openCents: cents,
  state: z.string(),
  stage: z.string(),
  sent: z.null(),
  parts: z.array(part),
  reversali: z.array(z.never()),
});
const reached = {
  paid: amount,
  reported: amount,
  settled: amount,
  regularised: amount,
  gaps: z.record(z.string(), amount),
};
const due = z.strictObject({ all: amount, unpaid: amount });
const quadratura = z.strictObject({
  from: z.string(),
  to: z.string(),
  services: z.array(
    z.strictObject({
      service: z.string(),
      due,
      ...reached,
      conti: z.array(z.strictObject({ conto: z.string(), ...reached })),
      declared: z.null(),
      difference: z.null(),
    }),
  ),
  total: z.strictObject({ due, ...reached }),
});

describe('what is to be regularised, on the command line', () => {
  const desk = aDesk(importDay);

  it('is listed provvisorio by provvisorio, with the reversali that it calls for', async () => {
    const found = await ask(desk, ['regolarizzare'], z.array(regularisation));
    const parts = new Map(found.map((row) => [row.numero, row.parts]));
    const budget = { service: 'tari', partner: null, capitolo: '100', accertamento: '2026/12' };
    expect(parts.get('101')).toEqual([{ iuf: iufs.whole, ...budget, cents: 24_040, payments: 2 }]);
    expect(parts.get('102')?.map((one) => [one.cents, one.reason])).toEqual([
      [10_000, undefined],
      [-4_000, 'flow-differs'],
    ]);
    expect(parts.get('103')).toMatchObject([{ partner: 'Altro Partner', reason: 'other-partner' }]);
    expect(parts.get('104')).toMatchObject([{ iuf: iufs.unreported, reason: 'flow-absent', cents: 777 }]);
    expect(parts.has('105')).toBe(false);
    const text = await desk.run(['regolarizzare', '--stato', 'open']);
    expect(text).toMatchObject({ code: 0, stdout: expect.stringMatching(/101\/2026.*240,40/) as string });
  });

  it('is narrowed by stage', async () => {
    expect(await ask(desk, ['regolarizzare', '--stato', 'done'], z.array(regularisation))).toEqual([]);
    expect(await desk.run(['regolarizzare', '--stato', 'boh'])).toMatchObject({ code: 2 });
  });

  it('has a quadratura of each service', async () => {
    const words = ['quadratura', '--dal', '2026-01-01', '--al', '2026-12-31'];
    const { services, total } = await ask(desk, words, quadratura);
    expect(services.map(({ service }) => service)).toContain('tari');
    expect(total.settled).toEqual({ count: 2, cents: 24_040 });
    expect(await desk.run(words)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/tari.*2 · 240,40/) as string,
    });
    expect(await desk.run(['quadratura', '--dal', '2026-01-01'])).toMatchObject({ code: 2 });
    expect(await desk.run(['quadratura', '--dal', '2026-02-30', '--al', '2026-03-31'])).toMatchObject({
      code: 3,
    });
  });
});
