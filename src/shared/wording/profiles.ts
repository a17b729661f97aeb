import type { DayOrder } from '../domain/day.ts';
import { formatEuro, parseAmountAs, type Decimals } from '../domain/euro.ts';
import { formatDay, parseDayAs } from '../domain/day.ts';
import type { ProfileField, ProfileFlaw, ProfileKind } from '../domain/profile.ts';
import { say, type Sentences } from './say.ts';

/** What a list can be. */
export const profileKindLabels: Readonly<Record<ProfileKind, string>> = {
  tesoreria: 'Movimenti di tesoreria',
  ricevute: 'Ricevute, o pagamenti',
  posizioni: 'Posizioni debitorie',
};

/** What a column can be. */
export const profileFieldLabels: Readonly<Record<ProfileField, string>> = {
  day: 'Data',
  amount: 'Importo',
  avere: 'Entrate (avere)',
  dare: 'Uscite (dare)',
  segno: 'Segno, o dare/avere',
  causale: 'Causale',
  payer: 'Ordinante',
  numero: 'Numero provvisorio',
  esercizio: 'Esercizio',
  valueDay: 'Data valuta',
  conto: 'Conto',
  bolletta: 'Bolletta',
  iuv: 'IUV',
  notice: 'Numero avviso',
  iur: 'IUR',
  iud: 'IUD',
  due: 'Scadenza',
  debtorCf: 'Codice fiscale del debitore',
  debtorName: 'Debitore',
  tipo: 'Tipo di dovuto',
};

/** «Importo o Entrate (avere)»: of these columns one is needed. */
export function sayFields(fields: readonly ProfileField[]): string {
  return fields.map((field) => profileFieldLabels[field]).join(' o ');
}

/** The question about an example, and what each answer would make of it. */
export const decimalsQuestion = (example: string): string => `Come si legge l’importo «${example}»?`;
export function sayDecimals(form: Decimals, example: string): string {
  const read = parseAmountAs(example, form);
  const value = read.ok ? formatEuro(read.value) : 'non è una somma al centesimo';
  return `${decimalForms[form]}: ${value}`;
}

const decimalForms: Readonly<Record<Decimals, string>> = {
  comma: 'In euro, con la virgola per i decimali',
  dot: 'In euro, con il punto per i decimali',
  cents: 'In centesimi',
};

export const daysQuestion = (example: string): string => `Che giorno è «${example}»?`;
export function sayDays(order: DayOrder, example: string): string {
  const read = parseDayAs(example, order);
  const value = read.ok ? formatDay(read.value) : 'non è un giorno';
  return `${dayOrders[order]}: ${value}`;
}

const dayOrders: Readonly<Record<DayOrder, string>> = {
  dmy: 'Prima il giorno, poi il mese',
  mdy: 'Prima il mese, poi il giorno',
  ymd: 'Prima l’anno',
};

export const marksQuestion = 'Quali di questi valori dicono che il denaro è entrato?';

/** Why a profile cannot be kept. */
export function sayProfileFlaw(flaw: ProfileFlaw): string {
  return say(flaws, flaw);
}

const flaws: Sentences<ProfileFlaw> = {
  'no-name': () => 'Manca il nome del profilo',
  'field-missing': ({ fields }) => `Manca la colonna ${sayFields(fields)}`,
  'field-of-another-list': ({ field }) =>
    `«${profileFieldLabels[field]}» non è una colonna di questo tipo di elenco`,
  'no-such-column': ({ field, column }) => `«${profileFieldLabels[field]}»: la colonna ${column + 1} non c’è`,
  'several-columns': ({ field }) =>
    `«${profileFieldLabels[field]}» sta in più colonne: può stare in una sola`,
  'column-used-twice': ({ column }) => `La colonna ${column + 1} è abbinata due volte`,
  'amount-told-twice': () =>
    'L’importo è in una colonna sola, oppure in entrate e uscite: non in tutti e due i modi',
  'sign-not-told': () => 'Non si dice quali valori del segno sono entrate e quali uscite',
};

export function tooManyProfiles(max: number): string {
  return `Troppi profili: al massimo ${max}`;
}
