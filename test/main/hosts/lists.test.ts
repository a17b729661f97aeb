import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { elencoXml } from '../../helpers/elenco.ts';
import { aDesk } from './command-line.ts';
import { importDay, iufs } from './day-of-papers.ts';
import { iur, iuv } from './papers.ts';
import {
  ask,
  expectedShape,
  importShape,
  flussoShape,
  paymentShape,
  provvisorioShape,
  statoShape,
  statuses,
} from './shapes.ts';

describe('what the ledger says after one day of papers written by hand', () => {
  const desk = aDesk(importDay);
  const payments = z.array(paymentShape);

  it('sums it up by difference', async () => {
    const stato = await ask(desk, ['stato'], statoShape);
    expect(stato.payments).toEqual({ count: 6, cents: 37_040 });
    expect(stato.byStatus).toMatchObject({
      complete: { count: 2, cents: 24_040 },
      'partly-settled': { count: 1, cents: 6_000 },
      'paid-without-receipt': { count: 1, cents: 4_000 },
      'other-partner': { count: 1, cents: 3_000 },
      'not-paid': { count: 1, cents: 0 },
    });
    expect(stato.flussi).toMatchObject({
      reconciled: { count: 1, cents: 24_040 },
      partial: { count: 1, cents: 10_000 },
      notReported: { count: 1, cents: 777 },
      otherPartner: { count: 1, cents: 3_000 },
    });
    expect(stato.provvisori).toMatchObject({
      reconciled: { count: 1, cents: 24_040 },
      inError: { count: 1, cents: 900 },
      notPagoPa: { count: 2, cents: 1_734 },
    });
    expect(stato.difference).toEqual({ count: 5, cents: 11_677 });
    expect(stato.freshness).toEqual({
      giornale: '2026-03-05',
      rendicontazione: '2026-03-04',
      ricevute: '2026-03-03',
    });
  });

  it('counts in `byStatus` exactly the payments that it lists', async () => {
    const [stato, all] = await Promise.all([
      ask(desk, ['stato'], statoShape),
      ask(desk, ['pagamenti'], payments),
    ]);
    for (const status of statuses) {
      const listed = all.filter((payment) => payment.status === status);
      expect({ status, ...stato.byStatus[status] }).toEqual({
        status,
        count: listed.length,
        cents: listed.reduce((sum, { cents }) => sum + cents, 0),
      });
    }
  });

  it('78 shows a payment with its three dots, its flusso and its money, and nothing of who paid', async () => {
    const [payment] = await ask(desk, ['pagamenti', '--cerca', iuv('01', 1)], payments);
    expect(payment).toEqual({
      iuv: iuv('01', 1),
      iur: iur(1),
      index: 1,
      noticeNumber: `3${iuv('01', 1)}`,
      cents: 2_200,
      paidOn: '2026-03-03',
      service: 'tari',
      partner: null,
      status: 'complete',
      dots: { pagamento: 'yes', rendicontazione: 'yes', riconciliazione: 'yes' },
      iuf: iufs.whole,
      provvisori: [{ esercizio: 2026, numero: '101' }],
      reasons: expect.any(Array),
    });
  });

  it('filters by status, and tells the reasons that yield', async () => {
    const found = await ask(desk, ['pagamenti', '--stato', 'paid-without-receipt'], payments);
    expect(found).toMatchObject([
      {
        cents: 4_000,
        reasons: ['partly-settled'],
        dots: { pagamento: 'warning', riconciliazione: 'warning' },
      },
    ]);
    const partner = await ask(desk, ['pagamenti', '--stato=other-partner'], payments);
    expect(partner).toMatchObject([{ service: null, partner: 'Altro Partner', dots: { pagamento: 'none' } }]);
  });

  it.each(['RSSMRA80A01H501U', 'mario', 'MARIO', 'TARI', iur(1), `3${iuv('01', 1)}`])(
    'finds by %s',
    async (text) => {
      expect(await ask(desk, ['pagamenti', '--cerca', text], payments)).not.toHaveLength(0);
    },
  );

  it('says an empty list when nothing is found', async () => {
    expect(await ask(desk, ['pagamenti', '--cerca', '%'], payments)).toEqual([]);
    const text = await desk.run(['pagamenti', '--cerca', 'zzz']);
    expect(text).toMatchObject({ code: 0, stdout: 'Nessun pagamento.\n' });
  });

  it('lists the flussi and the money that names none', async () => {
    const flussi = await ask(desk, ['flussi'], z.array(flussoShape));
    expect(Object.fromEntries(flussi.map(({ iuf, bucket }) => [iuf, bucket]))).toEqual({
      [iufs.whole]: 'reconciled',
      [iufs.partial]: 'partial',
      [iufs.partner]: 'otherPartner',
      [iufs.unreported]: 'notReported',
    });
    expect(flussi.find(({ iuf }) => iuf === iufs.partial)).toMatchObject({
      cents: 10_000,
      rows: 2,
      receivedCents: 6_000,
      provvisori: [{ esercizio: 2026, numero: '102' }],
    });
    expect(flussi.find(({ iuf }) => iuf === iufs.unreported)).toMatchObject({
      revision: null,
      rows: 0,
      receivedCents: 777,
    });
  });

  it('78 tells nobody who paid, nor for what: that is for the window alone', async () => {
    const { stdout } = await desk.run(['pagamenti']);
    const { value } = await desk.json(['pagamenti']);
    for (const told of [stdout, JSON.stringify(value)])
      for (const personal of ['RSSMRA80A01H501U', 'Mario']) expect(told).not.toContain(personal);
  });

  it('59 lists the flussi that an elenco names, and those that never arrived', async () => {
    expect(await ask(desk, ['flussi', '--attesi'], z.array(expectedShape))).toEqual([]);
    expect((await desk.run(['flussi', '--attesi'])).stdout).toContain('Nessun flusso atteso');
    const never = '2026-03-05BINVIT9X-0000000099';
    const elenco = desk.write(
      'elenco.xml',
      elencoXml([{ iuf: iufs.whole, createdAt: '2026-03-04T00:00:00' }, { iuf: never }]),
    );
    const { documents } = await ask(desk, ['importa', elenco], importShape);
    expect(documents).toMatchObject([
      {
        kind: 'elenco-flussi',
        warnings: [
          { code: 'flussi-missing', named: 2, count: 1, iufs: [never], message: expect.any(String) },
        ],
      },
    ]);
    expect(await ask(desk, ['--attesi', 'flussi'], z.array(expectedShape))).toMatchObject([
      {
        iuf: never,
        createdAt: '2026-03-11T22:14:05',
        pspCode: null,
        state: 'missing',
        document: { name: 'elenco.xml' },
      },
      { iuf: iufs.whole, state: 'arrived' },
    ]);
    const text = await desk.run(['flussi', '--attesi']);
    expect(text.stdout).toMatch(new RegExp(`${never} +mai arrivato`));
    expect((await desk.run(['provvisori', '--attesi'])).code).toBe(2);
    expect((await desk.run(['flussi', '--attesi=sì'])).code).toBe(2);
  });

  it('lists the provvisori and what their causale says', async () => {
    const provvisori = await ask(desk, ['provvisori'], z.array(provvisorioShape));
    expect(provvisori.map(({ numero, bucket }) => `${numero} ${bucket}`)).toEqual([
      '101 reconciled',
      '102 partial',
      '103 otherPartner',
      '104 notReported',
      '105 notPagoPa',
      '106 notPagoPa',
      '107 inError',
    ]);
    expect(provvisori.filter(({ suspect }) => suspect).map(({ numero }) => numero)).toEqual(['106']);
    expect(provvisori[0]).toMatchObject({
      esercizio: 2026,
      conto: '0000001',
      date: '2026-03-05',
      state: 'open',
      extraction: { iuf: iufs.whole, prog: '0', iuv: null, kind: 'iuf', source: 'causale' },
    });
    expect(provvisori[6]).toMatchObject({ extraction: { kind: 'truncated', confidence: 'confirm' } });
  });
});
