import { cumulative } from './office.ts';
import { makeIuf, psps } from './psp.ts';
import type { Stage } from './stage.ts';
import type { Covered, Provvisorio } from './treasury.ts';

/** Money that names a flow which nobody has sent us, or that cannot be read, or that is not pagoPA. */
export function playStrayMoney({ office, days, back }: Stage): void {
  const { treasury, random } = office;
  const pagoPa = { payer: 'Posta Fantasia Servizio pagoPA', bankTexts: ['48'] };
  treasury.credit(back(13), 21_744, cumulative(makeIuf(psps.posta, back(13), 9001)), pagoPa);
  treasury.credit(back(6), 8310, cumulative(makeIuf(psps.app, back(6), 9002)), pagoPa);
  treasury.credit(back(11), 5240, '/PUR/LGPE-RIVERSAMENTO/URI/2', pagoPa);
  treasury.credit(back(10), 13_050, 'GIROCONTO INCASSI PAGOPA DEL MESE', { payer: 'CASSA DEL TESORIERE' });
  const others = [
    ['AGENZIA DELLE ENTRATE INVENTATA', 'F24 IMU ACCONTO'],
    ['ECONOMO COMUNALE', 'VERSAMENTO DIRITTI DI SEGRETERIA CONTANTI'],
    ['ISTITUTO MUTUI IMMAGINARI', 'MUTUO 620184257 CUP H99X26000010009 TRXID: 0990927272025451'],
    ['SOCIETÀ GAS FANTASMA S.P.A.', 'CANONE CONCESSORIO RATA'],
    ['REGIONE IMMAGINARIA', 'TRASFERIMENTO FONDO AFFITTI'],
  ] as const;
  for (const day of days) {
    const [payer, causale] = random.pick(others);
    treasury.credit(day, random.int(1000, 480_000), causale, { payer });
    treasury.pay(
      day,
      random.int(5000, 320_000),
      'CAFFÈ DELLA PIEVE S.N.C.',
      'FORNITURA BUONI PASTO FATT. 18/A',
    );
    if (random.next() < 0.6) {
      treasury.pay(day, random.int(90_000, 900_000), 'DIPENDENTI DIVERSI', 'COMPETENZE DEL MESE');
    }
  }
}

/** The accountant regularises the oldest provvisori: whole, in part, and once by mistake. */
export function playRegularisations({ office, later }: Stage, received: readonly Provvisorio[]): void {
  const { treasury } = office;
  for (let from = 0; from + 3 <= Math.min(received.length, 9); from += 3) {
    const group = received.slice(from, from + 3);
    const last = group.at(-1);
    if (last === undefined) continue;
    const day = later(last.day, 2);
    // A reversale covers provvisori of its own year.
    const covered = group.filter((provvisorio) => provvisorio.day.slice(0, 4) === day.slice(0, 4));
    treasury.cover(day, covered.map(whole), 'TARI E SERVIZI A DOMANDA INDIVIDUALE');
  }
  const [half, mistaken] = received.slice(10);
  if (half === undefined || mistaken === undefined) return;
  const part = Math.floor(half.cents / 2);
  treasury.cover(later(half.day, 1), [{ provvisorio: half, cents: part }], 'MENSA SCOLASTICA');
  const undone = treasury.cover(mistaken.day, [whole(mistaken)], 'CENTRO ESTIVO');
  treasury.uncover(later(mistaken.day, 2), undone, 'ANNULLO REVERSALE');
}

function whole(provvisorio: Provvisorio): Covered {
  return { provvisorio, cents: provvisorio.cents };
}
