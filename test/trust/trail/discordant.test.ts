import { expect, it } from 'vitest';
import { personCheckLetter } from '../../../src/shared/domain/codice-fiscale.ts';
import { aFlusso, anIuf, anOffice, aPayment, aRicevuta, warnings } from '../../scenarios/papers.ts';
import { byText } from '../../../src/shared/domain/order.ts';
import { found, times } from '../figures.ts';

const anotherCf = `RSSMRA85T10A562${personCheckLetter('RSSMRA85T10A562')}`;
const early = { issuedAt: '2026-03-10T10:00:00', paidOn: '2026-03-10' };
const late = { ...early, issuedAt: '2026-03-10T11:00:00' };

/** The same payment as two files tell it. */
const disagreements = {
  amount: (n: number) => [aRicevuta(aPayment(n, 10_000), early), aRicevuta(aPayment(n, 9_000 + n), late)],
  day: (n: number) => [
    aRicevuta(aPayment(n, 10_000), early),
    aRicevuta(aPayment(n, 10_000), { issuedAt: '2026-03-09T11:00:00', paidOn: '2026-03-09' }),
  ],
  'codice fiscale': (n: number) => [
    aRicevuta(aPayment(n, 10_000), early),
    aRicevuta(aPayment(n, 10_000), { ...late, debtor: { codiceFiscale: anotherCf, name: 'Finti Mario' } }),
  ],
} satisfies Record<string, (n: number) => readonly [string, string]>;

it.each(Object.entries(disagreements))(
  'R32 two receipts of one payment with another %s: both stay, both are shown, the payment is flagged',
  async (_what, papers) => {
    const office = await anOffice('2026-03-12');
    const rounds = times(2, 10);
    for (let n = 1; n <= rounds; n++) {
      const [one, other] = papers(n);
      // In turn one and the other come first.
      const [first, second] = n % 2 === 0 ? [one, other] : [other, one];
      await office.drop({ [`prima-${n}.xml`]: first });
      const before = await office.ask('documents.read', { id: 2 * n - 1 });
      expect(warnings(await office.drop({ [`seconda-${n}.xml`]: second }))).toEqual(['receipts-disagree']);
      expect(await office.ask('documents.read', { id: 2 * n - 1 })).toEqual(before);
      const { iuv, iur } = aPayment(n, 1);
      const card = await office.ask('payments.read', { iuv, iur: iur ?? '', index: 1 });
      expect(card.payment).toMatchObject({ status: 'awaiting-report', reasons: ['receipts-disagree'] });
      const shown = [card.receipt?.source, ...card.otherReceipts.map(({ source }) => source)];
      expect(shown.map((source) => source?.document.name ?? '').toSorted(byText)).toEqual([
        `prima-${n}.xml`,
        `seconda-${n}.xml`,
      ]);
    }
    // Every document can still be read back from its rows.
    await office.digest();
    expect(await office.payments()).toHaveLength(rounds);
  },
  300_000,
);

it('R32 a receipt and a flusso with another amount: both stay, the payment is flagged', async () => {
  const office = await anOffice();
  const payment = aPayment(1, 10_000);
  await office.drop({
    'rt.xml': aRicevuta(payment),
    'fdr.xml': aFlusso(anIuf(1), [{ ...payment, cents: 9_000 }]),
  });
  const card = await office.ask('payments.read', { iuv: payment.iuv, iur: payment.iur ?? '', index: 1 });
  expect([card.receipt?.cents, card.report?.cents]).toEqual([10_000, 9_000]);
  expect(card.payment.status).toBe('reported-amount-differs');
  await office.digest();
  found(
    'R32',
    `${3 * times(2, 10) + 1} coppie di carte discordanti (importo, giorno, codice fiscale, flusso): 0 sovrascritte, tutte mostrate e segnalate`,
  );
});
