import { personCheckLetter } from '../../shared/domain/codice-fiscale.ts';
import type { Random } from './random.ts';

/** Somebody who pays: invented, with a codice fiscale whose check letter is right. */
export interface Person {
  readonly codiceFiscale: string;
  readonly name: string;
}

const surnames = [
  ['Fintobardi', 'FNT'],
  ['Provaccini', 'PRV'],
  ['Inventani', 'NVN'],
  ['Esempi', 'SMP'],
  ['Campionati', 'CMP'],
  ['Quaderna', 'QDR'],
  ['Zuccalà', 'ZCC'],
  ['Mezzanotti', 'MZZ'],
  ["D'Aprile", 'DPR'],
  ['Tramontani', 'TRM'],
  ['Biancospino', 'BNC'],
  ['Ventolini', 'VNT'],
] as const;

const givenNames = [
  ['Ersilia', 'RSL', true],
  ['Bartolomeo', 'BRT', false],
  ['Clotilde', 'CLT', true],
  ['Niccolò', 'NCL', false],
  ['Fosca', 'FSC', true],
  ['Ubaldo', 'BLD', false],
  ['Melissa', 'MLS', true],
  ['Ottavio', 'TTV', false],
] as const;

const months = 'ABCDEHLMPRST';

/** A person, different at each call. Born in `Z999`, a place that no register knows. */
export function inventPerson(random: Random): Person {
  const [surname, surnameCode] = random.pick(surnames);
  const [given, givenCode, female] = random.pick(givenNames);
  const year = String(random.int(40, 99));
  const month = months[random.int(0, 11)] ?? 'A';
  const day = String(random.int(1, 28) + (female ? 40 : 0)).padStart(2, '0');
  const first15 = `${surnameCode}${givenCode}${year}${month}${day}Z999`;
  return { codiceFiscale: first15 + personCheckLetter(first15), name: `${given} ${surname}` };
}
