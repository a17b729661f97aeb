import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedEnte, inventedProvincia } from '../../src/main/demo/invented-ente.ts';
import { flussoXml } from '../../src/main/demo/write-flusso.ts';
import { ricevutaXml } from '../../src/main/demo/write-ricevuta.ts';
import { makeIuvAux3 } from '../../src/shared/domain/iuv.ts';
import {
  govpayConsoleCsv,
  govpayFlussiCsv,
  govpayRicevuteCsv,
  type ListedFlusso,
} from '../helpers/govpay.ts';
import { tell } from '../main/importers/reading.ts';
import { runs } from './desk.ts';

const iuv = fc.nat(999).map((n) => makeIuvAux3('01', String(n).padStart(13, '0')));
const iur = fc.stringMatching(/^[0-9a-f]{32}$/);
const day = fc.constantFrom('2026-03-09', '2026-03-10', '2026-03-11');
const cents = fc.integer({ min: 1, max: 10_000_000 });

const riga = fc.record({
  iuv,
  iur,
  index: fc.constantFrom(null, 1, 2, 3),
  cents,
  esito: fc.constantFrom(0, 0, 0, 3, 4, 8, 9),
  date: day,
});

const flussi: fc.Arbitrary<ListedFlusso[]> = fc
  .array(
    fc.record({
      day,
      time: fc.constantFrom('18:30:00', '21:05:09.123'),
      regolamento: fc.stringMatching(/^TRN[0-9]{10}$/),
      pspName: fc.constantFrom('Banca Invenzione', 'Istituto di Pagamento, "Finto"'),
      righe: fc.array(riga, { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) =>
    list.map(({ day: on, time, ...rest }, n) => ({
      iuf: `${on}BINVIT9X-${String(n).padStart(10, '0')}`,
      createdAt: `${on}T${time}`,
      ...rest,
    })),
  );

describe('the same payments in XML and in a list', () => {
  it('are the same flussi, wherever in the list their rows stand', () => {
    fc.assert(
      fc.property(flussi, fc.array(fc.nat(1_000)), (drafts, places) => {
        const list = tell(govpayFlussiCsv(drafts, (i, j) => j * 10 + ((places[i] ?? 0) % 10)));
        const each = new Set(drafts.map((draft) => tell(flussoXml(draft)).canonical));
        const told = new Set(list.canonical.split(/(?=^\["flusso")/m));
        expect(told).toEqual(each);
      }),
      runs(60),
    );
  });

  it('are the same rows and the same total where the list has no head', () => {
    fc.assert(
      fc.property(flussi, ([draft]) => {
        if (draft === undefined) return;
        const xml = tell(flussoXml(draft));
        const list = tell(govpayConsoleCsv(draft));
        const { iuf, declaredCount, declaredCents } = xml.flussi[0] ?? {};
        expect(list.flussi).toMatchObject([{ iuf, declaredCount, declaredCents }]);
        expect(list.righe).toEqual(xml.righe.map((one) => ({ ...one, index: null })));
      }),
      runs(60),
    );
  });

  it('are the same amounts to the same enti, under the same keys', () => {
    const transfers = fc.array(
      fc.record({
        cents,
        ente: fc.constantFrom(inventedEnte.codiceFiscale, inventedProvincia.codiceFiscale),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(iuv, iur, day, transfers, (ofNotice, receiptId, paidOn, lines) => {
        const told = lines.map((line, i) => ({
          ...line,
          iuv: ofNotice,
          iur: receiptId,
          index: i + 1,
          paidOn,
        }));
        const draft = lines.map((line) => ({ cents: line.cents, enteCodiceFiscale: line.ente }));
        const xml = tell(ricevutaXml({ iuv: ofNotice, receiptId, paidOn, transfers: draft }));
        expect(amountsOf(tell(govpayRicevuteCsv(told)))).toEqual(amountsOf(xml));
      }),
      runs(60),
    );
  });
});

const amountsOf = ({ ricevute }: ReturnType<typeof tell>): unknown[] =>
  ricevute.flatMap((one) =>
    one.transfers.map((line) => [
      one.iuv,
      one.paidOn,
      line.iur,
      line.index,
      line.cents,
      line.enteCodiceFiscale,
      line.paid,
      line.category,
    ]),
  );
