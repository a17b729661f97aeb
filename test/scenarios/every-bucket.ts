import { aFlusso, again, anIuf, aPayment, aReversale, aSospeso, causaleOf } from './papers.ts';

export const iufs = {
  reconciled: anIuf(1),
  partial: anIuf(2),
  notReported: anIuf(3),
  otherPartner: anIuf(4),
  over: anIuf(5),
  anomalous: anIuf(6),
  mixed: anIuf(7),
};
/** One flusso for each bucket, but for the one that only money names. */
export const flussi = {
  '1.xml': aFlusso(iufs.reconciled, [aPayment(1, 10_000)]),
  '2.xml': aFlusso(iufs.partial, [aPayment(2, 10_000)]),
  '4.xml': aFlusso(iufs.otherPartner, [aPayment(4, 10_000, '05')]),
  '5.xml': aFlusso(iufs.over, [aPayment(5, 10_000)]),
  '6.xml': aFlusso(iufs.anomalous, [aPayment(6, 10_000)], { declaredCount: 2 }),
  '7.xml': aFlusso(iufs.mixed, [aPayment(7, 10_000), aPayment(8, 5_000, '05')]),
};
const arrived = aSospeso('20', 100, causaleOf(anIuf(20)));
/** Their money, beside money of every other kind. */
export const movimenti = [
  aSospeso('1', 10_000, causaleOf(iufs.reconciled)),
  aSospeso('2', 3_000, causaleOf(iufs.partial)),
  aSospeso('21', 2_000, causaleOf(iufs.partial, 1)),
  aSospeso('3', 4_000, causaleOf(iufs.notReported)),
  aSospeso('4', 10_000, causaleOf(iufs.otherPartner)),
  aSospeso('5', 10_001, causaleOf(iufs.over)),
  aSospeso('6', 10_000, causaleOf(iufs.anomalous)),
  aSospeso('7', 15_000, causaleOf(iufs.mixed)),
  aSospeso('8', 700, '/PUR/LGPE-RIVERSAMENTO/URI/2'),
  aSospeso('9', 800, 'MUTUO 1234'),
  aSospeso('10', 900, 'VERSAMENTO PAGOPA'),
  arrived,
  again(arrived, 'STORNATO'),
  aSospeso('30', 5_000, 'F24', { documento: 'SOSPESO USCITA' }),
  aSospeso('31', 5_000, 'STIPENDI', { documento: 'MANDATO' }),
  aReversale('32', 500, []),
];
