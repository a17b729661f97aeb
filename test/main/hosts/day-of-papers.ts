import { settle, type Desk } from './command-line.ts';
import { flusso, ricevuta, rt } from './papers.ts';
import { giornale } from './giornale.ts';

/** Reported and settled; partly settled; of another partner; money that no flusso explains. */
export const iufs = {
  whole: '2026-03-04BINVIT9X-0000000034',
  partial: '2026-03-04ABI99036-ADRSY00040777',
  partner: '2026-03-04PFANIT9ZXXX-000038100031',
  unreported: '2026-03-04FNTRGB9X-1h7fues9osh29',
};

const marker = '/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/';

export const wholeFlusso = flusso(iufs.whole, [
  { n: 1, cents: 2200, amount: '22' },
  { n: 2, cents: 21840, amount: '218.4' },
]);

export const dayGiornale = giornale([
  { numero: '0000101', cents: 24040, causale: marker + iufs.whole },
  { numero: '0000102', cents: 6000, causale: `ACCREDITI VARI LGPE-RIVERSAMENTO/URI/${iufs.partial}` },
  { numero: '103', cents: 3000, causale: marker + iufs.partner },
  { numero: '0000104', cents: 777, causale: marker + iufs.unreported },
  { numero: '0000105', cents: 1234, causale: 'MUTUO 620184257 CUP H94G19030460029 TRXID: 012 VIA MILANO 4' },
  { numero: '0000106', cents: 500, causale: 'ACCREDITO AVVISO PAGOPA' },
  { numero: '0000107', cents: 900, causale: '/PUR/LGPE-RIVERSAMENTO/URI/2' },
  { numero: '0000009', cents: 4500, causale: marker + iufs.whole, documento: 'MANDATO' },
]);

/** Writes one working day of papers in the folder `carte`, nested and oddly named, and tells its path. */
export function writeDay(desk: Desk): string {
  desk.write('carte/giornale.xml', dayGiornale);
  desk.write('carte/flussi/a fondo/è "strano".xml', wholeFlusso);
  desk.write(
    'carte/flussi/parziale.xml',
    flusso(
      iufs.partial,
      [
        { n: 3, cents: 6000 },
        { n: 4, cents: 4000, esito: 9 },
      ],
      { prefix: 'pay_i' },
    ),
  );
  desk.write(
    'carte/flussi/partner.xml',
    flusso(iufs.partner, [{ n: 20, cents: 3000, segregation: '05' }], { prefix: 'ns2' }),
  );
  desk.write('carte/ricevute/1.xml', ricevuta(1, 2200, 1000));
  desk.write('carte/ricevute/2.xml', rt(2, 21840));
  desk.write('carte/ricevute/3.xml', rt(3, 6000));
  desk.write('carte/ricevute/ko.xml', rt(9, 0, 1));
  desk.write('carte/.DS_Store', 'x');
  return desk.path('carte');
}

/** Settings and one day of papers, imported. */
export async function importDay(desk: Desk): Promise<void> {
  await settle(desk);
  const { code, stderr } = await desk.run(['importa', writeDay(desk)]);
  if (code !== 0) throw new Error(stderr);
}
